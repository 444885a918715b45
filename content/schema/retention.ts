import { z } from 'zod';

/** The database lets no younger entry of the audit log go (migration 0006). */
export const fewestAuditLogDays = 30;

/** A length of time as editors write it: `90 days`, `24 months`. */
function period(example: string, what: string, { fewestDays = 1 }: { fewestDays?: number } = {}) {
  return z
    .string()
    .regex(/^[1-9]\d{0,3} (day|month)s?$/, 'a number and days or months')
    .refine(
      (text) => isWithin(text, fewestDays),
      `between ${fewestDays} days and 120 months, where a month counts as its shortest, 28 days`,
    )
    .default(example)
    .describe(what)
    .meta({ example });
}

/** `retention` in `portal.yaml`: how long each kind of data is kept. A job keeps to it, and the privacy page says it. */
export const retentionSchema = z.strictObject({
  closedConversations: period('24 months', 'Solved and closed conversations with their files, from the last message', {
    fewestDays: 7,
  }),
  spam: period('30 days', 'Conversations marked as spam, from the last message'),
  voteComments: period(
    '24 months',
    'What readers wrote beside a vote; the vote itself stays, and says nothing of them',
  ),
  // A mail that still waits is tried for a day, and cancelled after three.
  mails: period('90 days', 'Mails with what they say, from when they were written, sent or not', { fewestDays: 7 }),
  receivedMails: period(
    '90 days',
    'Mails as they came in, from when it was decided what they are; one that nobody could read stays until then',
    { fewestDays: 7 },
  ),
  auditLog: period('24 months', 'Who of the staff did what', { fewestDays: fewestAuditLogDays }),
  logs: period('30 days', 'Logs of the server: kept and deleted by whoever runs it, said on the privacy page'),
  backups: period('35 days', 'Backups: kept and deleted by whoever runs it, said on the privacy page'),
});
export type Retention = z.infer<typeof retentionSchema>;

export const defaultRetention: Retention = retentionSchema.parse({});

/** What is not for editors to choose. */
export const fixedDays = {
  /** A retried request gets the answer of the first time. */
  idempotencyKeys: 30,
  /** A private link without a new message. */
  privateLinks: 90,
  /** A session, however often it is used. */
  sessions: 30,
  /** A link to confirm something, after it ended. */
  oneTimeTokens: 7,
} as const;

/** Number and unit of a period. */
export function partsOf(period: string): { count: number; unit: 'day' | 'month' } {
  const [count, unit = ''] = period.split(' ');
  return { count: Number(count), unit: unit.startsWith('month') ? 'month' : 'day' };
}

/** The instant a period before another: months as the calendar has them, in UTC. */
export function periodBefore(period: string, now: number): number {
  const { count, unit } = partsOf(period);
  if (unit === 'day') return now - count * 86_400_000;
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - count);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, lastDay));
  return then.getTime();
}

function isWithin(text: string, fewestDays: number): boolean {
  const { count, unit } = partsOf(text);
  // From 1 March, a month back is 28 days.
  return unit === 'month' ? count * 28 >= fewestDays && count <= 120 : count >= fewestDays && count <= 3660;
}
