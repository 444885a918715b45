import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Problem } from '../../../../api/problem.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, listen } from '../../fixtures.ts';
import { type Answer, useListSurroundings, useServer } from '../../network.ts';
import { useStream } from './live-stand-in.ts';
import { boxes, button, colleagues, lines, openList, references, selected } from './open-list.ts';
import { listOf, summaryOf } from './summaries.ts';

const four = ['M-AAAA', 'M-BBBB', 'M-CCCC', 'M-DDDD'];
const changed = (references: string[], more: object = {}): Answer => ({
  status: 200,
  json: { changed: references, refused: [], undo: 'u1', ...more },
});
const said = () => find('.list-done').textContent.replaceAll(/\s+/g, ' ').trim();

async function openFour(answers: Answer[], opening: Parameters<typeof openList>[0] = {}) {
  useStream();
  useListSurroundings({ counts: {}, colleagues, views: { views: [] } });
  const sent = useServer(listOf(four), ...answers);
  const list = await openList(opening);
  await expect.poll(references).toEqual(four);
  return { sent, list };
}

const place = () => lines()[1]?.getBoundingClientRect().top;

describe('selecting', () => {
  it('takes lines by their boxes, a range with Shift, and all that are shown', async () => {
    await openFour([]);
    await userEvent.click(boxes()[1] ?? document.body);
    await userEvent.keyboard('{Shift>}');
    await userEvent.click(boxes()[3] ?? document.body);
    await userEvent.keyboard('{/Shift}');
    await expect.poll(selected).toEqual([false, true, true, true]);
    expect(find('.bulk-head strong').textContent).toBe('3件を選択中');
    await userEvent.click(button('表示中を全選択'));
    await expect.poll(selected).toEqual([true, true, true, true]);
    await userEvent.click(button('選択を外す'));
    await expect.poll(() => document.querySelector('.bulk')).toBeNull();
    expect(selected()).toEqual([false, false, false, false]);
  });

  it.for([1280, 390])('moves nothing under the pointer, and has what can be done in sight, at %i px', async (width) => {
    const { list } = await openFour([], { width });
    const before = place();
    await userEvent.click(boxes()[0] ?? document.body);
    await expect.poll(() => document.querySelector('.bulk')).not.toBeNull();
    expect(place()).toBe(before);
    expect(find('.bulk').getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
    await expectAccessible(list);
  });

  it('takes the line with the focus by x', async () => {
    await openFour([]);
    await userEvent.keyboard('jjx');
    await expect.poll(selected).toEqual([false, true, false, false]);
    expect(document.activeElement).toBe(lines()[1]);
    await userEvent.keyboard('x');
    await expect.poll(selected).toEqual([false, false, false, false]);
  });
});

describe.for(['ja', 'en'] as const)('what can be done with many, in %s', (language) => {
  it.for([390, 1280])('reads and can be reached at %i px', async (width) => {
    const { list } = await openFour([], { language, width });
    await userEvent.click(boxes()[0] ?? document.body);
    for (const way of document.querySelectorAll<HTMLElement>('.bulk-way[aria-expanded]')) {
      await userEvent.click(way);
      await expect.poll(() => way.getAttribute('aria-expanded')).toBe('true');
      expect(document.activeElement?.closest('.bulk-choice')).not.toBeNull();
      await expectAccessible(list);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });
});

describe('changing many', () => {
  it('sends their versions, says what came of it, and leaves what was refused selected', async () => {
    const refused = [{ reference: 'M-CCCC', problem: 'state-changed' }];
    const { sent } = await openFour([changed(['M-AAAA'], { refused }), listOf(['M-BBBB', 'M-CCCC', 'M-DDDD'])]);
    await userEvent.click(boxes()[0] ?? document.body);
    await userEvent.click(boxes()[2] ?? document.body);
    await userEvent.click(find('[data-way=state]'));
    await userEvent.click(button('解決'));
    await expect.poll(said).toContain('1件を変更しました。1件はほかの人が先に変更していました');
    expect(sent[1]).toMatchObject({ method: 'POST', path: '/api/tickets/bulk' });
    expect(sent[1]?.json).toEqual({
      state: 'solved',
      tickets: [
        { reference: 'M-AAAA', version: 1 },
        { reference: 'M-CCCC', version: 1 },
      ],
    });
    await expect.poll(references).toEqual(['M-BBBB', 'M-CCCC', 'M-DDDD']);
    expect(selected()).toEqual([false, true, false]);
  });

  it.for([
    ['i', '', { assignee: 'a1' }],
    ['c', '青木 彩', { assignee: 'a2' }],
    ['c', '担当者なし', { assignee: null }],
    ['h', '返品チーム', { team: 't1' }],
    ['p', '至急', { priority: 'urgent' }],
    ['!', '', { state: 'spam' }],
    ['z', '今すぐ対応に戻す', { snoozedUntil: null }],
  ] as const)('is a key and a choice: %s %s', async ([key, choice, change]) => {
    const { sent } = await openFour([changed(['M-AAAA']), listOf(four)]);
    await userEvent.keyboard(`jx${key}`);
    if (choice) await userEvent.click(button(choice));
    await expect.poll(said).toContain('1件を変更しました');
    expect(sent[1]?.json).toEqual({ ...change, tickets: [{ reference: 'M-AAAA', version: 1 }] });
  });

  it('adds a tag that was typed, and takes one away that is there', async () => {
    const { sent } = await openFour([
      changed(['M-AAAA']),
      listOf([summaryOf('M-AAAA', { tags: ['交換'], version: 2 }), ...four.slice(1)]),
      changed(['M-AAAA']),
      listOf(four),
    ]);
    await userEvent.keyboard('jxt');
    await userEvent.keyboard('exchange{Enter}');
    await expect.poll(said).toContain('1件を変更しました');
    expect(sent[1]?.json).toMatchObject({ addTags: ['exchange'] });
    await expect.poll(() => lines()[0]?.textContent).toContain('交換');
    await userEvent.click(boxes()[0] ?? document.body);
    await userEvent.click(find('[data-way=tags]'));
    await userEvent.click(button('「交換」を外す'));
    await expect.poll(() => sent[3]?.json).toMatchObject({ removeTags: ['交換'], tickets: [{ version: 2 }] });
  });

  it.for(['button', 'key'])('is undone as long as that stands there, by its %s', async (way) => {
    const { sent, list } = await openFour([
      changed(['M-AAAA']),
      listOf(four.slice(1)),
      changed(['M-AAAA'], { undo: null }),
      listOf(four),
    ]);
    await userEvent.keyboard('jxi');
    await expect.poll(references).toEqual(four.slice(1));
    await expectAccessible(list);
    if (way === 'key') await userEvent.keyboard('{Control>}z{/Control}');
    else await userEvent.click(button('元に戻す'));
    await expect.poll(said).toContain('1件を元に戻しました');
    expect(sent[3]).toMatchObject({ method: 'POST', path: '/api/tickets/changes/u1/undo' });
    // What was put back is there again, not announced as new.
    await expect.poll(references).toEqual(four);
    expect(document.querySelector('.list-undo')).toBeNull();
  });

  it('leads back to the line where the bar has gone', async () => {
    await openFour([changed(['M-BBBB']), listOf(four)]);
    await userEvent.click(boxes()[1] ?? document.body);
    await userEvent.click(find('[data-way=assignee]'));
    await userEvent.click(button('自分'));
    await expect.poll(() => document.activeElement).toBe(lines()[1]);
    expect(document.querySelector('.bulk')).toBeNull();
  });

  it('can still be undone after the server did not answer', async () => {
    const { sent } = await openFour([
      changed(['M-AAAA']),
      listOf(four),
      'unreachable',
      changed(['M-AAAA'], { undo: null }),
      listOf(four),
    ]);
    await userEvent.keyboard('jxi');
    await expect.poll(said).toContain('1件を変更しました');
    await userEvent.click(button('元に戻す'));
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    // It is not the list that did not come.
    expect(document.querySelector('[role=alert] button')).toBeNull();
    await userEvent.click(button('元に戻す'));
    await expect.poll(said).toContain('1件を元に戻しました');
    expect(sent.map(({ path }) => path).filter((path) => path.endsWith('/undo'))).toHaveLength(2);
  });

  it('that fails is said, and nothing is lost', async () => {
    await openFour([{ problem: new Problem('not-allowed').body('ja') }]);
    await userEvent.keyboard('jxi');
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    expect(selected()[0]).toBe(true);
    expect(said()).toBe('');
  });

  it('tells what is open beside the list', async () => {
    useStream();
    useServer(listOf(four), { problem: new Problem('not-found').body('ja') }, changed(['M-AAAA']), listOf(four));
    const heard = listen('mado-live-ticket');
    await openList({ hash: '#/tickets/to-answer/M-AAAA' });
    await expect.poll(references).toEqual(four);
    await userEvent.click(boxes()[0] ?? document.body);
    await userEvent.keyboard('i');
    await expect.poll(() => heard).toMatchObject([{ reference: 'M-AAAA', ticketVersion: 2 }]);
  });
});
