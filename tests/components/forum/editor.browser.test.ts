import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Problem } from '../../../api/problem.ts';
import { enhanceReply } from '../../../components/forum/reply-form.ts';
import '../../../components/forum/mado-thread.ts';
import { expectAccessible } from '../accessible.ts';
import { find, listen } from '../fixtures.ts';
import { useServer, type Answer } from '../network.ts';
import { button, field, replyForm, showForum, thread, useLive } from './pages.ts';

const draftKey = 'mado-forum-draft-reply-12';
const one = { posts: [{ id: 'a', text: '交換できますか' }] };

function writing(...answers: Answer[]) {
  const sent = useServer(...answers);
  const live = useLive();
  const main = showForum(thread(one) + replyForm);
  enhanceReply(find('form#reply') as HTMLFormElement);
  return { sent, live, main };
}

describe('the editor of a post', () => {
  it('marks what is selected, by button and by key, and leaves it to be undone', async () => {
    const { main } = writing();
    await userEvent.fill(field(), '軽い靴');
    field().setSelectionRange(0, 2);
    await userEvent.click(button('太字'));
    expect(field().value).toBe('**軽い**靴');
    field().setSelectionRange(7, 7);
    await userEvent.keyboard('{Control>}i{/Control}');
    expect(field().value).toBe('**軽い**靴*斜体*');
    await expectAccessible(main);
  });

  it('goes through its buttons by arrows, from one stop of Tab', async () => {
    writing();
    await expect.poll(() => document.querySelectorAll('.editor-tools button').length).toBe(8);
    button('太字').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.ariaLabel).toBe('リンク');
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.textContent?.trim()).toBe('プレビュー');
    expect(document.querySelectorAll('.editor-tools [tabindex="0"]')).toHaveLength(1);
  });

  it('does nothing with the keys that an input method has taken', async () => {
    const { sent } = writing();
    await userEvent.fill(field(), '中敷き');
    const key = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    field().dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }));
    field().dispatchEvent(new KeyboardEvent('keydown', { ...key, keyCode: 229 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toEqual([]);
  });

  it('shows how it will look, and says so calmly where it cannot', async () => {
    const { main, sent } = writing({ status: 200, json: { html: '<p><strong>軽い</strong></p>' } }, 'unreachable');
    await userEvent.fill(field(), '**軽い**');
    await userEvent.click(button('プレビュー'));
    await expect.poll(() => find('.editor-preview strong').textContent).toBe('軽い');
    expect(sent[0]).toMatchObject({ path: '/api/forum/preview', json: { body: '**軽い**' } });
    await expectAccessible(main);
    await userEvent.click(button('編集に戻る'));
    expect(field().hidden).toBe(false);
    await userEvent.click(button('プレビュー'));
    await expect.poll(() => find('main').textContent).toContain('いまはプレビューを表示できません');
  });

  it('keeps what is typed on the device until it is sent, also through a failure', async () => {
    const held = { id: 'b', thread: 12, url: '/ja/forum/12/#post-b', visibility: 'visible', held: null };
    const { live, sent, main } = writing('unreachable', { status: 201, json: held });
    const heard = listen('mado-post-sent');
    await userEvent.fill(field(), 'できます。');
    expect(localStorage.getItem(draftKey)).toContain('できます。');
    await userEvent.click(button('返信を送る'));
    await expect.poll(() => find('.problem').textContent).toContain('いまは送信できません');
    expect(field().value).toBe('できます。');
    await expectAccessible(main);

    live.draw({ version: 2, posts: [...one.posts, { id: 'b', text: 'できます。' }] });
    await userEvent.click(button('返信を送る'));
    await expect.poll(() => document.activeElement?.id).toBe('post-b');
    expect(sent[0]?.key).toBe(sent[1]?.key);
    expect(sent[1]).toMatchObject({ path: '/api/forum/threads/12/posts', json: { body: 'できます。', pictures: [] } });
    expect(sent[1]?.json).toHaveProperty('secondsTyping');
    expect(localStorage.getItem(draftKey)).toBeNull();
    expect(heard).toMatchObject([{ thread: 12, isHeld: false }]);
  });

  it('comes back to a draft, and clears it when its writer starts over', async () => {
    localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), fields: { body: '書きかけ', seconds: '40' } }));
    const { main } = writing();
    expect(field().value).toBe('書きかけ');
    await expect.poll(() => find('main').textContent).toContain('この端末に保存しています');
    await expectAccessible(main);
    await userEvent.click(button('消してはじめから書く'));
    expect(field().value).toBe('');
    expect(localStorage.getItem(draftKey)).toBeNull();
  });

  it('says that nobody is signed in any more, and leads there and back', async () => {
    writing({ problem: new Problem('not-signed-in').body('ja') });
    await userEvent.fill(field(), 'できます。');
    await userEvent.click(button('返信を送る'));
    await expect
      .poll(() => document.querySelector('mado-post-editor a')?.getAttribute('href'))
      .toBe('/ja/members/sign-in/?then=%2Fja%2Fforum%2F12%2F');
    expect(localStorage.getItem(draftKey)).toContain('できます。');
  });

  it('asks for words where there are none', async () => {
    const { sent } = writing();
    await userEvent.click(button('返信を送る'));
    await expect.poll(() => field().getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('takes pictures that are dropped, and says why others are not there', async () => {
    const { main } = writing();
    const asked: FormData[] = [];
    vi.stubGlobal('XMLHttpRequest', uploader(asked));
    const data = new DataTransfer();
    for (const type of ['image/png', 'text/plain']) data.items.add(new File(['x'], `足.${type.slice(-3)}`, { type }));
    field().dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.poll(() => document.querySelectorAll('.editor-pictures img').length).toBe(1);
    expect(asked).toHaveLength(1);
    expect(find('mado-post-editor').textContent).toContain('画像ではないため');
    await expectAccessible(main);
    await userEvent.click(button('「足.png」を外す'));
    expect(document.querySelector('.editor-pictures')).toBeNull();
  });
});

/** An upload that arrives at once. */
function uploader(asked: FormData[]) {
  return class extends EventTarget {
    upload = new EventTarget();
    status = 201;
    responseText = JSON.stringify({ id: 'p1', url: 'data:,', width: 8, height: 8, name: '足.png' });
    open = () => undefined;
    setRequestHeader = () => undefined;
    getResponseHeader = () => 'application/json';
    abort = () => undefined;
    send(form: FormData): void {
      asked.push(form);
      setTimeout(() => {
        this.dispatchEvent(new Event('load'));
        this.dispatchEvent(new Event('loadend'));
      });
    }
  };
}
