import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { recounted } from '../../../../api/forum/counters.ts';
import { sql } from 'drizzle-orm';
import { makePortal } from '../../../support/services.ts';
import { payloads } from '../../../support/payloads.ts';
import { sendJson } from '../../support/ask.ts';
import { fileOf, photo, sendFiles } from '../../support/files.ts';
import { answerIn, askIn, type Member, memberOf, question } from '../support.ts';
import { forumShells } from './shells.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

const html = { Accept: 'text/html' };
const forum = () => makePortal({ pages: forumShells });

/** An established member: what they write appears at once. */
async function established(portal: Portal, name: string): Promise<Member> {
  const member = await memberOf(portal, name);
  await portal.services.db.write([
    sql`insert into forum_members (account_id, level, posts, created_at) values (${member.id}, 2, 50, 0)
      on conflict (account_id) do update set level = 2, posts = 50`,
  ]);
  return member;
}

async function pageOf(who: { ask: Member['ask'] } | Portal, path: string) {
  const answer = await ('ask' in who ? who.ask(path, { headers: html }) : who.app.request(path, { headers: html }));
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, root: parse(text) };
}

const send = (who: { ask: Member['ask'] } | Portal, path: string, fields: Record<string, string>) => {
  const init = {
    method: 'POST',
    headers: { ...html, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
  return 'ask' in who ? who.ask(path, init) : who.app.request(path, init);
};

describe('a thread on its page', () => {
  it('is read by everybody, with the accepted answer on top and in its place, and is told to search engines', async () => {
    const portal = await forum();
    const [rose, ben] = [await established(portal, 'Rose'), await established(portal, 'Ben')];
    const emma = await memberOf(portal, 'Emma', 'agent');
    const { thread } = await askIn(rose);
    await answerIn(ben, thread, 'I could.');
    const official = await answerIn(emma, thread, 'Yes, **within 30 days**.');
    const accepted = await send(rose, `/en/forum/${thread}/accepted`, { post: official.id });
    expect(accepted.status).toBe(303);

    const { status, root, headers } = await pageOf(portal, `/en/forum/${thread}/`);
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('no-cache');
    expect(headers.get('Vary')).toContain('Cookie');
    expect(root.querySelector('.accepted strong')?.textContent).toBe('within 30 days');
    expect(root.querySelector(`#post-${official.id} .forum-mark[data-mark=official]`)).not.toBeNull();
    expect(root.querySelectorAll('.posts article')).toHaveLength(2);
    expect(root.querySelector('meta[name=robots]')).toBeNull();
    expect(root.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `http://localhost:4321/en/forum/${thread}/`,
    );
    const data = JSON.parse(root.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as {
      '@graph': { '@type': string; mainEntity?: Record<string, unknown> }[];
    };
    expect(data['@graph'][0]).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: question.title,
        answerCount: 2,
        acceptedAnswer: { text: 'Yes, within 30 days.', author: { '@type': 'Organization', name: 'Aruku' } },
        suggestedAnswer: [{ text: 'I could.', author: { '@type': 'Person', name: 'Ben' } }],
      },
    });
  });

  it('is parted into pages that lead to each other, and has no others', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    const emma = await memberOf(portal, 'Emma', 'agent');
    const { thread } = await askIn(rose);
    let last = '';
    for (let count = 0; count < 21; count += 1) {
      portal.time.now += 1000;
      last = (await answerIn(emma, thread, `Answer ${count}`)).id;
    }
    const first = await pageOf(portal, `/en/forum/${thread}/`);
    expect(first.root.querySelector('link[rel=next]')?.getAttribute('href')).toMatch(/\?page=2$/);
    const second = await pageOf(portal, `/en/forum/${thread}/?page=2`);
    expect(second.root.querySelector('link[rel=prev]')?.getAttribute('href')).toMatch(/forum\/\d+\/$/);
    expect(second.root.querySelectorAll('.posts article')).toHaveLength(1);
    for (const page of ['3', '0', '-1', '1e9', 'x']) {
      expect((await pageOf(portal, `/en/forum/${thread}/?page=${page}`)).status, page).toBe(404);
    }
    const place = await portal.app.request(`/en/forum/posts/${last}/`);
    expect(place.headers.get('Location')).toBe(`/en/forum/${thread}/?page=2#post-${last}`);
  });

  it('leads from another language, from an old number and without its slash to where it is', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    const [one, other] = [await askIn(rose), await askIn(rose, { title: 'A gift without a receipt?' })];
    const to = async (path: string) => {
      const answer = await portal.app.request(path);
      return [answer.status, answer.headers.get('Location')];
    };
    expect(await to(`/ja/forum/${one.thread}/`)).toEqual([308, `/en/forum/${one.thread}/`]);
    expect(await to(`/en/forum/${one.thread}?page=2`)).toEqual([308, `/en/forum/${one.thread}/?page=2`]);
    await portal.services.db.write([
      sql`update forum_threads set merged_into_id = (select id from forum_threads where number = ${other.thread})
        where number = ${one.thread}`,
    ]);
    expect(await to(`/en/forum/${one.thread}/`)).toEqual([308, `/en/forum/${other.thread}/`]);
  });

  it('says that it is gone once it was removed, and of what waits nothing to anybody else', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    const { thread, id } = await askIn(rose);
    const to = async (visibility: string) =>
      portal.services.db.write([
        sql`update forum_posts set visibility = ${visibility} where id = ${id}`,
        recounted(sql`select thread_id from forum_posts where id = ${id}`),
      ]);
    await to('removed');
    const gone = await pageOf(portal, `/en/forum/${thread}/`);
    expect([gone.status, gone.root.querySelector('h1')?.textContent]).toEqual([410, 'This thread was removed']);
    await to('pending');
    expect((await pageOf(portal, `/en/forum/${thread}/`)).status).toBe(404);
    const own = await pageOf(rose, `/en/forum/${thread}/`);
    expect(own.root.querySelector('.post-standing')?.textContent).toContain('Nobody else sees this post yet');
    expect(own.root.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(own.headers.get('Cache-Control')).toBe('private, no-store');
    expect(own.headers.get('ETag')).toBeNull();
  });

  it('shows what members write as text, whatever it is', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    for (const payload of payloads.slice(0, 30)) {
      await portal.services.db.write([
        sql`update accounts set name = ${`n ${payload}`.slice(0, 80)} where id = ${rose.id}`,
      ]);
      const emma = await memberOf(portal, 'Emma', 'agent');
      const { thread } = await askIn(emma, { title: `t ${payload}`.slice(0, 110), body: `b ${payload}` });
      await send(rose, `/en/forum/${thread}/posts`, { body: `r ${payload}` });
      for (const path of [`/en/forum/${thread}/`, '/en/forum/', `/en/forum/members/${rose.id}/`]) {
        const { root } = await pageOf(rose, path);
        const scripts = root
          .querySelectorAll('script')
          .filter((one) => one.getAttribute('type') !== 'application/ld+json');
        expect(scripts).toEqual([]);
        expect(root.querySelectorAll('iframe, object, embed, svg, style, base, [srcdoc]')).toEqual([]);
        for (const element of root.querySelectorAll('*')) {
          for (const [name, value] of Object.entries(element.attributes)) {
            expect(name.startsWith('on'), `${name} of ${payload}`).toBe(false);
            if (name === 'href' || name === 'src') expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
          }
        }
      }
    }
  });
});

describe('the forms of the forum, without JavaScript', () => {
  it('ask, answer, say “me too”, report, edit and take back', async () => {
    const portal = await forum();
    const [rose, ben] = [await established(portal, 'Rose'), await established(portal, 'Ben')];
    const asked = await send(rose, '/en/forum/new/', { ...question, key: 'a-key-of-the-form' });
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, '/en/forum/1/']);
    const again = await send(rose, '/en/forum/new/', { ...question, key: 'a-key-of-the-form' });
    expect(again.headers.get('Location')).toBe('/en/forum/1/');

    const { root } = await pageOf(ben, '/en/forum/1/');
    const opening = root.querySelector('[data-post]')?.getAttribute('data-post') ?? '';
    const quoting = await pageOf(ben, `/en/forum/1/?quote=${opening}`);
    expect(quoting.root.querySelector('#reply [name=quotes]')?.getAttribute('value')).toBe(opening);
    const sent = await send(ben, '/en/forum/1/posts', { body: 'Yes, I think.', quotes: opening });
    const reply = /#post-(.+)$/.exec(sent.headers.get('Location') ?? '')?.[1] ?? '';
    expect((await pageOf(portal, '/en/forum/1/')).root.querySelector(`#post-${reply} .post-quote`)).not.toBeNull();

    expect((await send(ben, '/en/forum/1/me-too', { says: 'yes', wording: 'Worn once?' })).status).toBe(303);
    expect((await pageOf(ben, '/en/forum/1/')).text).toContain('1 has the same question');
    expect((await send(ben, '/en/forum/1/me-too', { says: 'no' })).status).toBe(303);

    expect((await pageOf(rose, `/en/forum/posts/${reply}/flag`)).root.querySelector('#flag')).not.toBeNull();
    const flagged = await send(rose, `/en/forum/posts/${reply}/flag`, { post: reply, reason: 'off-topic' });
    expect(flagged.headers.get('Location')).toBe('/en/forum/1/?flagged');

    const edit = await pageOf(ben, `/en/forum/posts/${reply}/edit`);
    expect(edit.root.querySelector('#edit textarea')?.textContent.trim()).toBe('Yes, I think.');
    const version = edit.root.querySelector('[name=version]')?.getAttribute('value') ?? '';
    expect((await send(ben, `/en/forum/posts/${reply}/edit`, { version, body: 'Yes, surely.' })).status).toBe(303);
    expect((await pageOf(portal, '/en/forum/1/')).text).toContain('Yes, surely.');
    expect((await send(ben, `/en/forum/posts/${reply}/remove`, {})).status).toBe(303);
    expect((await pageOf(portal, '/en/forum/1/')).text).not.toContain('Yes, surely.');
    expect((await pageOf(ben, '/en/forum/own/')).text).toContain('Removed');
  });

  it('say of one’s own posts what became of them, whose role decided, and why, never who', async () => {
    const portal = await forum();
    const [rose, ben] = [await established(portal, 'Rose'), await established(portal, 'Ben')];
    const mia = await memberOf(portal, 'Mia', 'moderator');
    const { thread } = await askIn(rose);
    const { id } = await answerIn(ben, thread, 'I could.');
    await send(rose, `/en/forum/posts/${id}/flag`, { post: id, reason: 'other' });
    const queue = await mia.ask('/api/moderation/reviewables');
    const { reviewables } = (await queue.json()) as { reviewables: { id: string; version: number }[] };
    const items = reviewables.map((item) => ({ id: item.id, version: item.version }));
    await sendJson(mia.ask, '/api/moderation/decisions', { items, action: 'hide', note: 'Say which ones.' });
    const own = (await pageOf(ben, '/en/forum/own/')).root.querySelector('.threads')?.textContent;
    expect(own).toContain('Hidden');
    expect(own).toContain('Decided by a moderator');
    expect(own).toContain('Say which ones.');
    expect(own).not.toMatch(/Mia|Rose/);
  });

  it('keep what was typed, and say what is wrong: also to somebody who was signed out meanwhile', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    await askIn(rose);
    const empty = await send(rose, '/en/forum/1/posts', { body: ' ' });
    expect(empty.status).toBe(422);
    const out = await send(portal, '/en/forum/1/posts', { body: 'A long answer.' });
    const root = parse(await out.text());
    expect(out.status).toBe(401);
    expect(root.querySelector('#reply textarea')?.textContent.trim()).toBe('A long answer.');
    expect(root.querySelector('#reply .problem')?.textContent).toContain('Please sign in');
    expect(root.querySelector('[data-when=reply]')?.hasAttribute('hidden')).toBe(false);
  });
});

describe('lists, feeds and the map', () => {
  it('show the threads of a board, by kind and by where they stand, each a link', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    expect((await pageOf(portal, '/en/forum/')).root.querySelector('meta[name=robots]')).not.toBeNull();
    await askIn(rose);
    await askIn(rose, { kind: 'idea', title: 'Insoles for winter', body: 'Warm ones would be nice.' });
    const titles = async (path: string) =>
      (await pageOf(portal, path)).root.querySelectorAll('.threads h3').map((title) => title.textContent.trim());
    expect(await titles('/en/forum/')).toHaveLength(2);
    expect(await titles('/ja/forum/')).toEqual([]);
    expect(await titles('/en/forum/returns/?kind=idea')).toEqual(['Insoles for winter']);
    expect(await titles('/en/forum/returns/?lane=unanswered')).toEqual([question.title]);
    expect((await pageOf(portal, '/en/forum/returns/?kind=idea')).text).toContain('noindex');
    expect((await pageOf(portal, '/en/forum/returns/')).text).not.toContain('noindex');
    expect((await pageOf(portal, '/en/forum/returns/?page=2')).status).toBe(404);
    expect((await pageOf(portal, '/en/forum/nothing/')).status).toBe(404);
  });

  it('are feeds and a map that hold what everybody sees, at once', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    const { thread, id } = await askIn(rose, { title: 'A & B <i>?' });
    for (const path of ['/en/forum/feed.xml', '/en/forum/returns/feed.xml', `/en/forum/${thread}/feed.xml`]) {
      const answer = await portal.app.request(path);
      expect(answer.headers.get('Content-Type'), path).toContain('application/atom+xml');
      expect(await answer.text(), path).toContain('A &amp; B &lt;i&gt;?');
    }
    const map = async () => (await portal.app.request('/forum/sitemap-1.xml')).text();
    expect(await (await portal.app.request('/forum/sitemap.xml')).text()).toContain('/forum/sitemap-1.xml');
    expect(await map()).toContain(`/en/forum/${thread}/`);
    await portal.services.db.write([
      sql`update forum_posts set visibility = 'hidden' where id = ${id}`,
      recounted(sql`select thread_id from forum_posts where id = ${id}`),
    ]);
    expect(await map()).not.toContain(`/en/forum/${thread}/`);
  });
});

describe('pictures, without JavaScript', () => {
  const asked = { board: 'returns', kind: 'question', title: 'Is this worn out?', body: 'See the heel.' };

  it('are sent along with a question and with a reply, and stand in their posts', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    const heel = fileOf(await photo(), 'heel.jpg');
    const answer = await sendFiles(rose.ask, '/en/forum/new/', { ...asked, language: 'en', key: 'k'.repeat(32) }, [
      heel,
    ]);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, expect.stringContaining('/en/forum/1/')]);
    expect((await pageOf(portal, '/en/forum/1/')).root.querySelector('.post-pictures img')?.getAttribute('alt')).toBe(
      'heel.jpg',
    );
    const sole = fileOf(await photo('png'), 'sole.png');
    const reply = await sendFiles(rose.ask, '/en/forum/1/posts', { body: 'And the sole.', key: 'r'.repeat(32) }, [
      sole,
      heel,
    ]);
    expect(reply.status).toBe(303);
    expect((await pageOf(portal, '/en/forum/1/')).root.querySelectorAll('.posts .post-pictures img')).toHaveLength(2);
  });

  it('that are none, or too many, are named at their field, and what was typed is kept', async () => {
    const portal = await forum();
    const rose = await established(portal, 'Rose');
    const fields = { ...asked, language: 'en', key: 'k'.repeat(32) };
    const wrong = await sendFiles(rose.ask, '/en/forum/new/', fields, [fileOf('no picture', 'heel.jpg')]);
    const text = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(text).toContain('Please send one picture at a time');
    expect(text).toContain('See the heel.');
    const five = await Promise.all([1, 2, 3, 4, 5].map(async (n) => fileOf(await photo(), `${n}.jpg`)));
    const many = await sendFiles(rose.ask, '/en/forum/new/', fields, five);
    expect(await many.text()).toContain('A post can have up to 4 pictures.');
  });
});
