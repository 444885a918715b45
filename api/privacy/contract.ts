import { z } from 'zod';
import { emailAddress } from '../http/email-address.ts';
import { ticketStates } from '../tickets/contract.ts';

export const dataWishes = ['copy', 'erasure'] as const;
/** What somebody wants of what is held about them. */
export type DataWish = (typeof dataWishes)[number];

/** Who had somebody erased; `restored` is the log's doing, after a backup brought them back. */
export type ErasureWay = 'customer' | 'staff' | 'restored';

/** The form "my data". */
export const myDataInput = z.strictObject({
  email: emailAddress,
  what: z.enum(dataWishes),
  language: z.enum(['ja', 'en']),
});

/** The same on a private request page, which knows whose address it is. */
export const wishInput = z.strictObject({ what: z.enum(dataWishes) });

/** The button on the page that a mail leads to. */
export const copyInput = z.strictObject({ format: z.enum(['html', 'json']) });

export const exportInput = z.strictObject({ format: z.enum(['html', 'json']), language: z.enum(['ja', 'en']) });

export const findCustomerInput = z.strictObject({ email: emailAddress });

export const holdInput = z.strictObject({
  /** The customer can read it. */
  reason: z.string().trim().min(1).max(500),
  /** Milliseconds since the epoch, ahead, and ten years at most. */
  until: z.int(),
  /** Of one conversation only. */
  reference: z.string().max(20).optional(),
});
export type HoldInput = z.output<typeof holdInput>;

const instant = z.int().describe('Milliseconds since the epoch');

export const personalData = z
  .strictObject({
    format: z.literal('madoguchi-personal-data/1'),
    madeAt: z.string(),
    portal: z.string(),
    scope: z.enum(['person', 'request']).describe('Everything about a person, or what belongs to one request'),
    data: z
      .record(z.string(), z.array(z.record(z.string(), z.unknown())))
      .describe('Rows by table; times are ISO 8601'),
  })
  .meta({ id: 'PersonalData', description: 'What is held about somebody, as they get it.' });
export type PersonalData = z.output<typeof personalData>;

export const hold = z
  .strictObject({
    id: z.string(),
    reference: z.string().nullable().describe('Of one conversation; null for all of the customer'),
    reason: z.string(),
    until: instant,
    createdAt: instant,
  })
  .meta({ id: 'Hold', description: 'Why something may not be erased yet.' });
export type Hold = z.output<typeof hold>;

export const customerSummary = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    createdAt: instant,
    conversations: z.int(),
    isHeld: z.boolean(),
  })
  .meta({ id: 'CustomerSummary', description: 'A line of the desk’s list of customers.' });
export type CustomerSummary = z.output<typeof customerSummary>;

export const customerViews = ['all', 'held'] as const;
export type CustomerView = (typeof customerViews)[number];

export const customerPage = z
  .strictObject({
    customers: z.array(customerSummary),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
  })
  .meta({ id: 'CustomerPage' });
export type CustomerPage = z.output<typeof customerPage>;

export const customer = customerSummary
  .extend({
    held: z
      .array(
        z.strictObject({ table: z.string(), name: z.strictObject({ ja: z.string(), en: z.string() }), rows: z.int() }),
      )
      .describe('How many rows each table holds of them'),
    tickets: z.array(
      z.strictObject({ reference: z.string(), subject: z.string(), state: z.enum(ticketStates), createdAt: instant }),
    ),
    holds: z.array(hold),
  })
  .meta({ id: 'Customer', description: 'A customer as the desk sees what is held about them.' });
export type Customer = z.output<typeof customer>;

export const retentionLine = z
  .strictObject({
    kind: z.string(),
    after: z.string().describe('As the configuration says it: `24 months`'),
    due: z.int().describe('Rows that go in the next run'),
    soon: z.int().describe('Rows that go within 30 days from now, those included'),
    kept: z.int().describe('Rows whose time has come and which a legal hold keeps'),
  })
  .meta({ id: 'RetentionLine', description: 'What the daily job will do with one kind of data.' });
export type RetentionLine = z.output<typeof retentionLine>;
