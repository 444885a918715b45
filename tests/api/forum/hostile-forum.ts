import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { newId } from '../../../api/db/id.ts';
import { forumPictures } from '../../../api/forum/pictures/tables.ts';
import { sendDigests } from '../../../api/forum/subscriptions/digest.ts';
import { tellOfPosts } from '../../../api/forum/subscriptions/tell.ts';
import type { ReviewablePage } from '../../../api/moderation/contract.ts';
import { fitting } from '../../support/payloads.ts';
import { makePortal } from '../../support/services.ts';
import { inBatches } from '../../support/watched-browser.ts';
import { sendJson } from '../support/ask.ts';
import { answerIn, type Member, memberOf, question, trust } from './support.ts';

const [days, minutes] = [86_400_000, 60_000];
/** The same text is refused for ten minutes, and some payloads are nearly the same. */
const betweenPosts = 11 * minutes;
const at = (list: readonly string[], index: number) => list[index % list.length] ?? 'x';
/** A payload wherever Markdown might make something else of it. */
const everywhere = (payload: string) =>
  `${payload}\n\n> ${payload}\n\n\`\`\`${payload}\n${payload}\n\`\`\`\n\n[x](${payload}) ![${payload}](${payload})`;
const bodyOf = (payload: string) => (payload.length < 3500 ? everywhere(payload) : payload);

const [names, titles, reasons] = [fitting(80), fitting(120), fitting(200)];
const [details, notes, bodies] = [fitting(500), fitting(1000), fitting(20_000)];

/**
 * A forum in which every payload stands in every field: each title in a thread of its own, with an accepted answer of
 * staff; and one long talk, whose posts quote each other, were edited, flagged, hidden and appealed against.
 */
export async function makeHostileForum() {
  const portal = await makePortal({ random: randomBytes });
  const { services, time, folder } = portal;
  const end = Date.now();
  time.now = end - 10 * days;
  const [mia, max] = [await memberOf(portal, 'Mia', 'moderator'), await memberOf(portal, 'Max', 'moderator')];
  const authors = await inBatches(names, (name) => memberOf(portal, name));
  const [talkers, readers] = [authors.slice(0, 3), authors.slice(3)];
  await trust(portal, ...authors);

  /** Days have passed, and staff are signed out after some. */
  async function approveAll(): Promise<void> {
    await Promise.all([mia.signInAgain(), max.signInAgain()]);
    for (;;) {
      const answer = await max.ask('/api/moderation/reviewables');
      const { reviewables } = (await answer.json()) as ReviewablePage;
      const items = reviewables.filter(({ kind }) => kind === 'post').map(({ id, version }) => ({ id, version }));
      if (items.length === 0) return;
      await send(max, '/api/moderation/decisions', { items, action: 'approve' });
    }
  }

  interface Sent {
    id: string;
    thread: number;
  }

  const threads = await inBatches(titles, async (title, index) => {
    const author = authors[index % authors.length] ?? mia;
    const language = index % 2 === 0 ? 'ja' : 'en';
    time.now += betweenPosts;
    const sent = await send<Sent>(author, '/api/forum/threads', {
      ...question,
      language,
      title,
      body: at(bodies, index),
    });
    return sent === null ? [] : [{ author, language, ...sent }];
  });
  await approveAll();

  const asked = threads.flat();
  const answers = await inBatches(asked, async ({ thread }, index) => {
    time.now += betweenPosts;
    return answerIn(mia, thread, at(bodies, index + 1));
  });
  await approveAll();
  await inBatches(answers, async ({ id, thread }, index) => {
    await send(asked[index]?.author ?? mia, `/api/forum/threads/${thread}/accepted`, { post: id }, 'PUT');
    const other = authors[(index + 1) % authors.length] ?? mia;
    await send(other, `/api/forum/threads/${thread}/me-too`, { wording: at(titles, index + 1) }, 'PUT');
  });
  await putPictures(portal, asked);

  const talk = await send<Sent>(mia, '/api/forum/threads', { ...question, kind: 'talk', title: 'A long talk' });
  const path = `/api/forum/threads/${talk?.thread ?? 0}/posts`;
  let quotes: string | undefined;
  const replies: { id: string; author: Member }[] = [];
  for (const [index, body] of bodies.entries()) {
    const author = talkers[index % talkers.length] ?? mia;
    time.now += betweenPosts;
    const sent = await send<Sent>(author, path, { body: bodyOf(body), ...(quotes === undefined ? {} : { quotes }) });
    if (sent === null) continue;
    quotes = sent.id;
    replies.push({ id: sent.id, author });
  }
  await approveAll();
  await inBatches(replies, async ({ id }, index) => {
    const { version } = (await (await mia.ask(`/api/forum/posts/${id}/source`)).json()) as { version: number };
    const edit = { version, body: at(bodies, index + 2), reason: at(reasons, index) };
    await send(mia, `/api/forum/posts/${id}`, edit, 'PUT');
    const flagger = readers[index % readers.length] ?? max;
    await send(flagger, `/api/moderation/posts/${id}/flags`, { reason: 'other', detail: at(details, index) });
  });
  await tellOfPosts(services);

  const waiting = await everything<ReviewablePage['reviewables'][number]>(mia, '/api/moderation/reviewables');
  const items = waiting.filter(({ kind }) => kind === 'post');
  await inBatches(items, async ({ id, version, post, author: { id: authorId } }, index) => {
    const decision = { items: [{ id, version }], action: 'hide', rule: 'kind', note: at(notes, index) };
    const decided = await send<{ id: string }>(mia, '/api/moderation/decisions', decision);
    const author = talkers.find((talker) => talker.id === authorId);
    if (!decided || !author) return;
    const body = `${at(notes, index)}\n${at(notes, index + 1)}`;
    await send(author, `/api/moderation/decisions/${decided.id}/appeal`, { body, post: post?.id });
  });
  const appealed = await everything<ReviewablePage['reviewables'][number]>(mia, '/api/moderation/reviewables');
  await inBatches(appealed, async ({ appeal }, index) => {
    if (!appeal || index % 2 === 0) return;
    const answer = `${at(notes, index)}\n${at(notes, index + 1)}`.slice(0, 1000);
    await send(max, `/api/moderation/appeals/${appeal.id}`, { verdict: 'upheld', answer }, 'PUT');
  });
  await inBatches(authors, async ({ id }, index) => {
    const { version } = (await (await mia.ask(`/api/moderation/members/${id}`)).json()) as { version: number };
    const warning = {
      version,
      kind: 'warning',
      reason: `${at(notes, index)}\n${at(notes, index + 40)}`.slice(0, 1000),
    };
    await send(mia, `/api/moderation/members/${id}/sanctions`, warning);
  });
  for (const [index, pattern] of fitting(100).entries()) {
    const word = { language: null, pattern, action: 'queue', note: at(reasons, index) };
    await sendJson(mia.ask, '/api/moderation/watched-words', word);
  }
  await sendDigests(services);

  time.now = end;
  const owner = await memberOf(portal, 'Emma', 'owner');
  for (const talker of talkers) await talker.signInAgain();
  await services.db.close();
  // A file stays open in the process that had it.
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-hostile-'));
  await cp(folder, dataDir, { recursive: true });
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return {
    dataDir,
    owner,
    talkers,
    /** Where the threads are. */
    threads: asked.map(({ language, thread }) => `/${language}/forum/${thread}/`),
    talk: talk?.thread ?? 0,
    members: authors.map(({ id }) => id),
    /** How many posts of the talk are in the queue. */
    hidden: items.length,
  };
}

/** What was sent; some payloads are nothing but characters that no field may hold. */
async function send<T>(who: Member, path: string, value: object, method = 'POST'): Promise<T | null> {
  const answer = await sendJson(who.ask, path, value, { method });
  if (answer.status === 422) return null;
  if (!answer.ok) throw new Error(`${method} ${path} ${JSON.stringify(value).slice(0, 300)}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A picture for each, called by a payload, as if it had been drawn. */
async function putPictures(
  { services }: Awaited<ReturnType<typeof makePortal>>,
  posts: readonly { id: string; author: Member }[],
): Promise<void> {
  const drawn = { type: 'image/jpeg', bytes: 9, sha256: 'x', preview: 'ready', width: 40, height: 60 } as const;
  const { clock, random, db } = services;
  const rows = posts.map(({ id: postId, author: { id: accountId } }, index) => {
    const name = at(names, index);
    return { id: newId(clock(), random), postId, accountId, position: 0, name, ...drawn, createdAt: clock() };
  });
  await db.write([db.read.insert(forumPictures).values(rows)]);
}

/** All pages of the queue. */
async function everything<T>(who: Member, path: string): Promise<T[]> {
  const found: T[] = [];
  let after = '';
  for (;;) {
    const answer = await who.ask(`${path}?after=${encodeURIComponent(after)}`);
    const { reviewables, next } = (await answer.json()) as { reviewables: T[]; next: string | null };
    found.push(...reviewables);
    if (next === null) return found;
    after = next;
  }
}
