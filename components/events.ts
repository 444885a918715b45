import type { Presence } from '../api/desk/contract.ts';
import type { TicketState } from '../api/tickets/contract.ts';
import type { Language } from '../content/schema/languages.ts';

/**
 * Every event that an element of this house fires: one map, so that no component invents its own. Each bubbles and is
 * composed; `version` grows when a detail changes its meaning. The measured ones are what statistics may be made of:
 * they name pages and counts, never people.
 */
export interface PortalEvents {
  /** A search was answered. Measured. */
  'mado-search': { version: 1; query: string; language: Language; results: number; isSubmitted: boolean };
  /** A result was followed; `rank` counts from 1. Measured. */
  'mado-result-opened': { version: 1; query: string; url: string; rank: number };
  /** A reader said whether an article helped. Measured. */
  'mado-vote': { version: 1; url: string; isHelpful: boolean };
  /** A reader said why. */
  'mado-vote-explained': { version: 1; url: string; reason: string };
  /** A reader came to a step of a troubleshooting flow, by a choice or by its address; going back is none. Measured. */
  'mado-flow-step': { version: 1; url: string; step: string; isOutcome: boolean };
  /** An article offered while a message was being written was followed. Measured. */
  'mado-suggestion-opened': { version: 1; url: string; rank: number };
  /** An article offered while a message was being written ended the writing: its reader said so, or left. Measured. */
  'mado-deflected': { version: 1; url: string; how: 'solved' | 'left' };
  /** A message became a ticket. Measured, without its reference. */
  'mado-ticket-opened': { version: 1; reference: string; trailLength: number };
  /** A thread or article offered while a question for the forum was typed ended the asking. Measured. */
  'mado-question-answered': { version: 1; url: string; how: 'solved' | 'left' };
  /** A post went to the forum; `isHeld` while a moderator looks at it. Measured. */
  'mado-post-sent': { version: 1; thread: number; isQuestion: boolean; isHeld: boolean };
  /** Somebody has signed in to the desk. */
  'mado-signed-in': { version: 1 };
  /** The desk found that nobody is signed in any more. */
  'mado-signed-out': { version: 1 };
  /** A ticket was answered or moved: lists that hold it are out of date. */
  'mado-ticket-changed': { version: 1; reference: string };
  /** The live stream says that a ticket is now at this version. Fired on `document`: lists and what is open listen. */
  'mado-live-ticket': { version: 1; reference: string; ticketVersion: number; state: TicketState };
  /** The live stream says who is at a ticket now, oneself left out. Fired on `document`. */
  'mado-live-presence': { version: 1; reference: string; present: readonly Presence[] };
  /** How many tickets have to be answered, or posts to be decided on: the desk says it in its title. */
  'mado-desk-count': { version: 1; count: number };
  /** Somebody changed their own account. */
  'mado-account-changed': { version: 1 };
  /** Somebody's account, or an invitation, was changed: lists that hold it are out of date. */
  'mado-person-changed': { version: 1; id: string };
  /** A notice was published or changed: lists that hold it are out of date. */
  'mado-notice-changed': { version: 1; id: string };
  /** A mail was let out again or called off: lists that hold it are out of date. */
  'mado-mail-changed': { version: 1; id: string };
  /** What is held about a customer was changed or erased: lists that hold them are out of date. */
  'mado-customer-changed': { version: 1; id: string };
  /** A canned answer was made, changed or deleted: lists that hold it are out of date. */
  'mado-canned-answer-changed': { version: 1; id: string };
  /** What is open in the moderators' queue was changed: lists that hold it are out of date. */
  'mado-reviewable-changed': { version: 1; id: string };
}

export type PortalEventName = keyof PortalEvents;

/** The events that may be counted, by name. */
export const measuredEvents = [
  'mado-search',
  'mado-result-opened',
  'mado-vote',
  'mado-flow-step',
  'mado-suggestion-opened',
  'mado-deflected',
  'mado-ticket-opened',
  'mado-question-answered',
  'mado-post-sent',
] as const satisfies PortalEventName[];

type WithoutVersion<T> = Omit<T, 'version'>;

/** Fires an event at its current version. */
export function fire<N extends PortalEventName>(
  target: EventTarget,
  name: N,
  detail: WithoutVersion<PortalEvents[N]>,
): void {
  target.dispatchEvent(new CustomEvent(name, { detail: { version: 1, ...detail }, bubbles: true, composed: true }));
}

declare global {
  interface DocumentEventMap {
    'mado-live-ticket': CustomEvent<PortalEvents['mado-live-ticket']>;
    'mado-live-presence': CustomEvent<PortalEvents['mado-live-presence']>;
  }
  interface HTMLElementEventMap {
    'mado-search': CustomEvent<PortalEvents['mado-search']>;
    'mado-result-opened': CustomEvent<PortalEvents['mado-result-opened']>;
    'mado-vote': CustomEvent<PortalEvents['mado-vote']>;
    'mado-vote-explained': CustomEvent<PortalEvents['mado-vote-explained']>;
    'mado-flow-step': CustomEvent<PortalEvents['mado-flow-step']>;
    'mado-suggestion-opened': CustomEvent<PortalEvents['mado-suggestion-opened']>;
    'mado-deflected': CustomEvent<PortalEvents['mado-deflected']>;
    'mado-ticket-opened': CustomEvent<PortalEvents['mado-ticket-opened']>;
    'mado-question-answered': CustomEvent<PortalEvents['mado-question-answered']>;
    'mado-post-sent': CustomEvent<PortalEvents['mado-post-sent']>;
    'mado-signed-in': CustomEvent<PortalEvents['mado-signed-in']>;
    'mado-signed-out': CustomEvent<PortalEvents['mado-signed-out']>;
    'mado-ticket-changed': CustomEvent<PortalEvents['mado-ticket-changed']>;
    'mado-desk-count': CustomEvent<PortalEvents['mado-desk-count']>;
    'mado-account-changed': CustomEvent<PortalEvents['mado-account-changed']>;
    'mado-person-changed': CustomEvent<PortalEvents['mado-person-changed']>;
    'mado-notice-changed': CustomEvent<PortalEvents['mado-notice-changed']>;
    'mado-mail-changed': CustomEvent<PortalEvents['mado-mail-changed']>;
  }
}
