import { ApiProblem, apiClient } from '../../../api/client.ts';
import type { Ticket } from '../../../api/tickets/contract.ts';
import type { MadoAttachments } from '../../attachments/mado-attachments.ts';
import { upload } from '../../attachments/upload.ts';
import type { Attempt } from '../attempt.ts';

export interface Reply {
  message: string;
  version: number;
  /** Left out where there is nothing to choose. */
  channel?: string;
}

/** Sends a reply with its files, and gives the ticket with it; what is wrong with a file is said at that file. */
export async function sendReply(
  reference: string,
  json: Reply,
  attachments: MadoAttachments,
  attempt: Attempt,
  language: 'ja' | 'en',
): Promise<Ticket> {
  const { files } = attachments;
  const named = files.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`);
  const headers = attempt.headersFor([reference, json.channel ?? '', json.message, ...named].join('\n'));
  if (files.length === 0) {
    const { messages } = apiClient(language).api.tickets[':reference'];
    return (await messages.$post({ param: { reference }, json }, { headers })).json();
  }
  const onProgress = (bytes: number) => {
    attachments.sentBytes = bytes;
  };
  const address = `/api/tickets/${encodeURIComponent(reference)}/messages`;
  try {
    return await upload<Ticket>(address, { json, files, key: headers['Idempotency-Key'], language, onProgress });
  } catch (error) {
    if (error instanceof ApiProblem) attachments.fail(error.problem.errors ?? []);
    throw error;
  } finally {
    attachments.sentBytes = null;
  }
}

/** Chooses files again that were chosen before, as if somebody did it by hand. */
export function chooseAgain(attachments: MadoAttachments, files: readonly File[]): void {
  const input = attachments.querySelector('input');
  if (!input || files.length === 0) return;
  const held = new DataTransfer();
  for (const file of files) held.items.add(file);
  input.files = held.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The reply that has just been sent and may still be taken back, and for how long (ms); `null` when there is none. */
export function takeable({ messages }: Ticket): { id: string; forMs: number } | null {
  const sent = messages.findLast(({ direction, isTakenBack }) => direction === 'out' && !isTakenBack);
  if (!sent?.takeBackUntil) return null;
  // By the server's own clock: that of a browser may be wrong by more than the time there is.
  return { id: sent.id, forMs: sent.takeBackUntil - sent.createdAt };
}
