import { expect } from 'vitest';
import { conversationBehind } from '../../../../api/tickets/private-links.ts';
import { readRequest } from '../../../../api/tickets/read.ts';
import type { Outcome } from './act.ts';
import { type Accepted, linkTo, type RacingDesk, type Row, type Standing } from './world.ts';

/** Each message and note that was answered with yes is there once, by its author, in a conversation that stands; no other is. */
export function expectNothingLost(now: Standing, { messages, notes, lines }: Accepted): void {
  const found = now.messages.map((row) => [row['body'], row['author_account_id'], row['taken_back_at'] !== null]);
  const told = [...messages].map(([text, { author, isTakenBack }]) => [text, author, isTakenBack]);
  expect(sorted(found)).toEqual(sorted(told));
  expect(sorted(now.notes.map((row) => [row['body'], row['account_id']]))).toEqual(sorted([...notes]));
  const known = new Set(['article-linked', 'subject-changed', 'tagged']);
  const said = now.events.flatMap((row) =>
    known.has(row['kind'] as string) ? [[lineOf(row), row['account_id']]] : [],
  );
  expect(sorted(said)).toEqual(sorted(lines));

  const standing = new Set(now.conversations.flatMap((row) => (row['merged_into_id'] === null ? [row['id']] : [])));
  const astray = (rows: readonly Row[]) => rows.filter((row) => !standing.has(row['conversation_id']));
  expect(astray([...now.messages, ...now.notes])).toEqual([]);
  // Whoever was led to an article was led there in the conversation whose history says so.
  const led = now.events.filter(({ kind }) => kind === 'article-linked');
  expect(astray(led)).toEqual([]);
  for (const row of led) {
    const url = (JSON.parse(row['detail'] as string) as { url: string }).url;
    const kept = now.articles.map((one) => [one['conversation_id'], one['url']]);
    expect(kept).toContainEqual([row['conversation_id'], url]);
  }
}

/** What leaves belongs to the conversation of its message, and nothing leaves that was taken back. */
export function expectRightDepartures(now: Standing): void {
  for (const message of now.messages.filter(({ outbox_id: id }) => id !== null)) {
    expect(message['left_from']).toBe(message['conversation_id']);
    expect(message['left_state']).toBe(message['taken_back_at'] === null ? 'waiting' : 'cancelled');
  }
}

/** One version for each change that was answered with yes, and none for what was refused. */
export function expectVersions(before: Standing, now: Standing, outcomes: readonly Outcome[]): void {
  const was = new Map(before.conversations.map((row) => [row['id'], row['version'] as number]));
  const counted = new Map<unknown, number>();
  const count = (id: unknown) => counted.set(id, (counted.get(id) ?? 0) + 1);
  for (const { isAccepted, changed, messages } of outcomes) {
    if (!isAccepted) continue;
    for (const id of changed) count(id);
    for (const text of messages) count(now.messages.find(({ body }) => body === text)?.['conversation_id']);
  }
  for (const { kind, account_id: account, conversation_id: id } of newEvents(before, now)) {
    if (kind === 'customer-changed') count(id);
    // By a button of the customer's: a message moves to open, too, and counts by itself.
    const isByButton = outcomes.some(({ who, isAccepted, messages }) => !who && isAccepted && messages.length === 0);
    if (kind === 'state-changed' && account === null && isByButton) count(id);
  }
  const first = (row: Row) => (openedByMessage(row, before, now) ? 0 : 1);
  // What went into another may have had a message before, which counted there: the two are looked at together.
  const joined = new Map(outcomes.flatMap(({ isJoin, changed: [into, other] }) => (isJoin ? [[other, into]] : [])));
  const [expected, found] = [new Map<unknown, number>(), new Map<unknown, number>()];
  for (const row of now.conversations) {
    const at = joined.get(row['id'] as string) ?? row['id'];
    const mine = (was.get(row['id']) ?? first(row)) + (counted.get(row['id']) ?? 0);
    expected.set(at, (expected.get(at) ?? 0) + mine);
    found.set(at, (found.get(at) ?? 0) + (row['version'] as number));
  }
  expect([...found]).toEqual([...expected]);
}

/** Who was refused left no line behind; who was not stands in the history and the audit log as themselves. */
export function expectAuthors(before: Standing, now: Standing, outcomes: readonly Outcome[]): void {
  const events = newEvents(before, now);
  const doers = new Set(outcomes.flatMap(({ who, isAccepted }) => (isAccepted ? [who] : [])));
  for (const { account_id: account } of events) expect([...doers]).toContain(account);
  for (const { who, isAccepted, audited, isInHistory, line, status } of outcomes) {
    expect(isAccepted ? [200, 201] : [200, 400, 404, 409, 410, 422]).toContain(status);
    if (who === null) continue;
    const own = events.filter(({ account_id: account }) => account === who);
    if (!isAccepted) expect(own).toEqual([]);
    if (isAccepted && isInHistory) expect(own.length).toBeGreaterThan(0);
    const written = (now.audited[who] ?? 0) - (before.audited[who] ?? 0);
    if (audited >= 0) expect(written).toBe(isAccepted ? audited : 0);
    if (!isAccepted || !line) continue;
    const said = own.filter(
      ({ kind, conversation_id: id, detail }) =>
        kind === line.kind && id === line.conversation && detail === JSON.stringify(line.detail),
    );
    expect(said).toHaveLength(1);
  }
}

/** A conversation that a change was undone of is as it was before it, and what had gone into it is there again. */
export function expectUndone(
  before: Standing,
  now: Standing,
  outcomes: readonly Outcome[],
  { undoable }: Accepted,
): void {
  for (const { undone, changed } of outcomes) {
    const change = undone === undefined ? undefined : undoable.get(undone);
    if (!change) continue;
    for (const id of changed) {
      const version = (standing?: Standing) =>
        (standing?.conversations.find((row) => row['id'] === id)?.['version'] ?? 0) as number;
      // Something else came between in the same moment.
      if (version(now) !== version(before) + 1 || version(change.after) !== version(change.before) + 1) continue;
      const then = shapeOf(change.before, id);
      // What a split made has gone into it since.
      const known = change.before.conversations.map((row) => row['id']);
      if (then) expect(shapeOf(now, id, known)).toEqual(then);
      else expect(now.conversations.find((row) => row['id'] === id)).toMatchObject({ state: 'closed' });
    }
  }
}

/** Each conversation says of itself what its messages and its history say. */
export function expectConsistent(now: Standing): void {
  const references = now.conversations.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
  for (const row of now.conversations) {
    expect(row['due_at'] === null).toBe(row['waiting_since'] === null);
    const into = now.conversations.find(({ id }) => id === row['merged_into_id']);
    if (row['merged_into_id'] !== null) {
      expect(into).toMatchObject({ merged_into_id: null });
      expect(row).toMatchObject({ state: 'closed', waiting_since: null, snoozed_until: null });
      continue;
    }
    const own = now.messages.filter(({ conversation_id: id }) => id === row['id']);
    const replied = own.filter(({ direction, taken_back_at: back }) => direction === 'out' && back === null);
    const lastReply = Math.max(0, ...replied.map((one) => one['created_at'] as number));
    const isWaitedFor = own.some((one) => one['direction'] === 'in' && (one['created_at'] as number) > lastReply);
    if (isWaitedFor && ['new', 'open', 'on-hold'].includes(row['state'] as string)) {
      expect(row['waiting_since']).not.toBeNull();
    }
    const standing = own.filter(({ taken_back_at: back }) => back === null);
    const spokenAt = standing.map((one) => one['created_at'] as number);
    // A reply that stood alone and was taken back leaves none.
    expect(row['last_message_at']).toBe(spokenAt.length === 0 ? row['created_at'] : Math.max(...spokenAt));

    const history = now.events.filter(({ conversation_id: id }) => id === row['id']);
    const isJoined = history.some(({ kind }) => ['merged', 'unmerged', 'split'].includes(kind as string));
    const last = history.findLast(({ kind }) => kind === 'state-changed');
    if (!isJoined) {
      const to = last ? (JSON.parse(last['detail'] as string) as { to: string }).to : 'new';
      expect(row['state']).toBe(to);
    }
    const sleeps = history.findLast(({ kind }) => kind === 'snoozed' || kind === 'woken')?.['kind'] === 'snoozed';
    if (!isJoined) expect(row['snoozed_until'] !== null).toBe(sleeps);
  }
}

/** By all their links together customers read each message once that was not taken back, and no note. */
export async function expectReadByCustomers(desk: RacingDesk, now: Standing, { messages }: Accepted): Promise<void> {
  const { db } = desk.services;
  const later = desk.time.now + 60_000;
  const read = new Map<string, string[]>();
  for (const { id } of now.conversations) {
    const token = (await linkTo(desk, id as string)).split('/')[3] ?? '';
    const behind = await conversationBehind(db, token, later);
    expect(ownerOf(now, behind)).toBe(ownerOf(now, id));
    read.set(
      behind,
      (await readRequest(db, behind, later)).messages.map(({ body }) => body),
    );
  }
  const standing = [...messages].flatMap(([text, { isTakenBack }]) => (isTakenBack ? [] : [text]));
  expect([...read.values()].flat().sort()).toEqual(standing.sort());
}

function ownerOf({ conversations }: Standing, id: unknown) {
  return conversations.find((row) => row['id'] === id)?.['customer_id'];
}

/** How a conversation stands, besides its version, notes and articles: they overwrite nothing. */
function shapeOf(standing: Standing, id: string, known?: readonly unknown[]) {
  const row = standing.conversations.find((one) => one['id'] === id);
  if (!row) return null;
  const own = (rows: readonly Row[], column: string) =>
    sorted(rows.flatMap((one) => (one['conversation_id'] === id ? [one[column]] : [])));
  return {
    ...row,
    version: 0,
    messages: own(standing.messages, 'id'),
    tags: own(standing.tags, 'tag'),
    wentInto: standing.conversations
      .filter((one) => one['merged_into_id'] === id && (known?.includes(one['id']) ?? true))
      .map((one) => one['id']),
  };
}

function newEvents(before: Standing, now: Standing): Row[] {
  const known = new Set(before.events.map(({ id }) => id));
  return now.events.filter(({ id }) => !known.has(id));
}

/** Whether a conversation was opened by a message that counts among the new ones. */
function openedByMessage(row: Row, before: Standing, now: Standing): boolean {
  const opened = newEvents(before, now).some(({ kind, conversation_id: id }) => kind === 'opened' && id === row['id']);
  return opened;
}

function lineOf({ kind, detail }: Row): string {
  const { to, tag, url } = JSON.parse(detail as string) as { to?: string; tag?: string; url?: string };
  return `${kind as string}: ${tag ?? url ?? to}`;
}

function sorted<T>(rows: readonly T[]): T[] {
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
