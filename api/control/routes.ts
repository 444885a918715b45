import { Hono } from 'hono';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { MadeBackup } from '../backup/make.ts';
import type { Finding } from '../doctor/finding.ts';

const backupOrder = z.object({ backupDir: z.string().startsWith('/') });

/** What commands may ask of a running portal. */
export interface ControlVerbs {
  backUp: (backupDir: string) => Promise<MadeBackup>;
  examine: () => Promise<Finding[]>;
}

/** The app behind the control socket. */
export function controlApp({ backUp, examine }: ControlVerbs, log: Logger): Hono {
  return new Hono()
    .post('/backups', async (c) => {
      const { backupDir } = backupOrder.parse(await c.req.json());
      const made = await backUp(backupDir);
      log.info({ folder: made.folder }, 'a backup was made');
      return c.json(made);
    })
    .get('/', (c) => c.json({ pid: process.pid }))
    .get('/doctor', async (c) => c.json(await examine()))
    .onError((error, c) => {
      log.error({ err: error }, 'a command failed');
      return c.json({ error: error.message }, 500);
    });
}
