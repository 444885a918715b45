import { eq } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { authorColumns, authorOf } from './authors.ts';
import type { PostRow } from './find-thread.ts';
import { limitsOf } from './members/levels.ts';
import { forumMembers } from './tables.ts';

/** Whether it is not too late for an author of that level; what was returned is to be revised, whenever that is. */
export function editableFor(
  { createdAt, visibility }: Pick<PostRow, 'createdAt' | 'visibility'>,
  level: number,
  now: number,
): boolean {
  return visibility === 'returned' || visibility === 'pending' || now - createdAt <= limitsOf(level).editableMs;
}

export async function levelOf({ read }: Database, accountId: string): Promise<number> {
  const [row] = await read
    .select(authorColumns)
    .from(accounts)
    .leftJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  return row ? authorOf(row).level : 0;
}
