import type { TestProject } from 'vitest/node';
import { startHranaServer } from './shared-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Set where tests are run on a shared database. */
    databaseServer: { url: string; authToken: string } | undefined;
  }
}

/** The server of all tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startHranaServer();
  project.provide('databaseServer', { url: server.url, authToken: server.authToken });
  return () => server.stop();
}
