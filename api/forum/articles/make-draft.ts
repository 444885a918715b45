import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { dateInZone } from '../../../content/calendar.ts';
import { type Language, languages } from '../../../content/schema/languages.ts';
import type { Account } from '../../accounts/contract.ts';
import { accounts } from '../../accounts/tables.ts';
import type { By } from '../../accounts/who.ts';
import { audited } from '../../audit/audited.ts';
import { newId } from '../../db/id.ts';
import { insertWhere } from '../../db/statements.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type ThreadRow, threadAt } from '../find-thread.ts';
import { textOf } from '../plain-text.ts';
import { forumArticleDrafts, forumMeToos, forumPosts, forumThreads } from '../tables.ts';
import { type DraftSource, draftOf, stubOf } from './draft-text.ts';

const kind = 'faq';
const mostSlugWords = 6;
const mostSlugCharacters = 50;

/**
 * Makes an article of the accepted answer of a thread: a draft in its language, and a beginning for a translator in the
 * others. Gives the files, within the folder of drafts. Asked again, makes them anew until the article is published. Throws
 * `not-found`, and `state-refused` for a thread without an accepted answer, or whose article is out.
 */
export async function makeArticleDraft(
  services: Services,
  number: number,
  by: By & Pick<Account, 'role'>,
): Promise<{ files: string[] }> {
  const { db, clock, random, drafts } = services;
  const thread = await threadAt(services, number, { id: by.accountId, role: by.role });
  const source = await sourceOf(services, thread);
  const { slug, publishedAt } = (await draftFor(services, thread)) ?? { slug: null, publishedAt: null };
  if (publishedAt !== null) throw new Problem('state-refused', { detail: isOut[thread.language] });
  const now = clock();
  const row = {
    id: newId(now, random),
    threadId: thread.id,
    accountId: by.accountId,
    kind,
    slug: slug ?? freeSlug(services, thread),
    createdAt: now,
  } as const;
  const { threadId } = forumArticleDrafts;
  const isNew = sql`not exists (select 1 from ${forumArticleDrafts} where ${threadId} = ${thread.id})`;
  const made = sql`exists (select 1 from ${forumArticleDrafts} where ${forumArticleDrafts.id} = ${row.id})`;
  await db.write([
    insertWhere(forumArticleDrafts, row, isNew),
    audited(
      services,
      {
        accountId: by.accountId,
        requestId: by.requestId,
        action: 'forum:draft-article',
        target: { kind: 'thread', id: String(thread.number) },
      },
      made,
    ),
  ]);
  // Two at once have the same draft.
  const draft = await draftFor(services, thread);
  if (!draft) throw new Problem('state-changed');
  const files = versionsOf(services, source).map(({ language, text }) => ({
    file: `${kind}/${language}/${draft.slug}.mdx`,
    text,
  }));
  for (const { file, text } of files) await drafts.write(file, text);
  return { files: files.map(({ file }) => file) };
}

/** The text for each language of the portal, that of the thread first. */
function versionsOf({ languages: spoken }: Services, source: DraftSource): { language: Language; text: string }[] {
  const others = spoken().filter((language) => language !== source.language);
  return [
    { language: source.language, text: draftOf(source) },
    ...others.map((language) => ({ language, text: stubOf(source, language) })),
  ];
}

async function draftFor({ db }: Services, { id }: ThreadRow) {
  const [draft] = await db.read.select().from(forumArticleDrafts).where(eq(forumArticleDrafts.threadId, id));
  return draft;
}

async function sourceOf(services: Services, thread: ThreadRow): Promise<DraftSource> {
  const { db, clock, timeZone, portal } = services;
  const { id, number, language, board, title, openingPostId, acceptedPostId, visibility } = thread;
  if (acceptedPostId === null || visibility !== 'visible') {
    throw new Problem('state-refused', { detail: hasNoAnswer[language] });
  }
  const [posts, wordings, merged] = await Promise.all([
    db.read
      .select({ post: forumPosts, name: accounts.name })
      .from(forumPosts)
      .innerJoin(accounts, eq(accounts.id, forumPosts.authorId))
      .where(sql`${forumPosts.id} in (${openingPostId}, ${acceptedPostId})`),
    db.read
      .select({ wording: forumMeToos.wording })
      .from(forumMeToos)
      .where(and(eq(forumMeToos.threadId, id), isNotNull(forumMeToos.wording)))
      .orderBy(forumMeToos.createdAt)
      .limit(30),
    db.read
      .select({ title: forumThreads.title })
      .from(forumThreads)
      .where(and(eq(forumThreads.mergedIntoId, id), eq(forumThreads.visibility, 'visible')))
      .limit(20),
  ]);
  const [opening, accepted] = [openingPostId, acceptedPostId].map((post) =>
    posts.find((each) => each.post.id === post),
  );
  if (!accepted || accepted.post.erasedAt !== null) {
    throw new Problem('state-refused', { detail: hasNoAnswer[language] });
  }
  const [team] = portal().teams;
  return {
    number,
    language,
    category: board,
    title,
    wordings: [...wordings.map(({ wording }) => wording ?? ''), ...merged.map((other) => other.title)],
    question: textOf(opening?.post.html ?? ''),
    answer: accepted.post.body,
    plainAnswer: textOf(accepted.post.html),
    credit: accepted.name,
    owner: team?.id ?? 'customer-care',
    today: dateInZone(clock(), timeZone()),
  };
}

/** A slug of the title’s English words, or of the thread’s number, that no article and no other draft has. */
function freeSlug({ articleAt }: Services, { title, board, number }: ThreadRow): SQL {
  const words =
    title
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[’']/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.slice(0, mostSlugWords).join('-').slice(0, mostSlugCharacters).replace(/-+$/, '');
  // A Japanese title may hold a word or a size, which says nothing by itself.
  const wanted = words.length >= 2 && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(title) ? slug : `${board}-${number}`;
  const own = `${wanted}-${number}`;
  if (languages.some((language) => articleAt(`/${language}/${kind}/${wanted}/`))) return sql`${own}`;
  // Two threads may be made drafts of at once.
  return sql`(select case when exists (select 1 from ${forumArticleDrafts} as other where other.kind = ${kind}
    and other.slug = ${wanted}) then ${own} else ${wanted} end)`;
}

const hasNoAnswer = {
  ja: '「解決した回答」が選ばれていません。先に回答を選んでください。',
  en: 'No answer has been accepted. Choose one first.',
};
const isOut = {
  ja: 'このスレッドの記事は、すでに公開されています。',
  en: 'The article of this thread has been published.',
};
