import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Problem } from '../../../api/problem.ts';
import { enhanceReply } from '../../../components/forum/reply-form.ts';
import '../../../components/forum/mado-thread.ts';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';
import { button, type Drawn, field, replyForm, showForum, thread, useLive } from './pages.ts';

const two: Drawn['posts'] = [
  { id: 'a', text: '交換できますか' },
  { id: 'b', text: 'できます', isEdited: true },
];

const waiting = { id: 'a', text: '交換できますか', isPending: true };

function reading(answers: Answer[] = [], drawn: Partial<Drawn> = {}) {
  const sent = useServer(...answers);
  const live = useLive();
  const main = showForum(thread({ posts: two, ...drawn }) + replyForm);
  return { sent, live, main };
}

const inPost = (id: string, act: string) => find(`[data-post="${id}"] [data-act="${act}"]`);
const said = () => document.querySelector('mado-thread ~ [role=status]')?.textContent;

describe('a thread that is open', () => {
  it('says that there are new replies, and shows them when its reader asks: nothing moves by itself', async () => {
    const { live, main } = reading();
    live.draw({ version: 2, posts: [...two, { id: 'c', text: '今月からです' }] });
    live.tell(2);
    await expect.poll(said).toBe('新しい返信が1件あります');
    expect(document.querySelector('[data-post=c]')).toBeNull();
    await expectAccessible(main);
    await userEvent.click(button('表示する'));
    expect(document.activeElement).toBe(find('[data-post=c]'));
    expect(find('.thread-facts').textContent).toContain('返信2件');
    expect(find('.thread-news').hidden).toBe(true);
  });

  it('has room for the first reply, too', async () => {
    const { live } = reading([], { posts: two.slice(0, 1) });
    live.draw({ version: 2, posts: two });
    live.tell(2);
    await expect.poll(said).toBe('新しい返信が1件あります');
    await userEvent.click(button('表示する'));
    expect(document.activeElement).toBe(find('[data-post=b]'));
  });

  it('says to whoever waits for a moderator that one has looked at their post, and draws it anew when asked', async () => {
    const { live, main } = reading([], { posts: [waiting] });
    live.draw({ version: 2, posts: two });
    live.tell(2);
    await expect.poll(said).toBe('新しい返信が1件あります');
    await userEvent.click(button('表示する'));
    await expect.poll(() => document.querySelector('.post-standing')).toBeNull();
    expect(document.activeElement).toBe(find('[data-post=b]'));
    await expectAccessible(main);
  });

  it('says so, too, where nobody has replied yet', async () => {
    const { live } = reading([], { posts: [waiting] });
    live.draw({ version: 2, posts: two.slice(0, 1) });
    live.tell(2);
    await expect.poll(said).toBe('担当者の確認が済みました');
    await userEvent.click(button('表示する'));
    await expect.poll(() => document.querySelector('.post-standing')).toBeNull();
  });

  it('keeps still at what it knows already, and says when it is gone', async () => {
    const { live } = reading([], { version: 3 });
    live.tell(3);
    live.gone();
    await expect.poll(said).toContain('いまは表示されていません');
    expect(find('.thread-news').hidden).toBe(true);
  });

  it('says calmly that nothing comes for now once that lasts, tries again, and is still when all is well', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { live, main } = reading();
    main.insertAdjacentHTML('beforeend', '<p class="notice thread-apart" hidden>いまはつながりません。</p>');
    const line = find('.thread-apart');
    live.lose();
    live.find();
    vi.advanceTimersByTime(20_000);
    expect(line.hidden).toBe(true);
    live.lose();
    vi.advanceTimersByTime(9000);
    expect(line.hidden).toBe(false);
    expect(said()).toBe('いまはつながりません。');
    vi.useRealTimers();
    await expectAccessible(main);
    // The one that was refused is closed: it is another that comes back.
    live.find();
    expect(line.hidden).toBe(true);
  });

  it('leads to the next page where the new replies are there', async () => {
    const { live } = reading();
    live.draw({ version: 2, pages: 2, posts: two });
    live.tell(2);
    await expect
      .poll(() => document.querySelector('.thread-news a')?.getAttribute('href'))
      .toBe('/ja/forum/12/?page=2');
  });
});

describe('what is done in a thread', () => {
  it('is left to the page where nobody is signed in', () => {
    reading([], { isMember: false });
    let isStopped: boolean | null = null;
    addEventListener(
      'click',
      (event) => {
        isStopped = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    inPost('b', 'flag').click();
    expect(isStopped).toBe(false);
  });

  it('says “me too” with one’s own words at once, and takes it back when it does not arrive', async () => {
    const { live, sent } = reading([{ status: 200, json: { meToos: 1 } }, 'unreachable']);
    live.draw({ version: 2, posts: two, isMeToo: true });
    await userEvent.fill(find('[name=wording]'), 'インソールだけ買えますか');
    await userEvent.click(button('私も同じ質問です'));
    await expect.poll(said).toContain('伝えました');
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      path: '/api/forum/threads/12/me-too',
      json: { wording: 'インソールだけ買えますか' },
    });
    await userEvent.click(button('「私も同じ質問です」を取り消す'));
    await expect.poll(() => find('#me-too .field-error').textContent).toContain('いまは送信できません');
    expect(find('#me-too button').getAttribute('aria-pressed')).toBe('true');
  });

  it('accepts an answer and withdraws it', async () => {
    const { live, sent } = reading([
      { status: 200, json: {} },
      { status: 200, json: {} },
    ]);
    live.draw({ version: 2, posts: [two[0] ?? { id: '', text: '' }, { id: 'b', text: 'できます', isAccepted: true }] });
    await userEvent.click(find('[data-post=b] [data-act=accept] button'));
    await expect.poll(() => document.activeElement?.textContent?.trim()).toBe('解決を取り消す');
    expect(sent[0]).toMatchObject({ method: 'PUT', path: '/api/forum/threads/12/accepted', json: { post: 'b' } });
    await userEvent.click(find('[data-post=b] [data-act=accept] button'));
    await expect.poll(said).toContain('取り消しました');
    expect(sent[1]?.method).toBe('DELETE');
  });

  it('quotes what is selected, and says whom', async () => {
    const { live, sent, main } = reading([
      { status: 201, json: { id: 'c', thread: 12, url: '/ja/forum/12/', visibility: 'visible', held: null } },
    ]);
    enhanceReply(find('form#reply') as HTMLFormElement);
    getSelection()?.selectAllChildren(find('[data-post=b] .post-body p'));
    inPost('b', 'quote').click();
    await expect.poll(() => find('.reply-to').textContent).toContain('はなさんの投稿への返信');
    await expect.poll(() => field().value).toBe('> できます\n\n');
    expect(document.activeElement).toBe(field());
    await expectAccessible(main);
    live.draw({ version: 2, posts: [...two, { id: 'c', text: 'なるほど' }] });
    await userEvent.keyboard('なるほど');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]?.json).toMatchObject({ quotes: 'b', body: '> できます\n\nなるほど' });
    await expect.poll(() => document.activeElement?.id).toBe('post-c');
  });

  it('edits in place, says why, and keeps what was written when somebody else was first', async () => {
    const { live, sent, main } = reading([
      { status: 200, json: { title: null, body: 'できます', version: 1 } },
      { problem: new Problem('state-changed').body('ja') },
      { status: 200, json: { title: null, body: 'できます（担当者が補足）', version: 2 } },
      { status: 200, json: {} },
    ]);
    inPost('b', 'edit').click();
    await expect
      .poll(() => (document.querySelector('.post-edit textarea') as HTMLTextAreaElement)?.value)
      .toBe('できます');
    const area = find('.post-edit textarea') as HTMLTextAreaElement;
    await userEvent.fill(area, 'はい、できます');
    await userEvent.fill(find('.post-edit [name=reason]'), '書き足し');
    await expectAccessible(main);
    await userEvent.click(button('保存する'));
    await expect.poll(() => find('.post-edit .problem').textContent).toContain('先に変更されています');
    expect(area.value).toBe('はい、できます');
    expect(find('.post-edit .revision-body').textContent).toContain('補足');
    await expectAccessible(main);
    live.draw({ version: 2, posts: two });
    await userEvent.click(button('保存する'));
    await expect.poll(said).toBe('変更を保存しました');
    expect(sent[3]).toMatchObject({
      method: 'PUT',
      path: '/api/forum/posts/b',
      json: { version: 2, body: 'はい、できます', reason: '書き足し' },
    });
    expect(document.querySelector('.post-edit')).toBeNull();
  });

  it('takes a post back only after asking', async () => {
    const { live, sent } = reading([
      { status: 200, json: { title: null, body: 'できます', version: 1 } },
      { status: 200, json: {} },
    ]);
    inPost('b', 'edit').click();
    await expect.poll(() => document.querySelector('.post-removal button')).not.toBeNull();
    await userEvent.click(button('投稿を取り下げる'));
    expect(sent).toHaveLength(1);
    live.draw({ version: 2, posts: two.slice(0, 1) });
    await userEvent.click(button('取り下げる'));
    await expect.poll(said).toBe('投稿を取り下げました');
    expect(sent[1]).toMatchObject({ method: 'DELETE', path: '/api/forum/posts/b' });
  });

  it('reports a post with a reason, which can be taken back, and gives the focus back', async () => {
    const { sent } = reading([{ status: 201, json: { flagged: true } }, new Response(null, { status: 204 })]);
    inPost('b', 'flag').focus();
    inPost('b', 'flag').click();
    await expect.poll(() => document.querySelector('dialog[open]')).not.toBeNull();
    await expectAccessible(find('dialog'));
    await userEvent.click(button('報告する'));
    await expect.poll(() => find('dialog .problem').textContent).toContain('理由を一つ');
    await userEvent.click(find('dialog [value=private]'));
    await userEvent.fill(find('dialog textarea'), '電話番号');
    await userEvent.click(button('報告する'));
    await expect.poll(() => find('dialog').textContent).toContain('ありがとうございます');
    expect(sent[0]).toMatchObject({
      path: '/api/moderation/posts/b/flags',
      json: { reason: 'private', detail: '電話番号' },
    });
    await expectAccessible(find('dialog'));
    await userEvent.click(button('報告を取り消す'));
    await expect.poll(() => find('dialog').textContent).toContain('報告を取り消しました');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(inPost('b', 'flag'));
  });

  it('shows how a post was edited', async () => {
    const revisions = [{ title: null, body: 'できるはず', by: 'はな', reason: '確かめた', at: 0 }];
    reading([{ status: 200, json: { revisions } }]);
    await userEvent.click(button('編集済み'));
    await expect.poll(() => document.querySelector('.revisions')?.textContent).toContain('確かめた');
    expect(find('.revision-body').textContent).toBe('できるはず');
    await expectAccessible(find('dialog'));
  });

  it('asks for mails about new replies, and is as before when that does not arrive', async () => {
    const { sent } = reading([
      { status: 200, json: { subscriptions: [] } },
      { status: 200, json: { every: 'day' } },
      'unreachable',
    ]);
    await expect.poll(() => document.querySelector('.thread-follow summary')).not.toBeNull();
    await userEvent.click(find('.thread-follow summary'));
    await expect.poll(() => document.querySelector('.thread-follow select:enabled')).not.toBeNull();
    const choice = find('.thread-follow select') as HTMLSelectElement;
    await expectAccessible(find('.thread-follow'));
    await userEvent.selectOptions(choice, 'day');
    await expect.poll(() => sent[1]?.json).toEqual({ every: 'day' });
    await userEvent.selectOptions(choice, 'never');
    await expect.poll(() => choice.value).toBe('day');
    expect(find('.thread-follow').textContent).toContain('いまは送信できません');
  });
});
