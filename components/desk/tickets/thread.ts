import type { ConversationEvent, Note, StaffMessage, Ticket } from '../../../api/tickets/contract.ts';

/** One thing that happened in a conversation, and when. */
export type ThreadEntry =
  | { kind: 'message'; at: number; message: StaffMessage }
  | { kind: 'note'; at: number; note: Note }
  | { kind: 'event'; at: number; event: ConversationEvent };

/** What came at the same moment: what was written first, then what it led to. */
const ranks: Record<ThreadEntry['kind'], number> = { message: 0, note: 1, event: 2 };

/** Everything that happened, in the order of time. That it was opened is told by the first message itself. */
export function threadOf({ messages, notes, events }: Pick<Ticket, 'messages' | 'notes' | 'events'>): ThreadEntry[] {
  const entries: ThreadEntry[] = [
    ...messages.map((message) => ({ kind: 'message', at: message.createdAt, message }) as const),
    ...notes.map((note) => ({ kind: 'note', at: note.createdAt, note }) as const),
    ...events
      .filter(({ kind }) => kind !== 'opened')
      .map((event) => ({ kind: 'event', at: event.createdAt, event }) as const),
  ];
  return entries.sort((one, other) => one.at - other.at || ranks[one.kind] - ranks[other.kind]);
}

/** Messages that somebody else added since: what an answer to the older ones does not know of. */
export function newSince(seen: Pick<Ticket, 'messages'>, now: Pick<Ticket, 'messages'>): StaffMessage[] {
  const known = new Set(seen.messages.map(({ id }) => id));
  return now.messages.filter(({ id, isTakenBack }) => !known.has(id) && !isTakenBack);
}
