import { sql } from 'drizzle-orm';
import { isStaff, type Role } from '../access/rules.ts';
import { accounts } from '../accounts/tables.ts';
import type { ForumAuthor } from './contract.ts';
import { forumMembers } from './tables.ts';

export interface AuthorRow {
  id: string;
  name: string;
  role: Role;
  level: number | null;
}

/** Whoever works here is trusted as much as anybody. */
const levelOfStaff = 3;

/** What everybody sees of an author; for a select that joins `accounts`, and `forum_members` as far as there is a row. */
export const authorColumns = {
  id: accounts.id,
  name: accounts.name,
  role: accounts.role,
  level: sql<number | null>`${forumMembers.level}`,
};

/** The same as JSON of SQLite. */
export const authorJson =
  "json_object('id', accounts.id, 'name', accounts.name, 'role', accounts.role, 'level', forum_members.level)";

/** An author as everybody sees them; one who was erased has no name. */
export function authorOf({ id, name, role, level }: AuthorRow): ForumAuthor {
  const works = isStaff(role);
  return { id, name, isStaff: works, level: works ? levelOfStaff : (level ?? 0) };
}
