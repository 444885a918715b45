import type { Account } from '../../../../api/accounts/contract.ts';
import type { Colleagues } from '../../../../api/desk/contract.ts';
import type { Priority, Ticket, TicketState } from '../../../../api/tickets/contract.ts';
import { messages as bulkTexts } from '../bulk-messages.ts';
import type { PropertyChange } from '../mado-ticket-properties.ts';
import { messages } from '../messages.ts';
import { priorityTexts } from '../priority-texts.ts';
import { snoozeNames, snoozeTexts, snoozeTime } from '../snooze-times.ts';

/** What is chosen for a ticket from a few buttons; the same as for several tickets in the list. */
export const choiceNames = ['state', 'assignee', 'team', 'priority', 'tags', 'snooze'] as const;
export type ChoiceName = (typeof choiceNames)[number];

export interface Option {
  text: string;
  /** Whether it is so already; left out where that is never so. */
  isNow?: boolean;
  /** What choosing it does. */
  to: { state: TicketState } | PropertyChange;
}

interface Around {
  language: 'ja' | 'en';
  timeZone: string;
  account: Account | null;
  colleagues: Colleagues;
}

/** What an open ticket can be given, the likeliest first. */
export const choiceOptions: Record<ChoiceName, (ticket: Ticket, around: Around) => Option[]> = {
  state: ({ nextStates }, { language }) =>
    nextStates
      .filter((state) => state !== 'spam')
      .map((state) => ({ text: messages[language].moves[state], to: { state } })),

  assignee: ({ assignee }, { language, account, colleagues: { agents } }) => {
    const { me, nobody } = bulkTexts[language];
    const own = account ? [{ id: account.id, name: me }] : [];
    const others = agents.filter(({ id }) => id !== account?.id);
    return [...own, ...others, { id: null, name: nobody }].map(({ id, name }) => ({
      text: name,
      isNow: id === (assignee?.id ?? null),
      to: { assignee: id },
    }));
  },

  team: ({ team }, { language, colleagues: { teams } }) =>
    [...teams, { id: null, name: bulkTexts[language].noTeam }].map(({ id, name }) => ({
      text: name,
      isNow: id === (team?.id ?? null),
      to: { team: id },
    })),

  priority: (ticket, { language }) =>
    (['urgent', 'high', 'normal', 'low'] satisfies Priority[]).map((priority) => ({
      text: priorityTexts[language][priority],
      isNow: priority === ticket.priority,
      to: { priority },
    })),

  tags: ({ tags }, { colleagues }) =>
    [...new Set([...tags, ...colleagues.tags])].map((tag) => {
      const isNow = tags.includes(tag);
      return { text: tag, isNow, to: { tags: isNow ? tags.filter((kept) => kept !== tag) : [...tags, tag] } };
    }),

  snooze: ({ snoozedUntil }, { language, timeZone }) => {
    const times = snoozeNames.map((name) => ({
      text: snoozeTexts[language][name],
      to: { snoozedUntil: snoozeTime(name, Date.now(), timeZone) },
    }));
    return snoozedUntil === null ? times : [...times, { text: bulkTexts[language].wake, to: { snoozedUntil: null } }];
  },
};
