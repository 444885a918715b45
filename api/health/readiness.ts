import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { pendingMigrations } from '../db/migrate.ts';
import type { Services } from '../services.ts';

/** Why a portal should be sent no requests. */
const notReadyReasons = [
  'starting',
  'stopping',
  'database does not answer',
  'migrations have not run',
  'no site is loaded',
] as const;
export type NotReadyReason = (typeof notReadyReasons)[number];

export const readiness = z
  .strictObject({
    status: z.enum(['ready', 'not ready']),
    reasons: z.array(z.enum(notReadyReasons)).describe('Everything that is in the way'),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.output<typeof readiness>;

/** Whether this process can do its work now: it asks the database, and says everything that is in the way. */
export async function readinessOf({ db, languages, stopping }: Services): Promise<Readiness> {
  const reasons: NotReadyReason[] = [];
  if (stopping.aborted) reasons.push('stopping');
  try {
    await db.read.run(sql`select 1 from sqlite_schema limit 1`);
    if ((await pendingMigrations(db.raw)).length > 0) reasons.push('migrations have not run');
  } catch {
    reasons.push('database does not answer');
  }
  if (languages().length === 0) reasons.push('no site is loaded');
  return { status: reasons.length === 0 ? 'ready' : 'not ready', reasons };
}
