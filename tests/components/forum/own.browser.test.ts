import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OwnStanding } from '../../../api/moderation/contract.ts';
import '../../../components/forum/mado-own-posts.ts';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';
import { button, showForum } from './pages.ts';

const day = 86_400_000;
const post = (id: string, more: Partial<OwnStanding['posts'][number]>): OwnStanding['posts'][number] => ({
  id,
  url: `/ja/forum/12/#post-${id}`,
  title: `投稿${id}`,
  excerpt: '',
  visibility: 'visible',
  createdAt: 0,
  decision: null,
  ...more,
});
const decision = { rule: 'kind', role: 'moderator', note: null, at: 0, mayAppeal: false, appeal: null } as const;

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

const own: OwnStanding = {
  standing,
  posts: [
    post('a', { visibility: 'returned', decision: { ...decision, id: 'd1', action: 'return' } }),
    post('b', { visibility: 'hidden', decision: { ...decision, id: 'd2', action: 'hide', mayAppeal: true } }),
    post('d', { visibility: 'hidden', decision: { ...decision, id: 'd2', action: 'hide', mayAppeal: true } }),
    post('c', {
      decision: {
        ...decision,
        id: 'd3',
        action: 'hide',
        appeal: { state: 'reversed', answer: '表に出しました。', createdAt: 0 },
      },
    }),
  ],
};
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
  const items = own.posts.map(({ id, title }) => `<li class="thread-item" data-post="${id}"><h2>${title}</h2></li>`);
  const main = showForum(
    `<mado-own-posts class="own-posts"><ol class="threads">${items.join('')}</ol></mado-own-posts>`,
  );
  return { sent, main };
}

const about = (id: string) => find(`[data-post="${id}"]`);

describe('one’s own posts', () => {
  it('say how to revise, and what came of an appeal', async () => {
    const { main } = opening();
    await expect.poll(() => about('a').querySelector('a.button')?.getAttribute('href')).toBe('/ja/forum/posts/a/edit');
    expect(about('c').textContent).toContain('判断を取り消しました');
    expect(about('c').textContent).toContain('表に出しました');
    expect(main.textContent).toContain('担当者の確認後に掲載します');
    expect(main.textContent).toContain('何度かお願いしたため');
    await expectAccessible(main);
  });

  it('are appealed for with words, which stay when they do not arrive', async () => {
    const { main, sent } = opening(
      'unreachable',
      { status: 201, json: { appealed: true } },
      { status: 200, json: own },
      { status: 200, json: { subscriptions: [] } },
    );
    await expect.poll(() => about('b').querySelector('button')).not.toBeNull();
    // One decision was on both of them: it is this one that another look is asked for.
    await userEvent.click(about('b').querySelector('button') as HTMLElement);
    await expect.poll(() => document.querySelectorAll('textarea').length).toBe(1);
    const words = find('textarea') as HTMLTextAreaElement;
    await expect.poll(() => document.activeElement).toBe(words);
    await userEvent.click(button('送信する'));
    await expect.poll(() => find('.problem').textContent).toContain('お書きください');
    await userEvent.fill(words, '引用した部分だけでした');
    await userEvent.click(button('送信する'));
    await expect.poll(() => find('.problem').textContent).toContain('いまは送信できません');
    expect(words.value).toBe('引用した部分だけでした');
    await expectAccessible(main);
    await userEvent.click(button('送信する'));
    await expect.poll(() => find('mado-own-posts > [role=status]').textContent).toContain('受け付けました');
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
