import { and, desc, eq, lt } from 'drizzle-orm';
import { may, type Role } from '../access/rules.ts';
import { mailKindOf } from '../mail/kinds.ts';
import { type RenderedMail, renderMail } from '../mail/render.ts';
import { withoutKeys } from '../mail/without-keys.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { OutboxMail, OutboxMailWithText, OutboxPage, OutboxView } from './contract.ts';
import type { OutboxRow } from './leases.ts';
import { nextStates } from './states.ts';
import { outbox } from './tables.ts';

const pageSize = 50;

/** One page of a view, the newest first. `after` is the `next` of the page before; an unreadable one begins at the top. */
export async function listOutbox(services: Services, view: OutboxView, after: string | null): Promise<OutboxPage> {
  const { db, clock } = services;
  const place = /^[0-9a-f-]{36}$/.test(after ?? '') ? lt(outbox.id, after ?? '') : undefined;
  const rows = await db.read
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, view), place))
    .orderBy(desc(outbox.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return {
    mails: shown.map((row) => summary(row, clock())),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    isSending: services.outbox.isSending,
  };
}

/** A mail with its text, and what somebody of that role may make of it. Throws `not-found`. */
export async function readMail(services: Services, id: string, role: Role): Promise<OutboxMailWithText> {
  const row = await rowOf(services, id);
  const rendered = await renderedAgain(services, row);
  const mail = summary(row, services.clock());
  return {
    ...mail,
    nextStates: mail.isUnderWay || !may(role, 'outbox:retry') ? [] : nextStates(row.state),
    subject: rendered?.subject ?? null,
    text: rendered?.text ?? null,
  };
}

/** A mail as HTML. Throws `not-found`. */
export async function readMailHtml(services: Services, id: string): Promise<string> {
  const rendered = await renderedAgain(services, await rowOf(services, id));
  if (!rendered) throw new Problem('not-found');
  return rendered.html;
}

export async function rowOf({ db }: Services, id: string): Promise<OutboxRow> {
  const [row] = await db.read.select().from(outbox).where(eq(outbox.id, id));
  if (!row) throw new Problem('not-found');
  return row;
}

async function renderedAgain(services: Services, row: OutboxRow): Promise<RenderedMail | null> {
  const { kind, payload, language, recipient, recipientName } = row;
  const harmless = withoutKeys(services);
  const context = { services: harmless, language, to: { address: recipient, name: recipientName } };
  const mail = (await mailKindOf(kind)?.write(payload, context)) ?? null;
  return mail && renderMail(mail, harmless, language);
}

function summary(row: OutboxRow, now: number): OutboxMail {
  const { id, kind, language, state, attempts, unanswered, dueAt, sentAt, lastError, createdAt } = row;
  return {
    id,
    kind,
    to: row.recipient,
    name: row.recipientName,
    language,
    state,
    isUnderWay: state === 'waiting' && row.leasedUntil !== null && row.leasedUntil > now,
    attempts,
    unanswered,
    dueAt,
    sentAt,
    lastError,
    createdAt,
  };
}
