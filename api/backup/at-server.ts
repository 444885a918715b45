import type { Config } from '../config.ts';

/** The database is at a server, and so are its backups; the message says what to keep of this machine. */
export class AtServerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AtServerError';
  }
}

/** Throws `AtServerError` where `DATABASE_URL` is set: half a backup is worse than none, since it is believed in. */
export function refuseAtServer({ databaseServer, dataDir }: Config, verb: 'backup' | 'restore'): void {
  if (!databaseServer) return;
  const database = `The database is at ${new URL(databaseServer.url).host} (DATABASE_URL), not in ${dataDir}`;
  throw new AtServerError(
    verb === 'backup'
      ? `${database}: nothing was backed up.\n` +
          `Back it up at the server, by the server’s own means. Beside it, keep ${dataDir} (uploads, exported, erasures.log) ` +
          'and the settings, SECRET above all.'
      : `${database}: nothing was restored.\n` +
          `Restore it at the server, by the server’s own means, and put uploads, exported and erasures.log back into ${dataDir}. ` +
          'To restore a backup of a file, leave DATABASE_URL out.',
  );
}
