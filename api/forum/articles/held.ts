import { isNull, type SQL, sql } from 'drizzle-orm';
import { languages } from '../../../content/schema/languages.ts';
import { membersOf } from '../../accounts/held.ts';
import { deleteSome, type Held, type Subject } from '../../privacy/held-data.ts';
import { forumArticleDrafts, forumMeToos, forumPosts, forumThreads } from '../tables.ts';

/**
 * Drafts say what members said, and thank them by name. What an editor took into the content is the organisation's; what
 * lies in the folder of drafts goes, and the button makes it anew of what is left.
 */
export const heldByDrafts: Held = {
  table: forumArticleDrafts,
  name: { ja: '投稿をもとにした記事の下書き', en: 'Drafts of articles made of what you said' },
  of: (subject) => sql`(${madeOf(subject)} and ${isNull(forumArticleDrafts.publishedAt)})`,
  withheld: ['accountId'],
  isMany: true,
  erase: (subject, most) =>
    deleteSome(forumArticleDrafts, sql`${madeOf(subject)} and ${isNull(forumArticleDrafts.publishedAt)}`, most),
  async filesOf({ db }, subject) {
    const { kind, slug } = forumArticleDrafts;
    const rows = await db.read.select({ kind, slug }).from(forumArticleDrafts).where(madeOf(subject));
    return rows.flatMap((draft) => languages.map((language) => `${draft.kind}/${language}/${draft.slug}.mdx`));
  },
  sweepFiles: ({ drafts }, known = []) => drafts.remove(known),
};

/** Of their question, their answer, or their words for somebody else’s question. */
function madeOf(subject: Subject): SQL {
  const them = membersOf(subject);
  return sql`${forumArticleDrafts.threadId} in (
    select thread.id from ${forumThreads} as thread where thread.author_id in ${them}
    union all select post.thread_id from ${forumPosts} as post where post.accepted_at is not null and post.author_id in ${them}
    union all select too.thread_id from ${forumMeToos} as too where too.wording is not null and too.account_id in ${them})`;
}
