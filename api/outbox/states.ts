import type { OutboxStateInput } from './contract.ts';
import { type OutboxState, outboxStates } from './tables.ts';

/** From where staff may let a mail out again or call it off. What is not listed is refused. */
export const movesFrom: Record<OutboxStateInput['state'], readonly OutboxState[]> = {
  waiting: ['waiting', 'dead', 'cancelled'],
  cancelled: ['waiting', 'dead'],
};

export function nextStates(from: OutboxState): OutboxStateInput['state'][] {
  return outboxStates
    .filter((to) => to === 'waiting' || to === 'cancelled')
    .filter((to) => movesFrom[to].includes(from));
}
