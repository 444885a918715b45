import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { listen } from '../../fixtures.ts';
import { button, dialog, listed, openQueue, said, title } from './open-queue.ts';
import { useQueue } from './queue-server.ts';
import { flaggedOf, reviewableOf } from './reviewables.ts';

const three = () => ['1', '2', '3'].map((id) => reviewableOf(id));

async function openFirst(items = three(), says: Parameters<typeof useQueue>[1] = {}) {
  const server = useQueue(items, says);
  const queue = await openQueue();
  await expect.poll(listed).toEqual(items.map(({ id }) => id));
  await userEvent.keyboard('j');
  await expect.poll(title).toContain('1');
  return { ...server, queue };
}

describe('deciding by keyboard', () => {
  it('opens the first, the next and the one before', async () => {
    await openFirst();
    await userEvent.keyboard('jj');
    await expect.poll(title).toContain('3');
    await userEvent.keyboard('k');
    await expect.poll(title).toContain('2');
    expect(document.activeElement?.className).toBe('ticket-title');
  });

  it('approves by one key, and has the next there before the answer', async () => {
    const waiting = Promise.withResolvers<object>();
    const { asked } = await openFirst(three(), { 'POST /decisions': () => waiting.promise });
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('2');
    expect(listed()).toEqual(['2', '3']);
    expect(said()).toBe('');
    waiting.resolve({ id: 'd1', decided: ['1'], refused: [] });
    await expect.poll(said).toBe('「中敷きは洗えますか 1」を掲載しました。');
    expect(asked('POST /decisions')).toEqual([{ items: [{ id: '1', version: 1 }], action: 'approve' }]);
  });

  it('decides on each once, however fast the keys come', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('aaa');
    await expect.poll(() => asked('POST /decisions').length).toBe(3);
    expect(asked('POST /decisions')).toMatchObject(['1', '2', '3'].map((id) => ({ items: [{ id }] })));
    expect(listed()).toEqual([]);
  });

  it('works a list off with one key each', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('2');
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('3');
    await userEvent.keyboard('a');
    await expect.poll(() => document.querySelector('.desk-empty')?.textContent).toContain('ありません');
    await expect.poll(() => asked('POST /decisions').length).toBe(3);
  });

  it.for([
    ['r', 'reject', '不掲載にしました', reviewableOf],
    ['h', 'reject', '不掲載にしました', reviewableOf],
    ['h', 'hide', '非表示にしました', flaggedOf],
    ['r', 'hide', '非表示にしました', flaggedOf],
    ['d', 'remove', '削除しました', reviewableOf],
  ] as const)('takes a key and the figure of a rule: %s, %s', async ([key, action, done, kindOf]) => {
    const { asked } = await openFirst([kindOf('1'), reviewableOf('2')]);
    await userEvent.keyboard(key);
    await expect.poll(dialog).not.toBeNull();
    await userEvent.keyboard('2');
    await expect.poll(said).toContain(done);
    expect(asked('POST /decisions')).toEqual([{ items: [{ id: '1', version: 1 }], action, rule: 'private' }]);
    expect(dialog()).toBeNull();
    await expect.poll(title).toContain('2');
  });

  it('proposes the rule that the reasons point to: Enter takes it', async () => {
    const { asked } = await openFirst([flaggedOf('1'), reviewableOf('2')]);
    await userEvent.keyboard('r');
    await expect.poll(dialog).not.toBeNull();
    expect(document.querySelector<HTMLInputElement>('[name=rule]:checked')?.value).toBe('private');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked('POST /decisions').length).toBe(1);
    expect(asked('POST /decisions')[0]).toMatchObject({ action: 'hide', rule: 'private' });
  });

  it('asks for a rule where none is proposed', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('r');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.querySelector('#dialog-problem')?.textContent).toContain('ルールを一つ選ぶか');
    expect(asked('POST /decisions')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialog).toBeNull();
    expect(title()).toContain('1');
  });

  it('returns with a ready text that can be written on', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('e');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.keyboard('2');
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard(' 3行目です{Control>}{Enter}{/Control}');
    await expect.poll(said).toContain('投稿者に戻しました');
    expect(asked('POST /decisions')[0]).toEqual({
      items: [{ id: '1', version: 1 }],
      action: 'return',
      rule: 'private',
      note: 'ご注文番号は書き込まないでください。該当する部分を直して、もう一度お送りください。 3行目です',
    });
  });

  it('keeps what somebody wrote when they choose another rule', async () => {
    await openFirst();
    await userEvent.keyboard('e');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.click(document.querySelector('textarea') ?? document.body);
    await userEvent.keyboard('自分の文');
    await userEvent.click(document.querySelector('[name=rule]') ?? document.body);
    expect(document.querySelector('textarea')?.value).toBe('自分の文');
  });

  it('ignores flags by one key, and says where that cannot be decided', async () => {
    const { asked } = await openFirst([flaggedOf('1'), reviewableOf('2')]);
    await userEvent.keyboard('i');
    await expect.poll(title).toContain('2');
    await userEvent.keyboard('i');
    await expect.poll(said).toContain('この操作は選べません');
    expect(asked('POST /decisions').length).toBe(1);
    expect(title()).toContain('2');
  });

  it('does nothing while somebody types in a dialog', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('e');
    await expect.poll(dialog).not.toBeNull();
    await userEvent.click(document.querySelector('textarea') ?? document.body);
    await userEvent.keyboard('ajk2');
    expect(document.querySelector('textarea')?.value).toBe('ajk2');
    expect(asked('POST /decisions')).toEqual([]);
  });
});

describe('undoing', () => {
  it('takes the last back by u, and the one before by another', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('2');
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('3');
    await userEvent.keyboard('u');
    await expect.poll(title).toContain('2');
    await expect.poll(said).toBe('1件を元に戻しました。');
    await userEvent.keyboard('u');
    await expect.poll(title).toContain('1');
    expect(listed()).toEqual(['1', '2', '3']);
    expect(asked('DELETE /decisions/d2').length + asked('DELETE /decisions/d1').length).toBe(2);
  });

  it('waits for a decision that is on its way', async () => {
    const waiting = Promise.withResolvers<object>();
    const { asked } = await openFirst(three(), {
      'POST /decisions': () => waiting.promise,
      'DELETE /decisions/d1': { id: 'd1', decided: ['1'], refused: [] },
    });
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('2');
    await userEvent.keyboard('u');
    expect(asked('DELETE /decisions/d1')).toEqual([]);
    waiting.resolve({ id: 'd1', decided: ['1'], refused: [] });
    await expect.poll(() => asked('DELETE /decisions/d1').length).toBe(1);
    await expect.poll(title).toContain('1');
  });

  it('says calmly that it is too late', async () => {
    await openFirst(three(), { 'DELETE /decisions/:id': { problem: 'state-changed' } });
    await userEvent.keyboard('a');
    await expect.poll(said).toContain('掲載しました');
    await userEvent.click(button('元に戻す'));
    await expect.poll(said).toBe('その後に変更されたため、元に戻せませんでした。');
  });
});

describe('what comes between', () => {
  it('tells who was first, and overwrites nothing', async () => {
    const { all } = await openFirst();
    const item = all.get('1');
    if (item) all.set('1', { ...item, state: 'removed', version: 2 });
    await userEvent.keyboard('a');
    await expect.poll(said).toContain('「中敷きは洗えますか 1」は、その間に内容が変わりました');
    expect(all.get('1')?.state).toBe('removed');
    await expect.poll(listed).toEqual(['2', '3']);
  });

  it('puts back what did not get through, and says so', async () => {
    await openFirst(three(), { 'POST /decisions': 'unreachable' });
    await userEvent.keyboard('a');
    await expect
      .poll(() => document.querySelector('.problem')?.textContent)
      .toMatch(/サーバーに接続できません.*判断は送信されていません/);
    await expect.poll(listed).toEqual(['1', '2', '3']);
    await expect.poll(title).toContain('1');
  });

  it('claims what somebody stays at, and gives it back when they go on', async () => {
    const { asked } = await openFirst();
    await expect.poll(() => asked('PUT /reviewables/1/claim').length).toBe(1);
    await expect.poll(() => document.querySelector('.item-mine')?.textContent).toContain('自分が確認中');
    await userEvent.keyboard('j');
    await expect.poll(() => asked('DELETE /reviewables/1/claim').length).toBe(1);
    await expect.poll(() => asked('PUT /reviewables/2/claim').length).toBe(1);
    await userEvent.keyboard('a');
    await expect.poll(title).toContain('3');
    expect(asked('DELETE /reviewables/2/claim')).toEqual([]);
  });

  it('says who is at it and until when; nothing can be pressed meanwhile', async () => {
    const until = Date.parse('2030-01-01T14:32:00+09:00');
    const { asked } = await openFirst([reviewableOf('1', { claimedBy: { id: 'a2', name: '森 悠', until } })]);
    expect(document.querySelector('.item-claimed')?.textContent).toMatch(/森 悠さんが.*14:32まで確認中/);
    button('掲載').click();
    await userEvent.keyboard('a');
    await expect.poll(said).toMatch(/森 悠さんが.*14:32まで確認中/);
    expect(asked('POST /decisions')).toEqual([]);
  });

  it('says in the desk’s title how many wait', async () => {
    const counts = listen('mado-desk-count');
    await openFirst();
    await expect.poll(() => counts.at(-1)?.count).toBe(3);
  });
});

describe('deciding on many', () => {
  it('takes what is selected by x, and decides on it by a key', async () => {
    const { asked } = await openFirst();
    await userEvent.keyboard('xjx');
    await expect.poll(() => document.querySelectorAll('.row-select input:checked').length).toBe(2);
    await userEvent.keyboard('r');
    await expect.poll(dialog).not.toBeNull();
    expect(dialog()?.querySelector('h2')?.textContent).toBe('2件を不掲載にする');
    await userEvent.keyboard('3');
    await expect.poll(said).toBe('2件を不掲載にしました。');
    expect(asked('POST /decisions')).toEqual([
      {
        items: [
          { id: '1', version: 1 },
          { id: '2', version: 1 },
        ],
        action: 'reject',
        rule: 'no-advertising',
      },
    ]);
    await expect.poll(title).toContain('3');
    await userEvent.keyboard('u');
    await expect.poll(listed).toEqual(['1', '2', '3']);
    await expect.poll(said).toBe('2件を元に戻しました。');
  });

  it('is done by pointer, too', async () => {
    const { asked } = await openFirst();
    await userEvent.click(document.querySelectorAll('.row-select input')[1] ?? document.body);
    await userEvent.click(button('表示中を全選択'));
    await userEvent.click(document.querySelector('.bulk [data-action=approve]') ?? document.body);
    await expect.poll(said).toBe('3件を掲載しました。');
    expect(asked('POST /decisions').length).toBe(1);
  });
});
