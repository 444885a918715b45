import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A libSQL server of the tests' own, in a process of its own. */
export interface HranaProcess {
  /** What comes before the name of a database. */
  url: string;
  authToken: string;
  /** The address of a database, which is made when it is first asked for. */
  urlOf(name: string): string;
  fileOf(name: string): string;
  /** The nth batch from now on that contains the SQL is executed, but its answer never arrives. */
  cutAfterCommit(batch: number, of?: string): Promise<void>;
  /** Databases have no room beyond so many pages. */
  leaveRoom(pages: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startHranaServer(authToken = 'a token of the tests'): Promise<HranaProcess> {
  const child = fork(join(import.meta.dirname, 'hrana-server.ts'), [authToken], { execArgv: [] });
  const [{ port, folder }] = (await once(child, 'message')) as [{ port: number; folder: string }];
  const tell = async (told: object) => {
    const heard = once(child, 'message');
    child.send(told);
    await heard;
  };
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    authToken,
    urlOf: (name) => `${url}${name}/`,
    fileOf: (name) => join(folder, `${name}.db`),
    cutAfterCommit: (batch, of = '') => tell({ cutAfterCommit: batch, of }),
    leaveRoom: (pages) => tell({ mostPages: pages }),
    async stop() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
