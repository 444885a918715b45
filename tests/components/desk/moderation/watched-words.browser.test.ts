import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../components/desk/moderation/words/mado-desk-watched-words.ts';
import type { WatchedWord } from '../../../../api/moderation/contract.ts';
import { expectAccessible } from '../../accessible.ts';
import { fieldNamed, find, show } from '../../fixtures.ts';
import { button } from './open-queue.ts';
import { useQueue } from './queue-server.ts';

const word = (id: string, change: Partial<WatchedWord> = {}): WatchedWord => ({
  id,
  language: null,
  pattern: '副業*',
  action: 'queue',
  note: null,
  hits: 4,
  ...change,
});

async function openWords(
  words = [word('1'), word('2', { pattern: 'casino', language: 'en', action: 'refuse', note: '勧誘' })],
  language: 'ja' | 'en' = 'ja',
  width = 1280,
) {
  const server = useQueue([], {
    'GET /watched-words': () => ({ words }),
    'POST /watched-words': word('3'),
    'PUT /watched-words/:id': word('1'),
    'DELETE /watched-words/:id': {},
  });
  await page.viewport(width, 800);
  show('', language);
  const element = document.createElement('mado-desk-watched-words');
  Object.assign(element, { language });
  find('main').append(element);
  await expect.poll(() => document.querySelectorAll('.blocked-list li').length).toBe(words.length);
  return { ...server, element };
}

const done = () => find('.account-done').textContent;

describe('watched words', () => {
  it('are made, for a language, with what happens when they are found', async () => {
    const { asked } = await openWords();
    await userEvent.fill(fieldNamed('pattern'), 'オンラインカジノ');
    await userEvent.selectOptions(find('#word-language'), 'ja');
    await userEvent.selectOptions(find('#word-action'), 'refuse');
    await userEvent.click(button('追加する'));
    await expect.poll(done).toBe('「オンラインカジノ」を追加しました。');
    expect(asked('POST /watched-words')).toEqual([{ pattern: 'オンラインカジノ', language: 'ja', action: 'refuse' }]);
    expect(fieldNamed('pattern').value).toBe('');
  });

  it('are changed and deleted, and a deleted one comes back', async () => {
    const { asked } = await openWords();
    await userEvent.click(button('編集: casino'));
    await expect.poll(() => fieldNamed('pattern').value).toBe('casino');
    expect(fieldNamed('note').value).toBe('勧誘');
    expect(find('#word-action')).toHaveProperty('value', 'refuse');
    await userEvent.fill(fieldNamed('pattern'), 'casino*');
    await userEvent.click(button('保存する'));
    await expect
      .poll(() => asked('PUT /watched-words/2'))
      .toEqual([{ pattern: 'casino*', language: 'en', action: 'refuse', note: '勧誘' }]);
    await userEvent.click(button('削除: 副業*'));
    await expect.poll(done).toBe('「副業*」を削除しました。');
    expect(document.activeElement?.textContent).toContain('元に戻す');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => asked('POST /watched-words'))
      .toEqual([{ pattern: '副業*', language: null, action: 'queue' }]);
  });

  it('say too little as one letter, and nothing is sent', async () => {
    const { asked } = await openWords();
    await userEvent.fill(fieldNamed('pattern'), '*');
    await userEvent.click(button('追加する'));
    await expect.poll(() => find('#word-pattern-error').textContent).toContain('2文字以上');
    expect(document.activeElement).toBe(fieldNamed('pattern'));
    expect(asked('POST /watched-words')).toEqual([]);
  });

  it('are tried on a text as reviewers look for them: no partial words', async () => {
    await openWords();
    await userEvent.fill(find('#word-text'), 'ＣＡＳＩＮＯで副業案件をどうぞ');
    await expect.poll(() => find('.word-found').textContent).toBe('見つかった言葉：副業*、casino');
    expect(document.querySelectorAll('.blocked-list li[data-found]').length).toBe(2);
    await userEvent.fill(fieldNamed('pattern'), 'ライン');
    await userEvent.fill(find('#word-text'), 'オンラインで買いました');
    await expect.poll(() => find('.word-found').textContent).toBe('どの言葉も見つかりません。');
    await userEvent.fill(fieldNamed('pattern'), 'オンライン');
    await expect.poll(() => find('.word-found').textContent).toBe('見つかった言葉：オンライン');
  });

  it.for([
    ['ja', 390],
    ['en', 1280],
    ['en', 390],
  ] as const)('read and can be reached, in %s at %i px', async ([language, width]) => {
    const { element } = await openWords(undefined, language, width);
    await userEvent.fill(find('#word-text'), 'casino');
    await expectAccessible(element);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
