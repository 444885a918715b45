import { apiClient } from '../../api/client.ts';
import type { OpenedTicket, TrailItem } from '../../api/tickets/contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { MadoAttachments } from '../attachments/mado-attachments.ts';
import { formText } from '../base/form-text.ts';
import { newKey } from '../base/new-key.ts';

interface Letter {
  fields: FormData;
  trail: TrailItem[];
  language: Language;
  /** Where files are chosen, and where it is shown how far they are. */
  attachments: MadoAttachments | null;
  /** Headers that prove the work of the browser; asked for last. */
  proven: () => Promise<Record<string, string>>;
}

/** Sends what is in a contact form. */
export class Sending {
  /** A retry of the same content carries the same key; other content is another message. */
  #attempt = { content: '', key: '' };

  /** The ticket that a message opened. Throws `ApiProblem`, or what the network says. */
  async send({ fields, trail, language, attachments, proven }: Letter): Promise<OpenedTicket> {
    const name = formText(fields, 'name');
    const json = {
      subject: formText(fields, 'subject'),
      message: formText(fields, 'message'),
      email: formText(fields, 'email'),
      language,
      trail,
      ...(name ? { name } : {}),
    };
    const files = attachments?.files ?? [];
    const content = JSON.stringify([json, ...files.map((file) => [file.name, file.size, file.lastModified])]);
    if (this.#attempt.content !== content) this.#attempt = { content, key: newKey() };
    const { key } = this.#attempt;
    if (attachments && files.length > 0) {
      const onProgress = (bytes: number) => {
        attachments.sentBytes = bytes;
      };
      const headers = await proven();
      const { upload } = await import('../attachments/upload.ts');
      return upload<OpenedTicket>('/api/tickets', { json, files, key, headers, language, onProgress });
    }
    const answer = await apiClient(language).api.tickets.$post(
      { json },
      { headers: { 'Idempotency-Key': key, ...(await proven()) } },
    );
    return answer.json();
  }
}
