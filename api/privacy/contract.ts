import { z } from 'zod';
import { emailAddress } from '../http/email-address.ts';
import type { TicketState } from '../tickets/contract.ts';

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
  /** Milliseconds since the epoch, ten years ahead at most. */
  until: z.int().min(0),
  /** Of one conversation only. */
  reference: z.string().max(20).optional(),
});
export type HoldInput = z.output<typeof holdInput>;

/** What is held about somebody, as they get it. Keys of `data` are tables; times are ISO 8601. */
export interface PersonalData {
  format: 'madoguchi-personal-data/1';
  madeAt: string;
  portal: string;
  /** Everything about a person, or what belongs to one request. */
  scope: 'person' | 'request';
  data: Record<string, Record<string, unknown>[]>;
}

export interface Hold {
  id: string;
  /** Of one conversation; `null` for all of the customer. */
  reference: string | null;
  reason: string;
  until: number;
  createdAt: number;
}

/** A line of the desk's list of customers. */
export interface CustomerSummary {
  id: string;
  name: string | null;
  email: string | null;
  createdAt: number;
  conversations: number;
  isHeld: boolean;
}

export const customerViews = ['all', 'held'] as const;
export type CustomerView = (typeof customerViews)[number];

export interface CustomerPage {
  customers: CustomerSummary[];
  next: string | null;
}

/** A customer as the desk sees what is held about them. */
export interface Customer extends CustomerSummary {
  /** How many rows each table holds of them. */
  held: { table: string; name: { ja: string; en: string }; rows: number }[];
  tickets: { reference: string; subject: string; state: TicketState; createdAt: number }[];
  holds: Hold[];
}

/** What the daily job will do, by kind of data. */
export interface RetentionLine {
  kind: string;
  /** As the configuration says it: `24 months`. */
  after: string;
  /** Rows that go in the next run. */
  due: number;
  /** Rows that go within 30 days from now, those included. */
  soon: number;
  /** Rows whose time has come and which a legal hold keeps. */
  kept: number;
}
