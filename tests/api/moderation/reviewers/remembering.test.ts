import { describe, expect, it } from 'vitest';
import { duplicates } from '../../../../api/moderation/reviewers/duplicates.ts';
import { fingerprintOf } from '../../../../api/moderation/reviewers/fingerprint.ts';
import { rate } from '../../../../api/moderation/reviewers/rate.ts';
import { watchedWords } from '../../../../api/moderation/reviewers/watched-words.ts';
import { firstObjection } from '../../../../api/moderation/reviewers.ts';
import { forumFingerprints } from '../../../../api/moderation/tables.ts';
import { makePortal } from '../../../support/services.ts';
import { problemOf, sendJson } from '../../support/ask.ts';
import { answerIn, askIn, memberOf, question } from '../../forum/support.ts';
import { member, newcomer, submission } from './submission.ts';

const day = 86_400_000;
const text = 'The left sole came off after two weeks of walking to work, and the right one squeaks when it rains.';

async function makeForum() {
  const portal = await makePortal();
  const [rose, mia] = [await memberOf(portal), await memberOf(portal, 'Mia', 'moderator')];
  const { thread } = await askIn(rose);
  return { ...portal, rose, mia, thread };
}

describe('nearly the same text', () => {
  it.each([
    text,
    text.toUpperCase(),
    text.replaceAll(' ', '  '),
    `${text} 👍👍`,
    text.replace('two weeks', 'three weeks'),
  ])('by anybody waits: %s', async (body) => {
    const { services, rose, thread } = await makeForum();
    const { id } = await answerIn(rose, thread, text);
    const objection = await duplicates.look(services, submission({ body, author: { ...member, accountId: 'tom' } }));
    expect(objection).toMatchObject({ verdict: 'queue', reason: 'duplicate', detail: id });
  });

  it('sent twice within minutes by its author is refused; later it waits, and after a week it is forgotten', async () => {
    const { services, time, rose, thread } = await makeForum();
    await answerIn(rose, thread, text);
    const again = submission({ body: text, author: { ...member, accountId: rose.id } });
    expect(await duplicates.look(services, again)).toMatchObject({ verdict: 'refuse' });
    time.now += day;
    expect(await duplicates.look(services, again)).toMatchObject({ verdict: 'queue' });
    time.now += 7 * day;
    expect(await duplicates.look(services, again)).toBeNull();
    await answerIn(rose, thread, 'Something else altogether, about how laces are tied so that the heel does not slip.');
    const kept = await services.db.read.select().from(forumFingerprints);
    expect(kept.every(({ createdAt }) => createdAt > time.now - 7 * day)).toBe(true);
  });

  it('is not its own duplicate, and thanks are nobody’s', async () => {
    const { services, rose, thread } = await makeForum();
    const { id } = await answerIn(rose, thread, text);
    await answerIn(rose, thread, 'Thank you!');
    expect(await duplicates.look(services, submission({ postId: id, body: text }))).toBeNull();
    expect(await duplicates.look(services, submission({ body: text, isEdit: true }))).toBeNull();
    expect(await duplicates.look(services, submission({ body: 'Thank you!' }))).toBeNull();
    const other = 'Has anybody walked the old road over the pass in winter, and did you need crampons for it?';
    expect(await duplicates.look(services, submission({ body: other }))).toBeNull();
  });

  it('is told to whoever sends it twice', async () => {
    const { rose } = await makeForum();
    await askIn(rose, { body: text });
    await problemOf(sendJson(rose.ask, '/api/forum/threads', { ...question, body: text }), 'post-refused', 422);
  });

  it('has six hashes, the same in every run', () => {
    expect(fingerprintOf(text)).toHaveLength(6);
    expect(fingerprintOf(text)).toEqual(fingerprintOf(text));
    expect(fingerprintOf('あ'.repeat(100_000))).toHaveLength(6);
    expect(fingerprintOf('!'.repeat(100_000))).toEqual([]);
  });
});

it('posts in a short time are as many as the level allows', async () => {
  const { services, time, rose, thread } = await makeForum();
  for (const body of ['One.', 'Two.']) await answerIn(rose, thread, body);
  const fourth = submission({ author: { ...newcomer, accountId: rose.id } });
  expect(await rate.look(services, fourth)).toMatchObject({ reason: 'rate', detail: '4 / 10 min' });
  expect(await rate.look(services, { ...fourth, author: { ...fourth.author, level: 1 } })).toBeNull();
  expect(await rate.look(services, { ...fourth, isEdit: true })).toBeNull();
  time.now += 600_001;
  expect(await rate.look(services, fourth)).toBeNull();
});

const watch = async (changes: object) => {
  const forum = await makeForum();
  const word = { language: null, pattern: 'casino', action: 'queue', ...changes };
  const answer = await sendJson(forum.mia.ask, '/api/moderation/watched-words', word);
  expect(answer.status).toBe(201);
  const hits = async () => {
    const list = (await (await forum.mia.ask('/api/moderation/watched-words')).json()) as {
      words: { hits: number }[];
    };
    return list.words.map((each) => each.hits);
  };
  return { ...forum, hits };
};

describe('watched words', () => {
  it('hold up a post, say which it was, and count it', async () => {
    const { services, hits } = await watch({});
    const found = await watchedWords.look(services, submission({ title: 'A C4sino', author: member }));
    expect(found).toMatchObject({ verdict: 'queue', reason: 'watched-word', detail: 'casino' });
    expect(await watchedWords.look(services, submission({ body: 'casinos' }))).toBeNull();
    expect(await hits()).toEqual([1]);
  });

  it('that refuse win over those that only hold up', async () => {
    const { services, mia, hits } = await watch({});
    await sendJson(mia.ask, '/api/moderation/watched-words', { language: 'en', pattern: 'roulette', action: 'refuse' });
    const body = 'casino and roulette';
    expect(await firstObjection(services, submission({ body }))).toMatchObject({
      verdict: 'refuse',
      detail: 'casino, roulette',
    });
    expect(await hits()).toEqual([1, 1]);
  });

  it('are of a language, or of both', async () => {
    const { services } = await watch({ language: 'ja' });
    expect(await watchedWords.look(services, submission({ body: 'casino' }))).toBeNull();
    expect(await watchedWords.look(services, submission({ body: 'casino', language: 'ja' }))).not.toBeNull();
  });
});

it('staff are asked about nothing but contact data', async () => {
  const { services } = await makeForum();
  const author = { ...newcomer, isStaff: true };
  const body = 'See https://elsewhere.example.com/ and https://bit.ly/x';
  expect(await firstObjection(services, submission({ author, body, secondsTyping: 1 }))).toBeNull();
  const personal = submission({ author, body: 'She wrote from rose@mail.example.com' });
  expect(await firstObjection(services, personal)).toMatchObject({ reason: 'contact-data' });
});
