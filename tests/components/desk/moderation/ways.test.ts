import { describe, expect, it } from 'vitest';
import type { DecisionAction, Reviewable } from '../../../../api/moderation/contract.ts';
import { actionsFrom } from '../../../../api/moderation/states.ts';
import { foundText, wordsFound } from '../../../../components/desk/moderation/found-text.ts';
import { meant, meantForMany, waysFor, waysForMany, wayText } from '../../../../components/desk/moderation/ways.ts';
import { reviewableOf } from './reviewables.ts';

type Visibility = NonNullable<Reviewable['post']>['visibility'];

const postOf = (visibility: Visibility, state: Reviewable['state'] = 'pending') => {
  const item = reviewableOf('1', { state, actions: actionsFrom({ kind: 'post', state, visibility }, false) });
  return { ...item, post: item.post && { ...item.post, visibility } };
};
const member = reviewableOf('m', {
  kind: 'member',
  post: null,
  actions: actionsFrom({ kind: 'member', state: 'pending', visibility: null }, false),
});
const texts = (item: Reviewable) => waysFor(item).map((action) => wayText(action, [item], 'en'));

describe('what may be decided', () => {
  it('is offered once where two ways come to the same, as it reads on what it is about', () => {
    expect(texts(postOf('pending'))).toEqual(['Approve', 'Reject', 'Return', 'Remove']);
    expect(texts(postOf('visible'))).toEqual(['Keep', 'Hide', 'Return', 'Ignore', 'Remove']);
    expect(texts(postOf('hidden'))).toEqual(['Show again', 'Keep hidden', 'Return', 'Ignore', 'Remove']);
    expect(texts(member)).toEqual(['No concern', 'Concern', 'Ignore']);
    expect(texts(postOf('hidden', 'rejected'))).toEqual(['Show again', 'Return', 'Remove']);
  });

  it('is meant by either key: what nobody saw is rejected, what was shown is hidden', () => {
    for (const key of ['reject', 'hide'] as const) {
      expect(meant(key, postOf('pending'))).toBe('reject');
      expect(meant(key, postOf('visible'))).toBe('hide');
      expect(meant(key, member)).toBe('reject');
    }
    expect(meant('approve', postOf('hidden', 'rejected'))).toBe('restore');
  });

  it('is offered for many as one way, which every one of them allows', () => {
    const mixed = [postOf('pending'), postOf('visible')];
    expect(waysForMany(mixed)).toEqual(['approve', 'reject', 'return', 'ignore', 'remove']);
    expect(wayText('approve', mixed, 'ja')).toBe('掲載・問題なし');
    expect(wayText('reject', mixed, 'ja')).toBe('不掲載・非表示');
    expect(meantForMany('hide', mixed)).toBe('reject');
    expect(mixed.every(({ actions }) => actions.includes('reject'))).toBe(true);
    expect(meantForMany('reject', [postOf('visible')])).toBe('hide');
  });

  it.for(['ja', 'en'] as const)('has a name wherever it can be decided: %s', (language) => {
    const states = ['pending', 'approved', 'rejected', 'ignored', 'removed'] as const;
    const seen = ['pending', 'visible', 'returned', 'hidden', 'removed'] as const;
    for (const item of states.flatMap((state) => seen.map((visibility) => postOf(visibility, state)))) {
      for (const action of waysFor(item)) expect(wayText(action, [item], language)).not.toBe('');
      const wanted: DecisionAction[] = ['reject', 'hide'];
      for (const action of wanted) {
        if (item.actions.includes(action)) expect(item.actions).toContain(meant(action, item));
      }
    }
  });
});

describe('what was found', () => {
  it.for([
    ['typed-too-fast', '114 / 1 s', '114文字を1秒で送信', '114 characters within 1 s'],
    ['rate', '4 / 10 min', '10分間に4件', '4 posts within 10 minutes'],
    ['first-post', '0.67', '迷惑投稿にやや似た文面', 'It reads a little like spam.'],
    ['spam-filter', '1.40', '迷惑投稿によく似た文面', 'It reads much like spam.'],
    ['duplicate', '01a205aa-48ff', 'ほかの投稿とほぼ同じ内容', 'Nearly the same as another post'],
    ['contact-data', '090-1234-5678', '検出：090-1234-5678', 'Found: 090-1234-5678'],
  ] as const)('is said in words, whatever the reviewer noted: %s', ([reason, detail, ja, en]) => {
    expect(foundText({ reason, detail }, 'ja')).toBe(ja);
    expect(foundText({ reason, detail }, 'en')).toBe(en);
  });

  it('is marked in the post: contact data, hosts and what stands between asterisks', () => {
    const [reason] = reviewableOf('1').reasons;
    if (!reason) throw new Error('It has no reason');
    const of = (change: Partial<typeof reason>) => ({ ...reason, ...change });
    const words = wordsFound([
      of({ reason: 'watched-word', detail: 'crypto*, 副業' }),
      of({ reason: 'links', detail: 'a.example, b.example' }),
      of({ reason: 'typed-too-fast', detail: '114 / 1 s' }),
      of({ kind: 'flag', reason: 'private', detail: 'Ring him' }),
    ]);
    expect(words).toEqual(['crypto', '副業', 'a.example', 'b.example']);
  });
});
