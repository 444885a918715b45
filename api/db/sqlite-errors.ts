import { LibsqlError } from '@libsql/client';

/** SQLite's own name of what went wrong, such as `SQLITE_BUSY`; `''` where it was something else. */
export function sqliteCode(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LibsqlError) return cause.extendedCode ?? cause.code;
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_')) return cause.code;
  }
  return '';
}

/** Whether another connection holds what is needed. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error));
}

/** Whether the connection was closed, such as to be renewed, before anything was done on it. */
export function isClosed(error: unknown): boolean {
  return error instanceof LibsqlError && error.code === 'CLIENT_CLOSED';
}
