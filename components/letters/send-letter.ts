import type { ProblemBody } from '../../api/problem.ts';
import type { OpenedTicket } from '../../api/tickets/opening-contract.ts';
import type { Letter, LetterState } from './letter.ts';

const patienceMs = 30_000;
const patienceWithFilesMs = 300_000;
/** Answers of the API that another try may change. */
const passing: ReadonlySet<number> = new Set([401, 403, 404, 408, 425, 429]);

/**
 * Tries once to send a message. What became of it; `null` when nobody answered, or somebody who is not the API, or the
 * API asked for patience: then it waits on. Runs in pages and in the service worker.
 */
export async function sendLetter(letter: Letter, proof: string | null): Promise<LetterState | null> {
  const answer = await post(letter, proof).catch(() => null);
  if (!answer) return null;
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status === 201 && isOpened(body)) return { kind: 'sent', opened: body };
  const isProblem = answer.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
  if (!isProblem || answer.status >= 500 || passing.has(answer.status)) return null;
  const { title, detail, errors = [] } = body as ProblemBody;
  return { kind: 'returned', why: 'refused', title: detail ?? title, errors };
}

function post({ key, text, files }: Letter, proof: string | null): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': text.language,
    'Idempotency-Key': key,
    ...(proof === null ? {} : { 'Mado-Proof': proof }),
  };
  const json = JSON.stringify(text);
  const signal = AbortSignal.timeout(files.length > 0 ? patienceWithFilesMs : patienceMs);
  if (files.length === 0) {
    return fetch('/api/tickets', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: json,
      signal,
    });
  }
  const body = new FormData();
  body.append('json', json);
  for (const file of files) body.append('files', file);
  return fetch('/api/tickets', { method: 'POST', headers, body, signal });
}

function isOpened(body: unknown): body is OpenedTicket {
  return typeof (body as Partial<OpenedTicket> | null)?.reference === 'string';
}
