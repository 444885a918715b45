import type { TicketSummary } from '../../../api/tickets/contract.ts';

const minuteMs = 60_000;
/** An answer that is due within this is due soon. */
const soonMinutes = 60;

/** How an answer stands, in minutes: past its time, nearly there, or still waited for. */
export interface Due {
  kind: 'overdue' | 'soon' | 'later' | 'waits';
  minutes: number;
  at: number;
}

/** How the next answer of a ticket stands; `null` where it is not the desk's turn. */
export function dueOf({ state, dueAt, promisedBy, waitingSince }: TicketSummary, now: number): Due | null {
  if (state !== 'new' && state !== 'open' && state !== 'on-hold') return null;
  const at = dueAt ?? promisedBy;
  if (at !== null) {
    const minutes = Math.abs(Math.ceil((at - now) / minuteMs));
    if (at < now) return { kind: 'overdue', minutes: Math.max(1, minutes), at };
    return { kind: minutes <= soonMinutes ? 'soon' : 'later', minutes, at };
  }
  return waitingSince === null
    ? null
    : { kind: 'waits', minutes: Math.max(0, Math.floor((now - waitingSince) / minuteMs)), at: waitingSince };
}
