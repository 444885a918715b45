import { apiClient } from '../../api/client.ts';
import type { OpenedTicket, TrailItem } from '../../api/tickets/opening-contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { MadoAttachments } from '../attachments/mado-attachments.ts';
import { formText } from '../base/form-text.ts';
import { newKey } from '../base/new-key.ts';
import { identityFor } from '../embed/inside/identity.ts';
import type { Letter, LetterText } from '../letters/letter.ts';
import { answersIn } from './fields.ts';

interface Written {
  form: HTMLFormElement;
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

  /** What is written, with the key it is sent under. */
  letter({ form, trail, language, attachments }: Omit<Written, 'proven'>): Letter {
    const text = textIn(form, trail, language);
    const files = [...(attachments?.files ?? [])];
    const content = JSON.stringify([text, ...files.map((file) => [file.name, file.size, file.lastModified])]);
    if (this.#attempt.content !== content) this.#attempt = { content, key: newKey() };
    return { key: this.#attempt.key, writtenAt: Date.now(), text, files, state: { kind: 'waiting' } };
  }

  /** The ticket that a message opened. Throws `ApiProblem`, or what the network says. */
  async send(written: Written): Promise<OpenedTicket> {
    const { key, text, files } = this.letter(written);
    const { language, attachments, proven } = written;
    if (attachments && files.length > 0) {
      const onProgress = (bytes: number) => {
        attachments.sentBytes = bytes;
      };
      const headers = await proven();
      const { upload } = await import('../attachments/upload.ts');
      return upload<OpenedTicket>('/api/tickets', { json: text, files, key, headers, language, onProgress });
    }
    const answer = await apiClient(language).api.tickets.$post(
      { json: text },
      { headers: { 'Idempotency-Key': key, ...(await proven()) } },
    );
    return answer.json();
  }
}

function textIn(form: HTMLFormElement, trail: TrailItem[], language: Language): LetterText {
  const fields = new FormData(form);
  const [name, category] = [formText(fields, 'name'), formText(fields, 'category')];
  const answers = answersIn(form);
  const identity = identityFor(formText(fields, 'email'));
  return {
    subject: formText(fields, 'subject'),
    message: formText(fields, 'message'),
    email: formText(fields, 'email'),
    language,
    trail,
    ...(name ? { name } : {}),
    ...(category ? { category } : {}),
    ...(answers ? { answers } : {}),
    ...(identity ? { identity } : {}),
  };
}
