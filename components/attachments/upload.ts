import { ApiProblem, ApiUnreachable } from '../../api/client.ts';
import type { ProblemBody } from '../../api/problem.ts';
import type { Language } from '../../content/schema/languages.ts';

/** Without any progress for so long, there is no connection any more. */
const stalledMs = 60_000;

interface Upload {
  json: unknown;
  files: readonly File[];
  /** The Idempotency-Key. */
  key: string;
  /** What speaks for a person, where somebody who is not signed in asks. */
  headers?: Readonly<Record<string, string>>;
  language: Language;
  /** Told how many bytes have left. */
  onProgress: (bytes: number) => void;
  /** Told where to see what has arrived, if the API says so. */
  onAddress?: (address: string) => void;
}

/**
 * Sends a value with files, and gives back what the API answers. Throws `ApiProblem` and `ApiUnreachable` as its client
 * does. By XMLHttpRequest: it alone tells in every browser how much has left.
 */
export function upload<Answer>(
  address: string,
  { json, files, key, headers = {}, language, onProgress, onAddress }: Upload,
): Promise<Answer> {
  const form = new FormData();
  form.append('json', JSON.stringify(json));
  for (const file of files) form.append('files', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreachable = () => reject(new ApiUnreachable(new Error(`HTTP ${request.status}`)));
    let patience = 0;
    const waitOn = () => {
      window.clearTimeout(patience);
      patience = window.setTimeout(() => request.abort(), stalledMs);
    };
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', language);
    request.setRequestHeader('Idempotency-Key', key);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => {
      waitOn();
      onProgress(loaded);
    });
    request.addEventListener('load', () => {
      const isProblem = request.getResponseHeader('Content-Type')?.startsWith('application/problem+json');
      try {
        const answer: unknown = JSON.parse(request.responseText);
        const address = request.getResponseHeader('Content-Location');
        if (request.status < 300 && address) onAddress?.(address);
        if (request.status < 300) resolve(answer as Answer);
        else if (isProblem) reject(new ApiProblem(answer as ProblemBody));
        else unreachable();
      } catch {
        unreachable();
      }
    });
    request.addEventListener('error', unreachable);
    request.addEventListener('abort', unreachable);
    request.addEventListener('loadend', () => window.clearTimeout(patience));
    waitOn();
    request.send(form);
  });
}
