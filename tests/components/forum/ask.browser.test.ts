import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { enhanceAsk } from '../../../components/forum/ask-form.ts';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find, listen } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';
import { button, field, showForum } from './pages.ts';

const form = `<form id="ask" class="form" action="/ja/forum/new/" method="post">
  <div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
  <div class="field"><label for="ask-board"><span data-label>カテゴリー</span></label>
    <select id="ask-board" name="board" required aria-describedby="ask-board-error">
      <option value="">選んでください</option><option value="returns">返品・交換</option></select>
    <p class="field-error" id="ask-board-error" hidden></p></div>
  <fieldset class="choices"><legend>種類</legend>
    <label><input type="radio" name="kind" value="question" checked /> 質問</label>
    <label><input type="radio" name="kind" value="idea" /> 提案</label></fieldset>
  <div class="field"><label for="ask-title"><span data-label>題名</span></label>
    <input id="ask-title" name="title" maxlength="120" required aria-describedby="ask-title-error" />
    <p class="field-error" id="ask-title-error" hidden></p></div>
  <div data-similar></div>
  <mado-post-editor data-draft="ask"><div class="field"><label for="ask-body"><span data-label>本文</span></label>
    <textarea id="ask-body" name="body" rows="6" required aria-describedby="ask-body-error"></textarea>
    <p class="field-error" id="ask-body-error" hidden></p></div></mado-post-editor>
  <p class="form-send"><button class="button" data-primary type="submit">投稿する</button></p>
</form>`;

const similar = {
  articles: [{ url: '/ja/faq/insoles/', title: '中敷きの交換' }],
  threads: [{ url: '/ja/forum/7/', title: 'インソールを買い足せますか', isSolved: true }],
};
const nothingFound: Answer = { status: 200, json: { articles: [], threads: [] } };

function asking(...answers: Answer[]) {
  const sent = useServer(...answers);
  const main = showForum(form, '/ja/forum/new/');
  enhanceAsk(find('form#ask') as HTMLFormElement);
  return { sent, main };
}

describe('asking in the forum', () => {
  it('offers threads and articles while the title is typed, and counts when one ends it', async () => {
    const { main, sent } = asking({ status: 200, json: similar });
    const heard = listen('mado-question-answered');
    await userEvent.fill(fieldNamed('title'), '中敷きだけ交換');
    await expect.poll(() => document.querySelectorAll('[data-similar] li').length).toBe(2);
    expect(sent[0]?.query).toEqual({ title: '中敷きだけ交換', language: 'ja' });
    expect(find('[data-similar]').textContent).toContain('解決済みのスレッド');
    await expectAccessible(main);
    const offered = find('[data-similar] a[href="/ja/forum/7/"]') as HTMLAnchorElement;
    offered.addEventListener('click', (event) => event.preventDefault());
    offered.click();
    await userEvent.click(button('解決しました'));
    expect(heard).toEqual([{ version: 1, url: '/ja/forum/7/', how: 'solved' }]);
    expect(find('form#ask').hidden).toBe(true);
    await expectAccessible(main);
    await userEvent.click(button('やはり質問する'));
    expect(document.activeElement).toBe(fieldNamed('title'));
  });

  it('takes half-converted words for none', async () => {
    const { sent } = asking(nothingFound);
    const title = fieldNamed('title');
    title.value = 'なかじ';
    title.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(sent).toEqual([]);
    title.value = '中敷き';
    title.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await expect.poll(() => sent[0]?.query['title']).toBe('中敷き');
  });

  it('says clearly that a moderator looks at it first, why, and where it is meanwhile', async () => {
    const { main, sent } = asking(nothingFound, {
      status: 201,
      json: {
        id: 'a',
        thread: 20,
        url: '/ja/forum/20/',
        visibility: 'pending',
        held: 'はじめての投稿は、担当者が確認してから掲載します。',
      },
    });
    const heard = listen('mado-post-sent');
    await userEvent.selectOptions(fieldNamedSelect('board'), 'returns');
    await userEvent.fill(fieldNamed('title'), '中敷きだけを交換できますか');
    await expect.poll(() => sent.length).toBe(1);
    await userEvent.fill(field(), '25cmです。');
    await userEvent.click(button('投稿する'));
    await expect
      .poll(() => document.querySelector('.forum-sent')?.textContent)
      .toContain('担当者が確認してから掲載します');
    expect(document.activeElement).toBe(find('.forum-sent'));
    expect(find('.forum-sent').textContent).toContain('はじめての投稿は');
    expect(sent[1]).toMatchObject({
      path: '/api/forum/threads',
      json: {
        language: 'ja',
        board: 'returns',
        kind: 'question',
        title: '中敷きだけを交換できますか',
        body: '25cmです。',
      },
    });
    expect(heard).toMatchObject([{ thread: 20, isQuestion: true, isHeld: true }]);
    expect(localStorage.getItem('mado-forum-draft-ask')).toBeNull();
    await expectAccessible(main);
  });
});

function fieldNamedSelect(name: string): HTMLSelectElement {
  return find(`select[name="${name}"]`) as HTMLSelectElement;
}
