import type { Visibility } from '../forum/contract.ts';
import {
  type DecisionAction,
  decisionActions,
  type ReviewableKind,
  type ReviewableState,
  reviewableStates,
} from './contract.ts';

/**
 * Whose doing a transition is: a moderator's decision, undoing one, a reader's flag or its withdrawal, whoever
 * edits, the author who removes, an appeal, its answer, or the portal, whose reviewers want a moderator to look.
 */
export const movers = ['moderator', 'undo', 'flag', 'withdrawal', 'author', 'appeal', 'answer', 'portal'] as const;
export type Mover = (typeof movers)[number];

/**
 * The state machine of what moderators look at: from each state, where it may go, and by whom. What is not here is refused.
 * Whatever a moderator or an answer does, undoing leads back to where it came from.
 */
const moves: Record<ReviewableState, Partial<Record<ReviewableState, readonly Mover[]>>> = {
  pending: {
    pending: ['flag', 'withdrawal', 'author', 'portal'],
    approved: ['moderator', 'answer', 'withdrawal'],
    rejected: ['moderator', 'answer'],
    ignored: ['moderator', 'withdrawal'],
    removed: ['moderator', 'answer', 'author'],
  },
  approved: {
    pending: ['undo', 'flag', 'author', 'portal'],
    rejected: ['moderator', 'undo'],
    ignored: ['undo'],
    removed: ['moderator', 'undo', 'author'],
  },
  rejected: {
    pending: ['undo', 'author', 'appeal'],
    approved: ['moderator', 'undo'],
    rejected: ['moderator', 'undo'],
    ignored: ['undo'],
    removed: ['moderator', 'author'],
  },
  ignored: {
    pending: ['undo', 'flag', 'author', 'portal'],
    approved: ['moderator'],
    rejected: ['moderator'],
    removed: ['moderator', 'author'],
  },
  removed: {
    pending: ['undo', 'appeal'],
    approved: ['moderator', 'undo'],
    rejected: ['undo'],
    ignored: ['undo'],
  },
};

/** Whether somebody may move a reviewable from a state to another. */
export function mayMove(from: ReviewableState, to: ReviewableState, mover: Mover): boolean {
  return moves[from][to]?.includes(mover) ?? false;
}

/** What a decision makes of a reviewable and of its post; only posts can be hidden, returned or removed. */
interface Effect {
  to: Exclude<ReviewableState, 'pending'>;
  visibility: Visibility;
  from: readonly ReviewableState[];
  kinds: readonly ReviewableKind[];
}

const both: readonly ReviewableKind[] = ['post', 'member'];
const posts: readonly ReviewableKind[] = ['post'];

/** What each action of moderators does, and from where. */
export const effects: Record<DecisionAction, Effect> = {
  approve: { to: 'approved', visibility: 'visible', from: ['pending', 'ignored'], kinds: both },
  reject: { to: 'rejected', visibility: 'hidden', from: ['pending'], kinds: both },
  return: {
    to: 'rejected',
    visibility: 'returned',
    from: ['pending', 'approved', 'ignored', 'rejected'],
    kinds: posts,
  },
  ignore: { to: 'ignored', visibility: 'visible', from: ['pending'], kinds: both },
  hide: { to: 'rejected', visibility: 'hidden', from: ['pending', 'approved', 'ignored', 'rejected'], kinds: posts },
  remove: { to: 'removed', visibility: 'removed', from: ['pending', 'approved', 'ignored', 'rejected'], kinds: posts },
  restore: { to: 'approved', visibility: 'visible', from: ['rejected', 'removed'], kinds: both },
};

/** How a reviewable stands; a member's has no visibility. */
export interface Standing {
  kind: ReviewableKind;
  state: ReviewableState;
  visibility: Visibility | null;
}

/** Whether an action may be decided on what stands so, and would change something. */
export function mayDecide(action: DecisionAction, { kind, state, visibility }: Standing): boolean {
  const effect = effects[action];
  if (!effect.kinds.includes(kind) || !effect.from.includes(state)) return false;
  // What waits to be published for the first time was nothing before: somebody has to say yes or no.
  if (action === 'ignore') return visibility !== 'pending';
  return state !== effect.to || visibility !== effect.visibility;
}

/** What may be decided from here; nothing while an appeal is open, which wants an answer. */
export function actionsFrom(standing: Standing, hasAppeal: boolean): DecisionAction[] {
  return hasAppeal ? [] : decisionActions.filter((action) => mayDecide(action, standing));
}

/** Everything on which an action may be decided, to be compared in SQL. */
export function standingsFor(action: DecisionAction): Standing[] {
  const all = reviewableStates.flatMap((state): Standing[] => [
    { kind: 'member', state, visibility: null },
    ...visibilitiesOfPosts.map((visibility): Standing => ({ kind: 'post', state, visibility })),
  ]);
  return all.filter((standing) => mayDecide(action, standing));
}

const visibilitiesOfPosts: readonly Visibility[] = ['pending', 'visible', 'returned', 'hidden', 'removed'];
