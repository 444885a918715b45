import { parse } from 'node-html-parser';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { recounted } from '../../../../api/forum/counters.ts';
import { makePortal } from '../../../support/services.ts';
import { answerIn, askIn, type Member, memberOf, trust } from '../support.ts';
import { forumShells } from './shells.ts';

type Thing = Record<string, unknown>;
type Portal = Awaited<ReturnType<typeof makePortal>>;

async function asking(): Promise<{ portal: Portal; rose: Member; emma: Member }> {
  const portal = await makePortal({ pages: forumShells });
  const [rose, emma] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Emma', 'agent')];
  await trust(portal, rose);
  return { portal, rose, emma };
}

/** What a page says to search engines: its things, whether it may be shown, and the addresses it names. */
async function toldBy(who: Pick<Member, 'ask'> | Portal['app'], path: string) {
  const headers = { Accept: 'text/html' };
  const answer = await ('ask' in who ? who.ask(path, { headers }) : who.request(path, { headers }));
  const root = parse(await answer.text());
  const script = root.querySelector('script[type="application/ld+json"]')?.textContent;
  const data = JSON.parse(script ?? '{"@graph":[]}') as { '@graph': Thing[] };
  const hrefs = root.querySelectorAll('link[rel=canonical], link[hreflang]').map((link) => link.getAttribute('href'));
  return { things: data['@graph'], isShown: !root.querySelector('meta[name=robots]'), hrefs };
}

const typesOf = (things: readonly Thing[]) => things.map((thing) => thing['@type']);

describe('what a thread says to search engines', () => {
  it('is a QAPage once there is an answer, and a posting before', async () => {
    const { portal, rose, emma } = await asking();
    const { thread } = await askIn(rose, { title: '</script><b>Insoles & laces' });
    const before = await toldBy(portal.app, `/en/forum/${thread}/`);
    expect(typesOf(before.things)).toEqual(['DiscussionForumPosting', 'BreadcrumbList']);
    expect(before.things[0]).toMatchObject({ headline: '</script><b>Insoles & laces', commentCount: 0 });
    expect(before.things[0]).not.toHaveProperty('comment');
    await answerIn(emma, thread, '> nothing\n\nYes, **both**.');
    const { things } = await toldBy(portal.app, `/en/forum/${thread}/`);
    expect(typesOf(things)).toEqual(['QAPage', 'BreadcrumbList']);
    expect(things[0]?.['mainEntity']).toMatchObject({
      name: '</script><b>Insoles & laces',
      answerCount: 1,
      suggestedAnswer: [{ '@type': 'Answer', text: 'nothing Yes, both.', upvoteCount: 0 }],
    });
  });

  it('is said of a question on its first page only, where the accepted answer is, with its own place', async () => {
    const { portal, rose, emma } = await asking();
    const { thread } = await askIn(rose);
    let last = '';
    for (let count = 0; count < 21; count += 1) {
      portal.time.now += 1000;
      last = (await answerIn(emma, thread, `Answer ${count}`)).id;
    }
    await portal.services.db.write([
      sql`update forum_posts set accepted_at = 1 where id = ${last}`,
      recounted(sql`select thread_id from forum_posts where id = ${last}`),
    ]);
    const first = await toldBy(portal.app, `/en/forum/${thread}/`);
    const [question = {}] = first.things;
    const { acceptedAnswer, suggestedAnswer } = question['mainEntity'] as Record<string, Thing & Thing[]>;
    expect(acceptedAnswer?.['url']).toBe(`http://localhost:4321/en/forum/${thread}/?page=2#post-${last}`);
    expect(suggestedAnswer).toHaveLength(20);
    const second = await toldBy(portal.app, `/en/forum/${thread}/?page=2`);
    expect(typesOf(second.things)).toEqual(['BreadcrumbList']);
    expect(second.hrefs).toEqual([`http://localhost:4321/en/forum/${thread}/?page=2`]);
  });

  it('is nothing, not even an address, where it is not to be found', async () => {
    const { portal, rose } = await asking();
    const { thread, id } = await askIn(rose);
    await portal.services.db.write([
      sql`update forum_posts set visibility = 'pending' where id = ${id}`,
      recounted(sql`select thread_id from forum_posts where id = ${id}`),
    ]);
    for (const page of [
      await toldBy(rose, `/en/forum/${thread}/`),
      await toldBy(portal.app, '/en/forum/returns/?kind=idea'),
      await toldBy(portal.app, '/en/forum/returns/'),
      await toldBy(rose, '/en/forum/own/'),
    ]) {
      expect(page).toEqual({ things: [], isShown: false, hrefs: [] });
    }
  });
});
