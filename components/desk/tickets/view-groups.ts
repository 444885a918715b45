import type { TicketView } from '../../../api/tickets/contract.ts';

/** The views in the order of their column: what is to be done, then the rest. The first is where somebody arrives. */
export const viewGroups = {
  work: ['to-answer', 'mine', 'team', 'unassigned', 'breaching'],
  later: ['waiting', 'snoozed', 'done', 'spam', 'all'],
} as const satisfies Record<string, readonly TicketView[]>;

type Grouped = (typeof viewGroups)[keyof typeof viewGroups][number];

/** A view that stands in a group; none, and an error where one is used, if the API knows one that does not. */
export type GroupedView = TicketView extends Grouped ? Grouped : never;
