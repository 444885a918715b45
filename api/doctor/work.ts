import { and, count, eq, isNotNull, lt, min } from 'drizzle-orm';
import { jobs } from '../jobs/tables.ts';
import { redacted } from '../log/redacted-error.ts';
import { outbox } from '../outbox/tables.ts';
import { type Finding, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const lateMs = 60 * 60_000;

/** What the portal does by itself: jobs that failed or are late, mails that were given up or wait for too long. */
export async function examineWork({ db, clock, isRunning }: Patient): Promise<Finding[]> {
  const now = clock();
  const findings: Finding[] = [];
  for (const { name, lastError } of await db.read.select().from(jobs).where(isNotNull(jobs.lastError))) {
    findings.push(
      warning(
        'work',
        `The job ${name} failed when it ran last: ${lastError ?? ''}`,
        'What it does has not been done; it is tried again when it is due.',
        'Look in the log for "a job failed" with its name, and mend what is named there.',
      ),
    );
  }
  const late = isRunning
    ? await db.read
        .select()
        .from(jobs)
        .where(lt(jobs.dueAt, now - lateMs))
    : [];
  for (const { name } of late) {
    findings.push(
      warning('work', `The job ${name} is more than an hour late.`, 'What it does is not done.', 'Restart the portal.'),
    );
  }
  const [dead] = await db.read.select({ mails: count() }).from(outbox).where(eq(outbox.state, 'dead'));
  if (dead && dead.mails > 0) {
    const [row] = await db.read.select().from(outbox).where(eq(outbox.state, 'dead')).limit(1);
    findings.push(
      warning(
        'work',
        `${dead.mails} mails were given up${row?.lastError ? `, one since: ${redacted(row.lastError)}` : '.'}`,
        'Their readers have not been told.',
        'Mend the reason, then send them again at the desk.',
      ),
    );
  }
  const isLate = and(eq(outbox.state, 'waiting'), lt(outbox.dueAt, now - lateMs));
  const [waiting] = await db.read
    .select({ mails: count(), since: min(outbox.dueAt) })
    .from(outbox)
    .where(isLate);
  if (waiting && waiting.mails > 0) {
    findings.push(
      warning(
        'work',
        `${waiting.mails} mails wait to leave, the first since ${new Date(waiting.since ?? 0).toISOString()}.`,
        'Their readers have not been told yet.',
        isRunning ? 'See what is said of mail above, and the log.' : 'Start the portal: mails leave while it runs.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('work', 'no job failed, and no mail is stuck')];
}
