import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OwnStanding } from '../../../api/moderation/contract.ts';
import '../../../components/forum/mado-own-posts.ts';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';
import { button, showForum } from './pages.ts';

const day = 86_400_000;
const standing: OwnStanding['standing'] = {
  author: { id: '1', name: 'はな', isStaff: false, level: 1 },
  since: 0,
  posts: 3,
  postsRefused: 1,
  flagsAgreed: 0,
  flagsDisagreed: 0,
  daysVisited: 3,
  isLevelFixed: false,
  silencedUntil: Date.now() + day,
  suspendedUntil: null,
  sanctions: [
    {
      id: 's1',
      kind: 'silence',
      rule: 'kind',
      reason: '何度かお願いしたため',
      until: Date.now() + day,
      by: 'moderator',
      liftedAt: null,
      createdAt: 0,
    },
  ],
};

const own: OwnStanding = { standing, posts: [] };
const subscription = {
  every: 'day',
  language: 'ja',
  board: 'returns',
  thread: { number: 12, title: '中敷き' },
  url: '/ja/forum/12/',
};

function opening(...answers: Answer[]) {
  const sent = useServer(
    { status: 200, json: own },
    { status: 200, json: { subscriptions: [subscription] } },
    ...answers,
  );
  const items = ['b', 'd'].map((id) => {
    return `<li class="thread-item" data-post="${id}"><h2>投稿${id}</h2>
      <details class="own-appeal"><summary>再確認を求める</summary>
        <form id="appeal-${id}" class="form" action="/ja/forum/posts/${id}/appeal" method="post">
          <div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
          <input type="hidden" name="decision" value="d2">
          <div class="field"><label for="appeal-${id}-body"><span data-label>再確認してほしい点</span></label>
            <textarea id="appeal-${id}-body" name="body" required aria-describedby="appeal-${id}-body-error"></textarea>
            <p class="field-error" id="appeal-${id}-body-error" hidden></p></div>
          <button class="button" data-primary type="submit">送信する</button>
        </form></details></li>`;
  });
  const main = showForum(
    `<mado-own-posts class="own-posts"><ol class="threads">${items.join('')}</ol></mado-own-posts>`,
  );
  return { sent, main };
}

const about = (id: string) => find(`[data-post="${id}"]`);

describe('one’s own posts', () => {
  it('say what limits them', async () => {
    const { main } = opening();
    await expect.poll(() => main.textContent).toContain('担当者の確認後に掲載します');
    expect(main.textContent).toContain('何度かお願いしたため');
    await expectAccessible(main);
  });

  it('are appealed for with words, which stay when they do not arrive', async () => {
    const { main, sent } = opening('unreachable', { status: 201, json: { appealed: true } });
    await expect.poll(() => document.querySelector('.own-subscriptions li')).not.toBeNull();
    // One decision was on both of them: it is this one that another look is asked for.
    await userEvent.click(about('b').querySelector('summary') as HTMLElement);
    await userEvent.click(about('b').querySelector('button') as HTMLElement);
    await expect.poll(() => find('#appeal-b .problem').textContent).toContain('お書きください');
    const words = find('#appeal-b-body') as HTMLTextAreaElement;
    expect(words.getAttribute('aria-invalid')).toBe('true');
    await userEvent.fill(words, '引用した部分だけでした');
    await userEvent.click(about('b').querySelector('button') as HTMLElement);
    await expect.poll(() => find('#appeal-b .problem').textContent).toContain('いまは送信できません');
    expect(words.value).toBe('引用した部分だけでした');
    await expectAccessible(main);
    await userEvent.click(about('b').querySelector('button') as HTMLElement);
    await expect.poll(() => document.activeElement?.textContent).toContain('受け付けました');
    expect(about('b').querySelector('form')).toBeNull();
    expect(about('d').querySelector('form')).not.toBeNull();
    expect(sent[3]).toMatchObject({
      path: '/api/moderation/decisions/d2/appeal',
      json: { body: '引用した部分だけでした', post: 'b' },
    });
  });

  it('have the mails about them stopped, and back when that does not arrive', async () => {
    const { sent } = opening('unreachable', new Response(null, { status: 204 }));
    await expect.poll(() => document.querySelector('.own-subscriptions li')).not.toBeNull();
    await userEvent.click(button('「中敷き」のお知らせを止める'));
    await expect.poll(() => find('mado-own-posts > [role=status]').textContent).toContain('いまは送信できません');
    await expect.poll(() => document.querySelectorAll('.own-subscriptions li').length).toBe(1);
    await userEvent.click(button('「中敷き」のお知らせを止める'));
    await expect.poll(() => document.querySelectorAll('.own-subscriptions li').length).toBe(0);
    expect(sent[3]).toMatchObject({ method: 'DELETE', path: '/api/forum/threads/12/subscription' });
  });
});
