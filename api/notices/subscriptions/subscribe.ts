import { eq, sql } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import { newId } from '../../db/id.ts';
import { claimedFor, claimKey, earlierResult, type Once } from '../../db/idempotency.ts';
import { insertWhere } from '../../db/statements.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import { outbox } from '../../outbox/tables.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { findToken, isStillUsable, issueToken, useUp } from '../../tokens/one-time-tokens.ts';
import { subscriberBehind } from './stop-link.ts';
import { noticeSubscribers } from './tables.ts';

const validMinutes = 48 * 60;
/** Nobody has proven the address: more mails than this nobody gets for that in a day. */
const mostADay = 3;
const dayMs = 86_400_000;

/**
 * Asks the owner of an address whether they want notices. Does the same for every address, known or not, so that nobody
 * learns who is subscribed. Throws `invalid-input` for a category that there is not.
 */
export async function askToSubscribe(
  services: Services,
  { email, category }: { email: string; category?: string | undefined },
  language: Language,
  once: Once,
): Promise<void> {
  const { db, clock, random } = services;
  checkCategory(services, category, language);
  if (await earlierResult(db, once)) return;
  const now = clock();
  const id = newId(now, random);
  const to = email.toLowerCase();
  const { recipient, kind, createdAt } = outbox;
  const asked = sql`(select count(*) from ${outbox} where ${recipient} = ${to} and ${kind} = 'notice-confirmation' and ${createdAt} > ${now - dayMs})`;
  const guard = sql`${claimedFor(once, id)} and ${asked} < ${mostADay}`;
  const token = issueToken(
    services,
    {
      purpose: 'notice-subscription',
      subject: to,
      minutes: validMinutes,
      detail: { language, category: category ?? null },
    },
    guard,
  );
  await db.write([
    claimKey(db, once, id, now),
    token.statement,
    queueMail(
      services,
      { kind: 'notice-confirmation', to, language, payload: { tokenId: token.id, category: category ?? null } },
      guard,
    ),
  ]);
  services.outbox.wake();
}

function checkCategory({ categories }: Services, slug: string | undefined, language: Language): void {
  const known = categories().map((category) => category.slug);
  if (slug === undefined || known.includes(slug)) return;
  const detail =
    language === 'ja'
      ? `次のいずれかを指定してください：${known.join('、')}`
      : `This has to be one of: ${known.join(', ')}`;
  throw new Problem('invalid-input', { errors: [{ pointer: '#/category', detail }] });
}

/** Whether a link still confirms something. Throws `link-unknown`. */
export async function checkConfirmation({ db, clock }: Services, token: string): Promise<void> {
  if (!(await findToken(db, 'notice-subscription', token, clock()))) throw new Problem('link-unknown');
}

/** Subscribes the address that a link was sent to, or changes what it gets. Throws `link-unknown`. */
export async function subscribe({ db, clock, random }: Services, token: string): Promise<void> {
  const now = clock();
  const found = await findToken(db, 'notice-subscription', token, now);
  if (!found) throw new Problem('link-unknown');
  const { language, category } = found.detail as { language: Language; category: string | null };
  const row = { id: newId(now, random), address: found.subject, language, category, createdAt: now };
  const [, used] = await db.write([
    sql`${insertWhere(noticeSubscribers, row, isStillUsable(found.id, now))} on conflict (address) do update set language = excluded.language, category = excluded.category`,
    useUp(db, found.id, now),
  ]);
  if (!used?.changes) throw new Problem('link-unknown');
}

/** Ends a subscription; one that has ended already stays so. Throws `link-unknown` for a link that we never made. */
export async function unsubscribe({ db, secret }: Services, link: string): Promise<void> {
  const id = subscriberBehind(secret, link);
  await db.write([db.read.delete(noticeSubscribers).where(eq(noticeSubscribers.id, id))]);
}
