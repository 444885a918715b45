import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { button, dialog, listed, openQueue, said, title } from './open-queue.ts';
import { useQueue } from './queue-server.ts';
import { detailOf, flaggedOf, reviewableOf, standingOf, threadOf } from './reviewables.ts';

const appealed = () =>
  reviewableOf('1', {
    appeal: { id: 'ap1', body: '宣伝ではありません。', createdAt: Date.parse('2026-11-21T09:00:00+09:00') },
    actions: [],
  });

async function openOne(
  item = flaggedOf('1'),
  says: Parameters<typeof useQueue>[1] = {},
  opening: Parameters<typeof openQueue>[0] = {},
) {
  const server = useQueue([item, reviewableOf('2')], says);
  const queue = await openQueue(opening);
  await expect.poll(listed).toContain('1');
  await userEvent.keyboard('j');
  await expect.poll(title).not.toBe('');
  await expect.poll(() => document.querySelector('.member-facts')).not.toBeNull();
  return { ...server, queue };
}

/** Opens the dialog about the thread, and chooses what wants something more. */
async function chooseAct(figure: string) {
  await userEvent.keyboard('m');
  await expect.poll(() => document.querySelector('[name=act]')).not.toBeNull();
  await userEvent.keyboard(figure);
  await expect.poll(() => document.activeElement?.closest('.act-more')).not.toBeNull();
  await expectAccessible(find('dialog'));
}

describe('an item', () => {
  it('shows the post as readers see it and as it was written, why it is here, and what stands around it', async () => {
    await openOne();
    expect(find('.item-post .post-body strong').textContent).toBe('大丈夫');
    expect(find('.post-source').textContent).toContain('手洗いで**大丈夫**でした');
    expect(find('.item-reasons').textContent).toMatch(/個人情報\s*森 悠さんからの通報/);
    expect(find('.item-reasons').textContent).toContain('電話番号があります');
    await expect.poll(() => document.querySelectorAll('.context-posts li').length).toBe(4);
    expect(find('.member').textContent).toContain('妥当3件・不当1件');
    expect(find('.item-history').textContent).toContain('確認待ちになりました');
  });

  it('shows its pictures, what it said before it was edited, and marks what was found', async () => {
    const item = reviewableOf('1');
    const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const picture = { id: 'q1', url, width: 60, height: 40, name: 'sole.png' };
    const post = item.post && { ...item.post, html: '<p>夜の副業です</p>', pictures: [picture], editedAt: 1 };
    const { queue } = await openOne(
      { ...item, post },
      {
        'GET /posts/:id/revisions': {
          revisions: [{ title: null, body: '電話は090-1234-5678です', by: '森 悠', reason: '連絡先', at: 1 }],
        },
      },
    );
    expect(find('.item-pictures img').getAttribute('alt')).toBe('sole.png');
    expect([...(CSS.highlights.get('moderation-found') ?? [])].map(String)).toEqual(['副業']);
    await userEvent.click(find('mado-other-text summary'));
    await expect.poll(() => find('mado-other-text').textContent).toContain('電話は090-1234-5678です');
    await expectAccessible(queue);
    await userEvent.keyboard('j');
    await expect.poll(title).toContain('2');
    expect(document.querySelector('.item-pictures')).toBeNull();
  });

  it('is edited by w, with a reason, and put back by u', async () => {
    const { asked } = await openOne(flaggedOf('1'), {
      'GET /posts/:id/source': { title: null, body: '電話は090-1234-5678です', version: 3 },
      'PUT /posts/:id': {},
    });
    await userEvent.keyboard('w');
    await expect.poll(() => document.activeElement?.getAttribute('name')).toBe('body');
    await expectAccessible(find('dialog'));
    await userEvent.fill(find('[name=body]'), '電話でお願いします');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => find('#dialog-problem').textContent).toContain('編集の理由を');
    await userEvent.fill(find('[name=reason]'), '電話番号を外しました');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(said).toBe('投稿を編集しました。');
    const [edit] = asked('PUT /posts/p-1');
    expect(edit).toEqual({ version: 3, body: '電話でお願いします', reason: '電話番号を外しました' });
    await userEvent.keyboard('u');
    await expect.poll(() => asked('PUT /posts/p-1')[1]).toMatchObject({ version: 4, body: '電話は090-1234-5678です' });
  });

  it('moves nothing when it is claimed: who has it stands beside', async () => {
    const waiting = Promise.withResolvers<object>();
    const { all } = await openOne(flaggedOf('1'), { 'PUT /reviewables/:id/claim': () => waiting.promise });
    const before = find('.item-reasons').getBoundingClientRect().top;
    const item = all.get('1');
    waiting.resolve({ ...item, claimedBy: { id: 'a1', name: '青木 花', until: Date.now() + 600_000 } });
    await expect.poll(() => document.querySelector('.ticket-side .item-mine')).not.toBeNull();
    expect(find('.item-reasons').getBoundingClientRect().top).toBe(before);
  });

  it('opens its thread at the post by g', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const pages: Parameters<typeof useQueue>[1] = {
      'GET /threads/:id': ({ query }) =>
        query.get('page') === '3' ? threadOf(['p-1'], { page: 3, pages: 3 }) : threadOf(['p-0'], { pages: 3 }),
    };
    await openOne(flaggedOf('1'), pages);
    await expect.poll(() => document.querySelectorAll('.context-posts li').length).toBe(2);
    await userEvent.keyboard('g');
    expect(opened).toHaveBeenCalledWith('/ja/forum/12/?page=3#post-p-1', '_blank', 'noopener');
    opened.mockRestore();
  });

  it('is shown anew when somebody else changed it, with who and what', async () => {
    const { all, queue } = await openOne();
    const item = all.get('1');
    const event = {
      id: 'e2',
      decisionId: 'dx',
      role: 'moderator' as const,
      from: null,
      rule: null,
      note: null,
      createdAt: 1,
    };
    const changed = { ...(item ?? flaggedOf('1')), version: 2, state: 'rejected' as const };
    const detail = detailOf(changed, { history: [{ ...event, by: '森 悠', action: 'hide', to: 'rejected' }] });
    await queue.querySelector('mado-desk-reviewable')?.updateComplete;
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(detail)));
    await queue.querySelector('mado-desk-reviewable')?.look();
    await expect.poll(() => find('.item-note').textContent).toBe('森 悠さんの操作を反映しました：非表示にしました');
  });

  it('lets an open decision of the history be undone', async () => {
    const item = reviewableOf('1', { state: 'approved', actions: ['hide', 'remove'] });
    const event = {
      id: 'e2',
      decisionId: 'd9',
      role: 'moderator' as const,
      from: 'pending' as const,
      rule: null,
      note: null,
      createdAt: 1,
    };
    const { asked } = await openOne(
      item,
      {
        'GET /reviewables/:id': detailOf(item, {
          history: [{ ...event, by: '森 悠', action: 'approve', to: 'approved' }],
        }),
        'DELETE /decisions/:id': { id: 'd9', decided: ['1'], refused: [] },
      },
      { hash: '#/moderation/approved' },
    );
    await userEvent.click(button('この判断を元に戻す'));
    await expect.poll(() => asked('DELETE /decisions/d9').length).toBe(1);
    await expect.poll(said).toBe('1件を元に戻しました。');
  });
});

describe('an appeal', () => {
  it.for([
    ['a', 'reversed', '掲載に戻し'],
    ['r', 'upheld', '判断を維持すると回答しました'],
  ] as const)('is answered with a ready text by a key: %s', async ([key, verdict, done]) => {
    const { asked } = await openOne(appealed(), {}, { hash: '#/moderation/appeals' });
    expect(find('.item-appeal').textContent).toContain('宣伝ではありません。');
    await userEvent.keyboard(key);
    await expect.poll(dialog).not.toBeNull();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(said).toContain(done);
    expect(asked('PUT /appeals/ap1')[0]).toMatchObject({ verdict });
    await expect.poll(listed).toEqual([]);
  });

  it('says when somebody else has to answer', async () => {
    await openOne(appealed(), { 'PUT /appeals/:id': { problem: 'not-allowed' } });
    await userEvent.keyboard('r');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.click(button('判断を維持して回答'));
    await expect.poll(() => find('#dialog-problem').textContent).not.toBe('');
    expect(find('textarea[name=answer]')).toHaveProperty(
      'value',
      '別の担当者があらためて確認しましたが、当初の判断のとおりといたします。',
    );
  });
});

describe('the author', () => {
  it('is suspended with an end in the portal’s time, a rule and a reason; it can be undone', async () => {
    const lifted = { 'DELETE /sanctions/:id': standingOf('m-1') };
    const after = standingOf('m-1', { version: 5, suspendedUntil: Date.parse('2036-12-01T09:00:00+09:00') });
    const { asked } = await openOne(flaggedOf('1'), { 'POST /members/:id/sanctions': after, ...lifted });
    await userEvent.keyboard('s');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.click(find('[name=kind][value=suspension]'));
    const until = find('[name=until]') as HTMLInputElement;
    until.value = '2036-12-01T09:00';
    until.dispatchEvent(new Event('input'));
    await userEvent.click(find('[name=rule][value=kind]'));
    expect(find('[name=reason]')).toHaveProperty(
      'value',
      '相手を傷つけることばは使わないでください。今後のご投稿では、この点にご注意ください。',
    );
    await expectAccessible(find('dialog'));
    await userEvent.click(button('措置を決定する'));
    await expect.poll(said).toBe('佐藤 健さんへの措置を決定しました：利用停止');
    expect(asked('POST /members/m-1/sanctions')[0]).toMatchObject({
      version: 4,
      kind: 'suspension',
      rule: 'kind',
      until: Date.parse('2036-12-01T09:00:00+09:00'),
    });
    expect(find('.member-limit').textContent).toContain('利用停止中');
    await userEvent.keyboard('u');
    await expect.poll(() => asked('DELETE /sanctions/s1').length).toBe(1);
  });

  it('wants an end that is ahead, and a reason', async () => {
    const { asked } = await openOne();
    await userEvent.keyboard('s');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.click(button('措置を決定する'));
    await expect.poll(() => find('#dialog-problem').textContent).toContain('理由を書いてください');
    await userEvent.click(find('[name=kind][value=silence]'));
    const until = find('[name=until]') as HTMLInputElement;
    until.value = '2020-01-01T09:00';
    until.dispatchEvent(new Event('input'));
    await userEvent.click(button('措置を決定する'));
    await expect.poll(() => find('#dialog-problem').textContent).toContain('1年以内');
    expect(document.activeElement).toBe(until);
    expect(asked('POST /members/m-1/sanctions')).toEqual([]);
  });

  it('is given a level that stays, and is let off a warning', async () => {
    const set = standingOf('m-1', {
      author: { id: 'm-1', name: '佐藤 健', isStaff: false, level: 3 },
      isLevelFixed: true,
      version: 5,
    });
    const { asked } = await openOne(flaggedOf('1'), {
      'PUT /members/:id/level': set,
      'DELETE /sanctions/:id': standingOf('m-1', { sanctions: [] }),
    });
    await userEvent.click(find('.member-level summary'));
    await userEvent.selectOptions(find('#member-level'), '3');
    await userEvent.click(find('.member-keep input'));
    await userEvent.click(find('.member-level [type=submit]'));
    await expect.poll(said).toContain('レベル3');
    expect(asked('PUT /members/m-1/level')).toEqual([{ version: 4, level: 3, isFixed: true }]);
    await userEvent.click(button('取り消す'));
    await userEvent.click(button('取り消す'));
    await expect.poll(said).toBe('措置を取り消しました。');
    expect(asked('DELETE /sanctions/s1').length).toBe(1);
  });

  it('has a page of their own beside the queue', async () => {
    useQueue([reviewableOf('1')]);
    const queue = await openQueue({ hash: '#/moderation/member/m7' });
    await expect.poll(() => document.querySelector('.member-facts')).not.toBeNull();
    expect(listed()).toEqual(['1']);
    await expectAccessible(queue);
  });
});

describe('the thread', () => {
  it.for([
    ['1', 'PUT /threads/12/lock', { version: 3 }],
    ['2', 'PUT /threads/12/pin', { version: 3 }],
  ] as const)('is locked and pinned by m and a figure: %s', async ([figure, what, json]) => {
    const result = { decision: 'd5', thread: 12, version: 4 };
    const { asked } = await openOne(flaggedOf('1'), {
      [what]: result,
      'DELETE /decisions/:id': { id: 'd5', decided: ['t'], refused: [] },
    });
    await userEvent.keyboard('m');
    await expect.poll(() => document.querySelector('[name=act]')).not.toBeNull();
    await userEvent.keyboard(figure);
    await expect.poll(said).toContain('スレッド12');
    expect(asked(what)).toEqual([json]);
    await userEvent.keyboard('u');
    await expect.poll(() => asked('DELETE /decisions/d5').length).toBe(1);
    await expect.poll(said).toBe('元に戻しました。');
  });

  it('is unlocked where it is locked', async () => {
    const { asked } = await openOne(flaggedOf('1'), {
      'GET /threads/:id': threadOf([], { isLocked: true }),
      'DELETE /threads/:id/lock': { decision: 'd5', thread: 12, version: 4 },
    });
    await userEvent.keyboard('m');
    await expect.poll(() => document.querySelector('.rule-choices')?.textContent).toContain('ロックを解除する');
    await userEvent.keyboard('1');
    await expect.poll(() => asked('DELETE /threads/12/lock').length).toBe(1);
  });

  it('becomes the draft of an article where an answer is accepted, and no article has come of it yet', async () => {
    const solved = threadOf([], { accepted: threadOf().opening });
    const { asked } = await openOne(flaggedOf('1'), {
      'GET /threads/:id': solved,
      'POST /threads/:id/article-draft': { files: ['faq/ja/shoes-12.mdx', 'faq/en/shoes-12.mdx'] },
    });
    await userEvent.keyboard('m');
    await expect.poll(() => document.querySelectorAll('[name=act]').length).toBe(7);
    await userEvent.keyboard('7');
    await expect.poll(said).toBe('記事の下書きを作りました：faq/ja/shoes-12.mdx');
    expect(asked('POST /threads/12/article-draft')).toHaveLength(1);
    expect(document.querySelector('.queue-said .list-undo')).toBeNull();
  });

  it('is not drafted twice once its article is out, and never without an answer', async () => {
    const article = { url: '/ja/faq/shoes-12/', title: '中敷きは洗えますか' };
    await openOne(flaggedOf('1'), {
      'GET /threads/:id': threadOf([], { accepted: threadOf().opening, article }),
    });
    await userEvent.keyboard('m');
    await expect.poll(() => document.querySelectorAll('[name=act]').length).toBe(6);
  });

  it('is moved, merged and split', async () => {
    const result = { decision: 'd5', thread: 40, version: 1 };
    const { asked } = await openOne(flaggedOf('1'), {
      'PUT /threads/:id/board': result,
      'POST /threads/:id/merge': result,
      'POST /threads/:id/split': result,
    });
    await chooseAct('4');
    await userEvent.click(button('実行する'));
    await expect.poll(() => asked('PUT /threads/12/board')).toEqual([{ version: 3, board: 'returns' }]);
    await expect.poll(dialog).toBeNull();
    await chooseAct('5');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('#dialog-problem').textContent).toContain('番号を入力');
    await userEvent.keyboard('40{Enter}');
    await expect.poll(() => asked('POST /threads/12/merge')).toEqual([{ version: 3, into: 40 }]);
    await expect.poll(dialog).toBeNull();
    await chooseAct('6');
    await userEvent.keyboard('洗い方{Enter}');
    await expect.poll(() => asked('POST /threads/12/split')).toEqual([{ version: 3, posts: ['p-1'], title: '洗い方' }]);
  });

  it('gives up a post to a private request by t and Enter', async () => {
    const { asked } = await openOne(flaggedOf('1'), {
      'POST /posts/:id/ticket': { reference: 'M-ABCD', decision: 'd6' },
    });
    await userEvent.keyboard('t');
    await expect.poll(dialog).not.toBeNull();
    await expectAccessible(find('dialog'));
    await userEvent.keyboard('{Enter}');
    await expect.poll(said).toBe('お問い合わせ M-ABCD に移しました。');
    expect(asked('POST /posts/p-1/ticket')[0]).toMatchObject({ version: 1 });
    await expect.poll(title).toContain('2');
  });
});

describe.for(['ja', 'en'] as const)('every state, in %s', (language) => {
  it.for([390, 1280])('reads and can be reached at %i px', async (width) => {
    const urgent = flaggedOf('1', { isUrgent: true, language: language === 'ja' ? 'en' : 'ja' });
    const { queue } = await openOne(urgent, {}, { language, width });
    await expect.poll(() => document.querySelectorAll('.context-posts li').length).toBe(4);
    await expectAccessible(queue);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const each of document.querySelectorAll<HTMLElement>('.item-acts .bulk-way')) {
      expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
    await userEvent.click(find('.member-level summary'));
    await userEvent.keyboard('e');
    await expect.poll(dialog).not.toBeNull();
    await expectAccessible(find('dialog'));
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialog).toBeNull();
    await userEvent.keyboard('a');
    await expect.poll(said).not.toBe('');
    location.hash = '#/moderation/pending';
    await expect.poll(() => document.querySelector('.item')).toBeNull();
    await userEvent.click(find('.row-select input'));
    await expect.poll(() => document.querySelector('.bulk')).not.toBeNull();
    await expectAccessible(queue);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  it('says that a list is empty, that it is about a member, that there is an appeal, that somebody is at it', async () => {
    const about = { id: 'x', name: '佐藤 健', isStaff: false, level: 0 };
    const items = [
      reviewableOf('1', {
        kind: 'member',
        post: null,
        board: null,
        author: about,
        actions: ['approve', 'reject', 'ignore'],
      }),
      appealed(),
      reviewableOf('3', { claimedBy: { id: 'a2', name: '森 悠', until: Date.now() + 600_000 } }),
    ].map((item, index) => ({ ...item, id: String(index + 1) }));
    useQueue(items);
    const queue = await openQueue({ language });
    await expect.poll(listed).toEqual(['1', '2', '3']);
    for (const id of ['1', '2', '3']) {
      await userEvent.keyboard('j');
      await expect.poll(() => location.hash).toContain(`/${id}`);
      await expect.poll(() => document.querySelector('.member-facts')).not.toBeNull();
      await expectAccessible(queue);
    }
    location.hash = '#/moderation/removed';
    await expect.poll(() => document.querySelector('.desk-empty')?.textContent).toMatch(/まだありません|yet/);
    await expectAccessible(queue);
  });
});

describe('the list', () => {
  it('keeps the line of what is open in sight, and the page where it is', async () => {
    useQueue(Array.from({ length: 30 }, (_, index) => reviewableOf(String(index + 1))));
    await openQueue();
    await expect.poll(() => listed().length).toBe(30);
    await userEvent.keyboard('j'.repeat(12));
    await expect.poll(title).toContain('12');
    const line = find('.ticket-row:has([aria-current=true])').getBoundingClientRect();
    expect(line.top).toBeGreaterThanOrEqual(0);
    expect(line.bottom).toBeLessThanOrEqual(window.innerHeight);
    expect(window.scrollY).toBe(0);
  });

  it('selects everything that somebody wrote', async () => {
    const mine = { id: 'm-1', name: '佐藤 健', isStaff: false, level: 0 };
    useQueue([reviewableOf('1'), reviewableOf('2'), reviewableOf('3', { author: mine })]);
    await openQueue();
    await expect.poll(listed).toEqual(['1', '2', '3']);
    await userEvent.keyboard('j');
    await expect.poll(title).toContain('1');
    await userEvent.keyboard('*u');
    await expect.poll(() => document.querySelector('.bulk strong')?.textContent).toBe('2件を選択中');
  });

  it('is narrowed by language and by what it is about, in the address', async () => {
    useQueue([reviewableOf('1'), reviewableOf('2', { language: 'en' })]);
    await openQueue();
    await expect.poll(listed).toEqual(['1', '2']);
    await userEvent.selectOptions(find('#queue-language'), 'en');
    await expect.poll(listed).toEqual(['2']);
    expect(location.hash).toBe('#/moderation/pending?language=en');
    await userEvent.selectOptions(find('#queue-kind'), 'member');
    await expect.poll(listed).toEqual([]);
  });

  it('goes on where a page ends, and counts what waits', async () => {
    useQueue(Array.from({ length: 60 }, (_, index) => reviewableOf(String(index + 1), { isUrgent: index === 0 })));
    await openQueue();
    await expect.poll(() => listed().length).toBe(50);
    await expect.poll(() => find('.desk-rail [aria-current=page]').textContent).toMatch(/確認待ち\s*至急1件\s*60/);
    await userEvent.click(button('さらに表示'));
    await expect.poll(() => listed().length).toBe(60);
  });

  it('says so when it does not come, and tries again', async () => {
    let isDown = true;
    useQueue([], {
      'GET /reviewables': () => (isDown ? 'unreachable' : { reviewables: [reviewableOf('1')], next: null }),
    });
    await openQueue();
    await expect.poll(() => document.querySelector('.problem')?.textContent).toContain('接続できません');
    isDown = false;
    await userEvent.click(button('もう一度試す'));
    await expect.poll(listed).toEqual(['1']);
  });
});
