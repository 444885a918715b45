import { eq, type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { isStaff } from '../access/rules.ts';
import { accounts } from '../accounts/tables.ts';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import { insertWhere } from '../db/statements.ts';
import { suspendedText } from '../forum/held-texts.ts';
import { asMember } from '../forum/members/as-member.ts';
import { forumMembers } from '../forum/tables.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { DecisionResult, LevelInput, MemberStanding, SanctionInput } from './contract.ts';
import type { Moderator } from './decisions.ts';
import { undoableQuietlyMs } from './mails/tell-authors.ts';
import { memberStanding } from './member-standing.ts';
import { checkRule } from './rules.ts';
import { moderationDecisions, sanctions } from './tables.ts';

/**
 * Warns a member, lets their posts wait for moderators for a while (silence), or lets them neither post nor flag for a
 * while (suspension); they read of it in a mail. Throws `not-found`, `state-refused` for staff, `state-changed`, and
 * `invalid-input` for an end that is missing or past.
 */
export async function sanction(
  services: Services,
  accountId: string,
  input: SanctionInput,
  by: Moderator,
): Promise<MemberStanding> {
  const { db, clock, random } = services;
  const { kind, rule, reason, version } = input;
  const now = clock();
  checkRule(services, rule);
  const until = untilOf(input, now);
  const account = await memberAccount(services, accountId);
  const [decision, id] = [newId(now, random), newId(now, random)];
  const ours = sql`exists (select 1 from sanctions where id = ${id})`;
  const row = {
    id,
    accountId,
    kind,
    rule: rule ?? null,
    reason,
    until,
    byAccountId: by.accountId,
    decisionId: decision,
    createdAt: now,
  };
  const { email: to, name, language } = account;
  const [, made] = await db.write([
    asMember(accountId, now),
    insertWhere(
      moderationDecisions,
      {
        id: decision,
        accountId: by.accountId,
        action: kind,
        rule: rule ?? null,
        note: reason,
        before: { sanction: id },
        createdAt: now,
      },
      isAt(accountId, version),
    ),
    insertWhere(sanctions, row, sql`exists (select 1 from moderation_decisions where id = ${decision})`),
    limitsAnew(accountId, ours),
    queueMail(
      services,
      {
        kind: 'sanction',
        to,
        name,
        language,
        payload: { sanction: id, kind, rule: rule ?? null, reason, until },
        dueAt: now + undoableQuietlyMs,
      },
      ours,
    ),
    noted(services, by, `moderation:${kind}`, accountId, ours),
  ]);
  if (!made?.changes) throw new Problem('state-changed');
  services.outbox.wake();
  return memberStanding(services, accountId);
}

/**
 * Lifts a sanction before it ends; a warning is taken back. Whoever has heard of it hears of that, too. Throws `not-found`,
 * and `state-refused` when it was lifted already.
 */
export async function liftSanction(services: Services, id: string, by: Moderator): Promise<MemberStanding> {
  const { db, clock } = services;
  const [row] = await db.read.select().from(sanctions).where(eq(sanctions.id, id));
  if (!row) throw new Problem('not-found');
  const { email: to, name, language } = await memberAccount(services, row.accountId);
  const now = clock();
  const isKnown = now >= row.createdAt + undoableQuietlyMs;
  const { decisionId } = row;
  // It holds until the write itself lifts it.
  const ours = sql`exists (select 1 from sanctions where id = ${id} and lifted_at is null)`;
  const [mailed, audit] = [
    queueMail(services, { kind: 'sanction-lifted', to, name, language, payload: { kind: row.kind } }, ours),
    noted(services, by, 'moderation:lift', row.accountId, ours),
  ];
  const [lifted] = await db.write([
    audit,
    sql`update moderation_decisions set undone_at = ${now}, undone_by = ${by.accountId} where id = ${decisionId} and ${ours}`,
    ...(isKnown ? [mailed] : []),
    limitsAnew(row.accountId, ours, id),
    sql`update sanctions set lifted_at = ${now} where id = ${id} and lifted_at is null`,
  ]);
  if (!lifted?.changes) throw new Problem('state-refused');
  services.outbox.wake();
  return memberStanding(services, row.accountId);
}

/** The same by the id of its decision. */
export async function undoSanction(
  services: Services,
  decision: string,
  id: string,
  by: Moderator,
): Promise<DecisionResult> {
  await liftSanction(services, id, by);
  return { id: decision, decided: [id], refused: [] };
}

/** Sets a member’s level by hand; a fixed one stays whatever they do. Throws `not-found`, `state-refused`, `state-changed`. */
export async function setLevel(
  services: Services,
  accountId: string,
  { level, isFixed, version }: LevelInput,
  by: Moderator,
): Promise<MemberStanding> {
  await memberAccount(services, accountId);
  const [, , set] = await services.db.write([
    asMember(accountId, services.clock()),
    noted(services, by, 'moderation:level', accountId, isAt(accountId, version), { level, isFixed }),
    sql`update forum_members set level = ${level}, is_level_fixed = ${Number(isFixed)}, version = version + 1
      where account_id = ${accountId} and version = ${version}`,
  ]);
  if (!set?.changes) throw new Problem('state-changed');
  return memberStanding(services, accountId);
}

/** Throws `posting-suspended`, with the end of it, for whoever may not take part at the moment. */
export async function checkMayTakePart(
  { db, clock, timeZone }: Services,
  accountId: string,
  language: Language,
): Promise<void> {
  const [row] = await db.read
    .select({ until: forumMembers.suspendedUntil })
    .from(forumMembers)
    .where(eq(forumMembers.accountId, accountId));
  if (row?.until == null || row.until <= clock()) return;
  throw new Problem('posting-suspended', { detail: suspendedText(language, row.until, timeZone()) });
}

/** No sanction goes on for longer than this: whoever is to stay away is somebody for the owner. */
const longestMs = 366 * 86_400_000;

function untilOf({ kind, until }: SanctionInput, now: number): number | null {
  if (kind === 'warning') return null;
  if (until !== undefined && until > now && until <= now + longestMs) return until;
  throw new Problem('invalid-input', {
    errors: [{ pointer: '#/until', detail: new Date(now + 7 * 86_400_000).toISOString() }],
  });
}

/** The account of somebody who can be sanctioned: staff are the owner's matter. */
async function memberAccount({ db }: Services, id: string) {
  const [account] = await db.read.select().from(accounts).where(eq(accounts.id, id));
  if (!account) throw new Problem('not-found');
  if (isStaff(account.role)) throw new Problem('state-refused');
  return account;
}

function isAt(accountId: string, version: number): SQL {
  return sql`exists (select 1 from forum_members where account_id = ${accountId} and version = ${version})`;
}

/** What a member may not do follows from the sanctions that stand, without the one that is being lifted: the longest of each kind. */
function limitsAnew(accountId: string, guard: SQL, lifted = ''): Statement {
  return sql`update forum_members set silenced_until = ${longest('silence', lifted)}, suspended_until = ${longest('suspension', lifted)},
    version = version + 1 where account_id = ${accountId} and ${guard}`;
}

function noted(
  services: Services,
  by: Moderator,
  action: string,
  id: string,
  guard: SQL,
  detail: object = {},
): Statement {
  const { accountId, requestId } = by;
  return audited(
    services,
    { accountId, requestId, action, target: { kind: 'account', id }, detail: { ...detail } },
    guard,
  );
}

function longest(kind: string, lifted: string): SQL {
  return sql`(select max(given.until) from sanctions as given
    where given.account_id = forum_members.account_id and given.kind = ${kind} and given.lifted_at is null and given.id <> ${lifted})`;
}
