import { type Arbitrary, boolean, constant, constantFrom, nat, oneof, option, record, tuple } from 'fast-check';
import { priorities, ticketStates } from '../../../../api/tickets/contract.ts';

/** Which of what there is, counted round and round; they often mean the same. */
const which = oneof(constant(0), constant(0), nat(5));
/** How many turns of the event loop it comes later than the others. */
const late = nat(4);
/** Somebody may look at a page that was opened a round ago. */
const isStale = oneof({ weight: 5, arbitrary: constant(false) }, { weight: 1, arbitrary: constant(true) });
const kind = <const K extends string>(name: K) => constant(name);

/** What an agent may do, having seen how things were before the round, or the round before. */
const staffDeed = oneof(
  record({ kind: kind('reply'), which, late, isStale, isSeen: boolean() }),
  record({ kind: kind('note'), which, late, isStale }),
  record({ kind: kind('article'), which, late, isStale }),
  record({ kind: kind('move'), which, late, isStale, state: constantFrom(...ticketStates) }),
  record({
    kind: kind('change'),
    which,
    late,
    isStale,
    priority: option(constantFrom(...priorities), { nil: undefined }),
    isHandedOver: boolean(),
    isSnoozed: boolean(),
  }),
  record({
    kind: kind('bulk'),
    late,
    isStale,
    state: option(constantFrom(...ticketStates), { nil: undefined }),
    isHandedOver: boolean(),
    isSnoozed: boolean(),
  }),
  record({ kind: kind('merge'), which, late, isStale, other: which }),
  record({ kind: kind('split'), which, late, isStale, from: which }),
  record({ kind: kind('undo'), which, late }),
  record({ kind: kind('take-back'), which, late }),
  record({ kind: kind('merge-customers'), late }),
  record({ kind: kind('undo-customers'), which, late }),
);

/** What a customer may do, by the private links of their conversations, old ones too. */
const customerDeed = oneof(
  record({ kind: kind('write'), which, late }),
  record({ kind: kind('again'), which, late }),
  record({ kind: kind('open'), late }),
  record({ kind: kind('state'), which, late, state: constantFrom('solved' as const, 'open' as const) }),
);

const oftenSome = { freq: 4, nil: null };
/** What happens at the same moment, and how long it is quiet before: replies leave after ten seconds, the solved close after days. */
export const round = record({
  pauseMs: constantFrom(1000, 1000, 3000, 3000, 15_000, 8 * 86_400_000),
  agents: tuple(option(staffDeed, oftenSome), option(staffDeed, oftenSome), option(staffDeed, { freq: 1, nil: null })),
  customer: option(customerDeed, { freq: 2, nil: null }),
});

type Made<T> = T extends Arbitrary<infer V> ? V : never;
export type Round = Made<typeof round>;
export type StaffDeed = Made<typeof staffDeed>;
export type CustomerDeed = Made<typeof customerDeed>;
