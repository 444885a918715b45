import { appeal } from '../../../api/moderation/appeal.ts';
import { decide } from '../../../api/moderation/decide.ts';
import { flagPost } from '../../../api/moderation/flags.ts';
import { sanction } from '../../../api/moderation/sanctions.ts';
import { submitReply } from '../../../api/forum/submit.ts';
import type { Services } from '../../../api/services.ts';

/** Answers of Emma's in the second thread: two that wait, two that she hid herself, and two more that she appealed about. */
export async function someModeration(
  services: Services,
  { forumMembers }: { forumMembers: readonly [string, string] },
) {
  const { db, clock } = services;
  const { rows } = await db.raw.execute("select id from accounts where role = 'owner' order by created_at limit 1");
  const emma = { id: rows[0]?.['id'] as string, role: 'owner' as const, language: 'en' as const };
  const by = { accountId: emma.id, role: emma.role, requestId: 'request' };
  const posts: string[] = [];
  for (const [index, word] of ['river', 'hills', 'woods', 'shore', 'meadow', 'town'].entries()) {
    const once = { scope: 'forum', key: `walk-${index}`, fingerprint: word };
    const input = { body: `I like the ${word} best, early in the day.`, pictures: [] };
    posts.push((await submitReply(services, 2, input, emma, once)).id);
  }
  const reviewables: string[] = [];
  for (const [index, post] of posts.entries()) {
    await flagPost(services, post, { reason: 'off-topic' }, { id: forumMembers[index % 2] ?? '', role: 'member' });
    const found = await db.raw.execute({ sql: 'select id from reviewables where subject_id = ?', args: [post] });
    reviewables.push(found.rows[0]?.['id'] as string);
  }
  const decisions: string[] = [];
  for (const id of reviewables.slice(2)) {
    decisions.push((await decide(services, { items: [{ id, version: 1 }], action: 'hide' }, by)).id);
  }
  for (const id of decisions.slice(2)) await appeal(services, id, { body: 'It was about the walk.' }, emma);
  const appeals = await ids('appeals');
  const warned = { version: 1, kind: 'warning', reason: 'Please be kind.' } as const;
  await sanction(services, forumMembers[1], warned, by);
  await sanction(
    services,
    forumMembers[1],
    { ...warned, version: 2, kind: 'silence', until: clock() + 86_400_000 },
    by,
  );
  return {
    reviewables: pair(reviewables),
    decisions: pair(decisions),
    appeals: pair(appeals),
    sanctions: pair(await ids('sanctions')),
  };

  async function ids(table: 'appeals' | 'sanctions'): Promise<string[]> {
    const found = await db.raw.execute(`select id from ${table} order by rowid`);
    return found.rows.map(({ id }) => id as string);
  }
}

function pair([one = '', other = '']: readonly string[]): readonly [string, string] {
  return [one, other];
}
