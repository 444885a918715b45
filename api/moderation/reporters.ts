import type { Reviewable, ReviewableDetail } from './contract.ts';

/** What is in the queue, as somebody reads it: of one's own posts nobody reads who flagged them, moderators neither. */
export function withoutReporters<T extends Reviewable | ReviewableDetail>(item: T, { id }: { id: string }): T {
  if (item.author.id !== id) return item;
  const reasons = item.reasons.map((reason) => (reason.kind === 'flag' ? { ...reason, by: null } : reason));
  if (!('history' in item)) return { ...item, reasons };
  const history = item.history.map((event) =>
    event.action === 'flagged' || event.action === 'flag-withdrawn' ? { ...event, by: null } : event,
  );
  return { ...item, reasons, history };
}
