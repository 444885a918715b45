import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Verdict, learningStatements } from '../../../../api/moderation/reviewers/learning.ts';
import { spamFilter } from '../../../../api/moderation/reviewers/spam-filter.ts';
import { spamPairs, spamVerdicts } from '../../../../api/moderation/tables.ts';
import { makePortal } from '../../../support/services.ts';
import { answerIn, askIn, memberOf } from '../../forum/support.ts';
import { member, newcomer, submission } from './submission.ts';

const offer = 'スマホだけで月収30万円！主婦でもできる副業、簡単作業で稼げます。今すぐ無料登録を！';
const advert = 'Zyx zyx quaggle zyxquaggle, zyx!';

async function makeFilter() {
  const portal = await makePortal();
  const { services } = portal;
  const rose = await memberOf(portal);
  const { thread } = await askIn(rose);
  const post = async () => (await answerIn(rose, thread, 'Thank you, that was it.')).id;
  const learn = async (verdict: Partial<Verdict> & Pick<Verdict, 'postId' | 'verdict'>, guard = sql`true`) =>
    services.db.write(learningStatements(services, { language: 'en', title: '', body: advert, ...verdict }, guard));
  const pairs = async () =>
    (await services.db.read.select().from(spamPairs)).toSorted((one, other) => (one.pair < other.pair ? -1 : 1));
  const scoreOf = async (body: string, author = newcomer) =>
    Number((await spamFilter.look(services, submission({ body, author })))?.detail ?? '-9');
  return { services, post, learn, pairs, scoreOf };
}

describe('what the filter learns', () => {
  it('holds up what is like spam that moderators refused, and no longer once the verdicts are taken back', async () => {
    const { post, learn, pairs, scoreOf } = await makeFilter();
    const body = 'quaggle zyx zyx';
    const before = await scoreOf(body);
    const posts = [await post(), await post(), await post()];
    for (const postId of posts) await learn({ postId, verdict: 'spam' });
    expect(await scoreOf(body)).toBeGreaterThan(Math.max(before, 0.05));
    for (const postId of posts) await learn({ postId, verdict: null });
    expect(await scoreOf(body)).toBe(before);
    expect(await pairs()).toEqual([]);
  });

  it('learns a post once, as what it was found to be last', async () => {
    const { post, learn, pairs } = await makeFilter();
    const postId = await post();
    await learn({ postId, verdict: 'spam' });
    const once = await pairs();
    expect(once.find(({ pair }) => pair === '')).toMatchObject({ spam: 1, honest: 0 });
    await learn({ postId, verdict: 'spam' });
    expect(await pairs()).toEqual(once);
    await learn({ postId, verdict: 'honest' });
    expect(await pairs()).toEqual(once.map((row) => ({ ...row, spam: 0, honest: 1 })));
  });

  it('takes back exactly what it learnt, even if the post was edited meanwhile', async () => {
    const { post, learn, pairs } = await makeFilter();
    const [postId, other] = [await post(), await post()];
    await learn({ postId: other, verdict: 'honest', body: 'I walk by the river.' });
    const before = await pairs();
    await learn({ postId, verdict: 'spam' });
    await learn({ postId, verdict: null, body: 'I walk by the river.' });
    expect(await pairs()).toEqual(before);
  });

  it('learns nothing where the guard does not hold, and nothing of what was never learnt', async () => {
    const { services, post, learn, pairs } = await makeFilter();
    await learn({ postId: await post(), verdict: 'spam' }, sql`false`);
    await learn({ postId: await post(), verdict: null });
    expect(await pairs()).toEqual([]);
    expect(await services.db.read.select().from(spamVerdicts)).toEqual([]);
  });

  it('learns each language by itself', async () => {
    const { services, post, learn } = await makeFilter();
    await learn({ postId: await post(), verdict: 'spam', language: 'ja', body: '副業' });
    const rows = await services.db.read.select().from(spamPairs);
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['ja']));
  });

  it('keeps no figures, no addresses and no numbers of anybody', async () => {
    const { post, learn, pairs } = await makeFilter();
    await learn({
      postId: await post(),
      verdict: 'spam',
      body: 'qz@mail.example 090-1234-5678 https://qz.example/qz 472',
    });
    const learnt = (await pairs()).map(({ pair }) => pair).join(' ');
    expect(learnt).not.toMatch(/[1-9qz@]/);
  });

  it('learns as many pairs as one write can take of the longest text', async () => {
    const { post, learn, pairs } = await makeFilter();
    const body = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    await learn({ postId: await post(), verdict: 'spam', language: 'ja', body });
    expect((await pairs()).length).toBeLessThanOrEqual(2002);
  });
});

describe('the filter of a new portal', () => {
  it('holds up typical spam of newcomers, and says how sure it is', async () => {
    const { services } = await makeFilter();
    const objection = await spamFilter.look(services, submission({ language: 'ja', body: offer }));
    expect(objection).toMatchObject({ verdict: 'queue', reason: 'spam-filter', detail: expect.stringMatching(/^\d/) });
  });

  it('lets a question pass, and whatever members say that leads nowhere', async () => {
    const { services } = await makeFilter();
    const look = (changes: object) => spamFilter.look(services, submission(changes));
    expect(await look({ body: 'Can I return the shoes if I have worn them once, indoors?' })).toBeNull();
    expect(await look({ language: 'ja', body: '靴のサイズが合わないので、交換できますか。' })).toBeNull();
    expect(await look({ language: 'ja', body: offer, author: member })).toBeNull();
    const leading = `${offer} https://offer.example.com/`;
    expect(await look({ language: 'ja', body: leading, author: member })).toMatchObject({ reason: 'spam-filter' });
  });
});
