import type { MailInDecision } from './contract.ts';
import type { MailOutcome } from './tables.ts';

/** From where staff may decide what. What is not listed is refused. */
const decidable: Record<MailInDecision, readonly MailOutcome[]> = {
  'try-again': ['quarantined', 'dismissed', 'blocked'],
  dismiss: ['quarantined'],
  'make-conversation': ['quarantined', 'dismissed', 'auto-reply', 'bounce'],
};

/** What staff may decide about a mail; one without a sender cannot become a conversation with nobody. */
export function decisionsFor({ outcome, reason }: { outcome: MailOutcome; reason: string | null }): MailInDecision[] {
  return (Object.keys(decidable) as MailInDecision[]).filter(
    (decision) => decidable[decision].includes(outcome) && (decision !== 'make-conversation' || reason !== 'no-sender'),
  );
}
