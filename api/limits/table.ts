/** How often something may be done. */
export interface Limit {
  most: number;
  seconds: number;
  /**
   * `shared`: counted by all processes together, kept through restarts. `process`: counted by each process for itself,
   * which is enough where it guards the process and costs nothing.
   */
  counted: 'shared' | 'process';
}

const minute = 60;
const quarter = 15 * minute;
const hour = 60 * minute;

/** Every limit there is. An address is one IPv4 address or one IPv6 network of /64. */
export const limits = {
  // Of one address
  'api-requests': { most: 600, seconds: minute, counted: 'process' },
  challenges: { most: 60, seconds: quarter, counted: 'process' },
  'sign-in-by-address': { most: 100, seconds: quarter, counted: 'shared' },
  'sign-in-links-by-address': { most: 20, seconds: hour, counted: 'shared' },
  'registrations-by-address': { most: 20, seconds: hour, counted: 'shared' },
  'subscriptions-by-address': { most: 20, seconds: hour, counted: 'shared' },
  'data-requests-by-address': { most: 20, seconds: hour, counted: 'shared' },
  tickets: { most: 30, seconds: hour, counted: 'shared' },
  messages: { most: 60, seconds: hour, counted: 'shared' },
  'forms-with-files': { most: 120, seconds: hour, counted: 'shared' },
  'forum-posts': { most: 120, seconds: hour, counted: 'shared' },
  votes: { most: 60, seconds: hour, counted: 'shared' },

  // Of one address, without a sign of a person (`api/challenge/`)
  'unproven-tickets': { most: 10, seconds: hour, counted: 'shared' },
  'unproven-registrations': { most: 5, seconds: hour, counted: 'shared' },
  'unproven-subscriptions': { most: 5, seconds: hour, counted: 'shared' },
  'unproven-data-requests': { most: 5, seconds: hour, counted: 'shared' },

  // Of one e-mail address, from wherever. How many mails it gets is counted silently, in the write that queues them.
  'sign-in-by-email': { most: 60, seconds: quarter, counted: 'shared' },
  'tickets-by-email': { most: 15, seconds: hour, counted: 'shared' },

  // Of one address and one e-mail address together
  'sign-in': { most: 8, seconds: quarter, counted: 'shared' },

  // Of one member
  'forum-threads-by-account': { most: 10, seconds: hour, counted: 'shared' },
  'forum-posts-by-account': { most: 40, seconds: hour, counted: 'shared' },
  'flags-by-account': { most: 30, seconds: hour, counted: 'shared' },
  'forum-pictures-by-account': { most: 60, seconds: hour, counted: 'shared' },
  'forum-changes-by-account': { most: 100, seconds: hour, counted: 'shared' },

  // Of one conversation
  'messages-by-conversation': { most: 30, seconds: hour, counted: 'shared' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
