import { type SQL, sql } from 'drizzle-orm';
import { membersOf } from '../../accounts/held.ts';
import { forumPosts } from '../../forum/tables.ts';
import { deleteSome, type Held, type Subject } from '../../privacy/held-data.ts';
import { forumFingerprints } from '../tables.ts';

/** What posts of the last week are recognised by. What the filter learnt is counts of all posts together. */
export const heldByFilter: readonly Held[] = [
  {
    table: forumFingerprints,
    name: { ja: '投稿の照合用データ', en: 'What your posts are recognised by' },
    of,
    withheld: ['hash'],
    isMany: true,
    erase: (subject, most) => deleteSome(forumFingerprints, of(subject), most),
  },
];

function of(subject: Subject): SQL {
  return sql`${forumFingerprints.postId} in
    (select ${forumPosts.id} from ${forumPosts} where ${forumPosts.authorId} in ${membersOf(subject)})`;
}
