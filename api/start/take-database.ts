import { access, constants, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { isHalfRestored } from '../backup/half-restored.ts';
import type { Config } from '../config.ts';
import { type Database, DatabaseHeldError, openDatabase } from '../db/database.ts';
import { describeHolder, findHolder, leaveHolderNote } from '../db/holder.ts';
import { DatabaseUnreachableError, openSharedDatabase } from '../db/shared-database.ts';
import { StartError } from './start-error.ts';

/** Opens the database, which nobody else then has: the file, or the one on a server. Throws `StartError`. */
export async function takeDatabase({ dataDir, publicUrl, databaseServer }: Config): Promise<Database> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new StartError(`The data folder ${dataDir} cannot be written${reason}. Set DATA_DIR to a folder that can.`);
  }
  if (isHalfRestored(dataDir)) {
    throw new StartError(
      `A restore into ${dataDir} was cut short. Restore again: npm run restore -- <folder> --replace`,
    );
  }
  if (databaseServer) return openShared(databaseServer);
  const file = join(dataDir, 'portal.db');
  try {
    // Made with the rights that its logs will have, too: it holds what customers write.
    await (await open(file, 'a', 0o600)).close();
    const db = await openDatabase(file);
    await leaveHolderNote(file, publicUrl);
    return db;
  } catch (error) {
    if (error instanceof DatabaseHeldError) throw new StartError(describeHolder(file, await findHolder(file)));
    throw error;
  }
}

async function openShared(server: NonNullable<Config['databaseServer']>): Promise<Database> {
  try {
    return await openSharedDatabase(server);
  } catch (error) {
    if (!(error instanceof DatabaseUnreachableError)) throw error;
    throw new StartError(`At ${server.url}, ${error.message}. Check DATABASE_URL and DATABASE_AUTH_TOKEN.`);
  }
}
