import { eq } from 'drizzle-orm';
import { isStaff, type Role } from '../access/rules.ts';
import { forumMembers } from '../forum/tables.ts';
import type { Services } from '../services.ts';

/** What is known of whoever flags. */
export interface FlaggerRecord {
  isStaff: boolean;
  level: number;
  agreed: number;
  disagreed: number;
}

const byLevel: readonly number[] = [0.8, 1, 1.25, 1.5];
const ofStaff = 2;

/** How much a flag weighs: 1 at level 1 without a record, more for whom moderators agreed with, and twice for personal data. */
export function flagWeight({ isStaff: works, level, agreed, disagreed }: FlaggerRecord, isPrivate: boolean): number {
  const record = works ? ofStaff : ((2 * (agreed + 2)) / (agreed + disagreed + 4)) * (byLevel[level] ?? 1);
  return Math.round(record * (isPrivate ? 2 : 1) * 1000) / 1000;
}

export async function recordOf({ db }: Services, { id, role }: { id: string; role: Role }): Promise<FlaggerRecord> {
  const [row] = await db.read.select().from(forumMembers).where(eq(forumMembers.accountId, id));
  return {
    isStaff: isStaff(role),
    level: row?.level ?? 0,
    agreed: row?.flagsAgreed ?? 0,
    disagreed: row?.flagsDisagreed ?? 0,
  };
}
