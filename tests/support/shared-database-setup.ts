import { dirname } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startHranaServer } from './shared-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Set where tests are run on a shared database; its databases are files in that folder. */
    databaseServer: { url: string; authToken: string; folder: string } | undefined;
  }
}

/** The server of all tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startHranaServer();
  const { url, authToken } = server;
  project.provide('databaseServer', { url, authToken, folder: dirname(server.fileOf('any')) });
  return () => server.stop();
}
