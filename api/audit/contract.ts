import { z } from 'zod';

const time = z.int().describe('Milliseconds since the epoch');

export const auditEntry = z
  .strictObject({
    id: z.string(),
    at: time,
    by: z
      .strictObject({ id: z.string(), name: z.string().nullable().describe('null once the account is gone') })
      .nullable()
      .describe('Who did it; null for the portal itself and for customers'),
    action: z.string().describe('A verb of the rules, or what happened: sign-in-failed'),
    target: z.strictObject({ kind: z.string(), id: z.string() }),
    detail: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable().describe('Names the answer in the logs'),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what to what.' });
export type AuditEntry = z.output<typeof auditEntry>;

export const auditPage = z
  .strictObject({
    entries: z.array(auditEntry).describe('Newest first'),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
  })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.output<typeof auditPage>;

const text = z.string().min(1).max(200).optional();
const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .pipe(z.int())
  .optional();

/** What is looked for. What is left out does not matter; what is given has to be right, or much would seem not to have been. */
export const auditQuery = z.strictObject({
  account: text.describe('The id of who did it'),
  action: text,
  targetKind: text.describe('ticket, notice, account, …'),
  targetId: text,
  from: instant.describe('Milliseconds since the epoch'),
  to: instant.describe('Before this; milliseconds since the epoch'),
  after: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
    .optional()
    .describe('The `next` of the page before'),
});
export type AuditQuery = z.output<typeof auditQuery>;

/** The same for the whole as a table, whose headings are in a language. */
export const auditTableQuery = auditQuery
  .omit({ after: true })
  .extend({ language: z.enum(['ja', 'en']).optional().describe('Of the headings; else the browser’s') });
