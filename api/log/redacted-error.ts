/** An error as the log keeps it. */
export interface RedactedError {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  cause?: RedactedError;
}

const deepest = 4;

/**
 * An error without what it carries of people: the values of a database query (bodies, names, hashes), mail addresses, and
 * whatever looks like a token. Keeps where it happened, and the text of the query.
 */
export function redactedError(error: unknown, depth = 0): RedactedError {
  if (!(error instanceof Error)) return { type: typeof error, message: redacted(String(error)) };
  const message = withoutValues(error);
  const kept: RedactedError = { type: error.name, message: redacted(message) };
  // A stack opens with the message; what follows are places.
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  if (places?.length) kept.stack = redacted([`${error.name}: ${message}`, ...places].join('\n'));
  if ('code' in error && typeof error.code === 'string') kept.code = error.code;
  if (error.cause !== undefined && depth < deepest) kept.cause = redactedError(error.cause, depth + 1);
  return kept;
}

/** Drizzle puts every value of a query into the message. */
function withoutValues(error: Error): string {
  if ('query' in error && typeof error.query === 'string') return `Failed query: ${error.query}`;
  return error.message;
}

/** Text without local parts of mail addresses and without tokens: 20 characters or more of mixed letters and digits. */
export function redacted(text: string): string {
  return text
    .replace(/[^\s<>"'@,;:()[\]]+@(?=[\w-]+(\.[\w-]+)+)/g, '…@')
    .replace(/(\/requests\/)[^/\s?#"']+/g, '$1…')
    .replace(/[\w-]{20,}/g, (word) => (/[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word) ? '…' : word));
}
