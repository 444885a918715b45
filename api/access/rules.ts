/** What an account may be. `member` is a customer with an account; everybody else is staff. */
export const roles = ['owner', 'editor', 'moderator', 'agent', 'member'] as const;
export type Role = (typeof roles)[number];

const everybody = roles;
const staff = ['owner', 'editor', 'moderator', 'agent'] as const satisfies readonly Role[];

/** Whether a role works here, rather than asks. */
export function isStaff(role: Role): boolean {
  return (staff as readonly Role[]).includes(role);
}

/**
 * Who may do what, in one table: resource and action, and the roles that may. What is not here, nobody may. Customers
 * without an account come in by the private link of their own request, which is not a role.
 */
export const rules = {
  'tickets:read': ['owner', 'agent', 'moderator'],
  'tickets:reply': ['owner', 'agent'],
  'tickets:move': ['owner', 'agent'],
  'tickets:change': ['owner', 'agent'],
  'tickets:note': ['owner', 'agent', 'moderator'],
  'tickets:export': ['owner'],
  'desk:use': ['owner', 'agent', 'moderator'],
  'canned-answers:change': ['owner', 'agent'],
  'calls:log': ['owner', 'agent'],
  'mail-in:read': ['owner', 'agent'],
  'mail-in:decide': ['owner', 'agent'],
  'customers:read': ['owner', 'agent', 'moderator'],
  'customers:change': ['owner', 'agent'],
  'senders:block': ['owner', 'agent'],
  'notices:read': staff,
  'notices:publish': ['owner', 'editor', 'agent'],
  'outbox:read': ['owner', 'agent'],
  'outbox:retry': ['owner'],
  'accounts:read': ['owner'],
  'accounts:change': ['owner'],
  'audit-log:read': ['owner'],
  'customers:export': ['owner', 'agent'],
  'customers:erase': ['owner'],
  'customers:hold': ['owner'],
  'retention:read': ['owner'],
  'own-account:change': everybody,
  'forum:post': everybody,
  'forum:accept-any': ['owner', 'moderator', 'agent'],
  'moderation:use': ['owner', 'moderator'],
  'moderation:sanction': ['owner', 'moderator'],
  'moderation:to-ticket': ['owner', 'moderator', 'agent'],
  'watched-words:change': ['owner', 'moderator'],
  'article-drafts:make': ['owner', 'editor', 'moderator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof rules;

/** Whether a role may do something. */
export function may(role: Role, action: Action): boolean {
  return (rules[action] as readonly Role[]).includes(role);
}
