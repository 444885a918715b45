import type { DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { type NamedWay, wayMessages } from './way-messages.ts';

type Standing = Pick<Reviewable, 'kind' | 'post' | 'actions'>;

/** The keys of decisions; a post that nobody saw is rejected, one that was shown is hidden, by either key. */
export const keyOf: Record<DecisionAction, string> = {
  approve: 'a',
  reject: 'r',
  return: 'e',
  ignore: 'i',
  hide: 'h',
  remove: 'd',
  restore: 'a',
};

const inOrder: readonly DecisionAction[] = ['approve', 'restore', 'reject', 'hide', 'return', 'ignore', 'remove'];

/** What somebody means who asks for an action here; itself where it cannot be decided. */
export function meant(action: DecisionAction, { kind, post, actions }: Standing): DecisionAction {
  // What was taken down is shown again by the same key.
  if (action === 'approve' && actions.includes('restore')) return 'restore';
  if (action !== 'reject' && action !== 'hide') return action;
  const fits = kind === 'post' && post?.visibility !== 'pending' ? 'hide' : 'reject';
  const other = fits === 'hide' ? 'reject' : 'hide';
  return actions.includes(fits) || !actions.includes(other) ? fits : other;
}

/** What may be decided on something: of the ways that come to the same, the one that fits. */
export function waysFor(item: Standing): DecisionAction[] {
  return inOrder.filter((action) => item.actions.includes(action) && meant(action, item) === action);
}

/** What may be decided on some of many at once. */
export function waysForMany(items: readonly Standing[]): DecisionAction[] {
  const all = new Set(items.flatMap((item) => waysFor(item)));
  if (all.has('reject')) all.delete('hide');
  return inOrder.filter((action) => all.has(action));
}

/** The one action to be sent for many. */
export function meantForMany(action: DecisionAction, items: readonly Standing[]): DecisionAction {
  if (action !== 'reject' && action !== 'hide') return action;
  return items.every((item) => meant(action, item) === 'hide') ? 'hide' : 'reject';
}

/** How an action reads on something: a post that is shown is not approved, it stays; a member is no post. */
function named(action: DecisionAction, { kind, post }: Standing): NamedWay {
  if (kind === 'member' && (action === 'approve' || action === 'reject')) return `member-${action}`;
  if (action === 'approve' && post?.visibility === 'visible') return 'keep';
  if (action === 'approve' && post?.visibility === 'hidden') return 'restore';
  return action === 'hide' && post?.visibility === 'hidden' ? 'keep-hidden' : action;
}

/** What the button of an action says, for one or many. */
export function wayText(action: DecisionAction, items: readonly Standing[], language: 'ja' | 'en'): string {
  const { ways, or } = wayMessages[language];
  const fitting = items.filter(({ actions }) => actions.includes(action));
  return [...new Set(fitting.map((item) => ways[named(meant(action, item), item)]))].join(or);
}

/** What is said once it was done: with one, by its title, or with many. */
export function doneText(
  action: DecisionAction,
  { item, title, count }: { item: Standing; title: string; count: number },
  language: 'ja' | 'en',
): string {
  return wayMessages[language].done[named(action, item)](title, count);
}
