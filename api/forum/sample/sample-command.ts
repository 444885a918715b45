import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Config, ConfigError, readConfig } from '../../config.ts';
import { DatabaseHeldError, openDatabase } from '../../db/database.ts';
import { describeHolder, findHolder } from '../../db/holder.ts';
import { migrate } from '../../db/migrate.ts';
import { createRandom } from '../../random.ts';
import { addSampleThreads, sampleForum } from './sample-threads.ts';

/* `npm run sample:forum`: threads of invented customers for the sample help centre, so that its forum is not empty. */

class CommandError extends Error {}

const file = join(import.meta.dirname, '../../../content/handbook/sample-forum.yaml');

await run().catch((error: unknown) => {
  const isExpected = error instanceof CommandError || error instanceof ConfigError;
  console.error(isExpected ? `\n${error.message}\n` : error);
  process.exit(1);
});

async function run(): Promise<void> {
  const config = readConfig(process.env);
  if (config.databaseServer) {
    throw new CommandError('DATABASE_URL is set: the sample is for trying things out, with a database in a file.');
  }
  const sample = sampleForum.parse(parse(await readFile(file, 'utf8')));
  const db = await opened(config);
  try {
    await migrate(db.raw);
    const count = await addSampleThreads({ db, clock: Date.now, random: createRandom() }, sample).catch(
      (error: unknown) => {
        throw new CommandError(error instanceof Error ? error.message : String(error));
      },
    );
    process.stdout.write(`${count} threads are in the forum of ${config.dataDir}. Start the portal: npm start\n`);
  } finally {
    await db.close();
  }
}

async function opened({ dataDir }: Config) {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'portal.db');
  try {
    return await openDatabase(path);
  } catch (error) {
    if (!(error instanceof DatabaseHeldError)) throw error;
    throw new CommandError(describeHolder(path, await findHolder(path)));
  }
}
