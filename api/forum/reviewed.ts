import { eq } from 'drizzle-orm';
import { isStaff } from '../access/rules.ts';
import type { Account } from '../accounts/contract.ts';
import { accounts } from '../accounts/tables.ts';
import type { Objection, Submission } from '../moderation/reviewer.ts';
import { firstObjection } from '../moderation/reviewers.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { checkDailyLimit } from './daily-limit.ts';
import { refusedText, suspendedText } from './held-texts.ts';
import { forumMembers } from './tables.ts';

/** What wants to be published, without what is known of its author. */
type Unreviewed = Omit<Submission, 'author'>;

/**
 * What stands against publishing a post at once; `null` for nothing. Throws `post-refused` with the reason
 * in the language of the post, `posting-suspended`, and `too-many-tries` for more
 * posts than a day of their level has.
 */
export async function reviewed(
  services: Services,
  { id: accountId, role }: Pick<Account, 'id' | 'role'>,
  post: Unreviewed,
): Promise<Objection | null> {
  const now = services.clock();
  const { createdAt, member } = await memberOf(services, accountId);
  if ((member?.suspendedUntil ?? 0) > now) {
    throw new Problem('posting-suspended', {
      detail: suspendedText(post.language, member?.suspendedUntil ?? now, services.timeZone()),
    });
  }
  if (!isStaff(role) && !post.isEdit) await checkDailyLimit(services, accountId, member?.level ?? 0, post.language);
  const silencedUntil = (member?.silencedUntil ?? 0) > now ? (member?.silencedUntil ?? null) : null;
  const objection = await firstObjection(services, {
    ...post,
    author: {
      accountId,
      isStaff: isStaff(role),
      level: member?.level ?? 0,
      posts: member?.posts ?? 0,
      postsRefused: member?.postsRefused ?? 0,
      ageMs: now - createdAt,
      silencedUntil,
    },
  });
  if (objection?.verdict === 'refuse') {
    throw new Problem('post-refused', { detail: refusedText(post.language, objection.reason) });
  }
  return objection;
}

async function memberOf({ db }: Services, accountId: string) {
  const [found] = await db.read
    .select({ createdAt: accounts.createdAt, member: forumMembers })
    .from(accounts)
    .leftJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  if (!found) throw new Problem('not-signed-in');
  return found;
}
