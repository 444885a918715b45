import type { Account } from '../../../api/accounts/contract.ts';

export type Role = Account['role'];
export type StaffRole = Exclude<Role, 'member'>;

/** What staff can be, in the order it is offered. */
export const staffRoles: readonly StaffRole[] = ['agent', 'moderator', 'editor', 'owner'];
