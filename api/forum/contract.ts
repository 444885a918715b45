import { z } from 'zod';
import { languages } from '../../content/schema/languages.ts';
import { mostPages } from './paging.ts';

export const threadKinds = ['question', 'idea', 'talk'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/**
 * Who sees a post: `pending` waits for a moderator, `returned` went back to its author to be revised, `hidden` was taken
 * out of sight for now, `removed` for good. All of these its author and moderators see; everybody sees `visible`.
 */
export const visibilities = ['pending', 'visible', 'returned', 'hidden', 'removed'] as const;
export type Visibility = (typeof visibilities)[number];

/** Where a thread stands, from what is in it; nothing of this is stored. */
export const threadLanes = ['unanswered', 'answered', 'solved', 'archived'] as const;
export type ThreadLane = (typeof threadLanes)[number];

const language = z.enum(languages);
const instant = z.int().describe('Milliseconds since the epoch');
const id = z.string().max(40);
const version = z.int().min(1).describe('The version that the person was looking at');
/** Control characters, and what turns the direction of the text around it (Unicode TR36, 2.5). */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const text = (most: number) =>
  z
    .string()
    .transform((written) => written.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(unprintable, ''))
    .pipe(z.string().trim().min(1).max(most));

/** What nobody sees, of whatever kind: spaces, joiners, fillers that count as letters. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether a text shows nothing at all. */
export function isBlank(written: string): boolean {
  return written.replaceAll(unseen, '') === '';
}

/** A line that says something: a letter or a number at least, whatever else stands around it. */
const hasWords = (line: string) => /[\p{L}\p{N}]/u.test(line.replaceAll(unseen, ''));
const line = (most: number) =>
  text(most)
    .transform((written) => written.normalize('NFC').replaceAll(/\s+/g, ' '))
    .refine(hasWords, { params: { says: 'words' } });

/** What a thread is called. */
export const titleInput = line(120).describe('One line: breaks become spaces');
const postBody = text(20_000).describe('Markdown (CommonMark with tables), without HTML');
const secondsTyping = z.int().min(0).max(86_400).optional().describe('Between the first key and sending, in seconds');
/** The Idempotency-Key of a form sent without JavaScript. */
const key = z.string().min(8).max(100).optional();
const pictures = z.array(id).max(4).default([]).describe('Ids of pictures that were uploaded for it, in order');

export const threadInput = z.strictObject({
  language,
  board: z.string().min(1).max(60).describe('The slug of a category that has a board'),
  kind: z.enum(threadKinds),
  title: titleInput,
  body: postBody,
  pictures,
  secondsTyping,
  key,
});
export type ThreadInput = z.output<typeof threadInput>;

export const postInput = z.strictObject({
  body: postBody,
  quotes: id.optional().describe('The id of the post that it answers'),
  pictures,
  secondsTyping,
  key,
});
export type PostInput = z.output<typeof postInput>;

export const editInput = z.strictObject({
  version,
  title: titleInput.optional().describe('Of an opening post only'),
  body: postBody,
  pictures: z.array(id).max(4).optional().describe('All that it is to have; left out, it keeps those that it has'),
  reason: line(200).optional().describe('Why, for the history; moderators always say it'),
});
export type EditInput = z.output<typeof editInput>;

export const previewInput = z.strictObject({ body: postBody });
export const acceptInput = z.strictObject({ post: id.describe('The id of the answer') });
export const meTooInput = z.strictObject({
  wording: line(120).optional().describe('The question in one’s own words: others find the answer by them'),
});
export const threadListQuery = z.strictObject({
  language: language.optional().describe('That of the answer, if it is left out'),
  board: z.string().max(60).optional(),
  kind: z.enum(threadKinds).optional(),
  lane: z.enum(threadLanes).optional().describe('Questions only'),
  page: z.coerce.number().int().min(1).max(mostPages).default(1),
});
export type ThreadListQuery = z.output<typeof threadListQuery>;
export const pageQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1) });

/** What came of sending a post; `pending` says why in `held`. */
export const sentPost = z
  .strictObject({
    id,
    thread: z.int().describe('The number of its thread'),
    url: z.string().describe('Site-absolute address of the post'),
    visibility: z.enum(visibilities),
    held: z.string().nullable().describe('Why it waits for a moderator, in the author’s language'),
  })
  .meta({ id: 'SentPost' });
export type SentPost = z.output<typeof sentPost>;

export const forumAuthor = z
  .strictObject({
    id,
    name: z.string(),
    isStaff: z.boolean(),
    level: z.int().min(0).max(3).describe('Trust'),
  })
  .meta({ id: 'ForumAuthor', description: 'What everybody sees of a member; an erased one has no name.' });
export type ForumAuthor = z.output<typeof forumAuthor>;

/** Of a picture there is nothing to say: its file comes with it. */
export const pictureInput = z.strictObject({});

export const postPicture = z
  .strictObject({
    id,
    url: z.string(),
    width: z.int(),
    height: z.int(),
    name: z.string().describe('As it was uploaded'),
  })
  .meta({ id: 'PostPicture', description: 'A picture of a post, as it was drawn anew.' });
export type PostPicture = z.output<typeof postPicture>;

export const forumPost = z
  .strictObject({
    id,
    author: forumAuthor,
    html: z.string().describe('Sanitised'),
    visibility: z.enum(visibilities),
    isOpening: z.boolean(),
    isAccepted: z.boolean(),
    isOfficial: z.boolean().describe('Whether its author was staff when they wrote it'),
    quotes: z.strictObject({ id, author: z.string(), excerpt: z.string() }).nullable(),
    pictures: z.array(postPicture),
    version: z.int(),
    editedAt: instant.nullable(),
    edits: z.int(),
    createdAt: instant,
    may: z
      .strictObject({ edit: z.boolean(), remove: z.boolean(), accept: z.boolean(), flag: z.boolean() })
      .describe('What whoever asks may do with it'),
  })
  .meta({ id: 'ForumPost' });
export type ForumPost = z.output<typeof forumPost>;

const threadSummary = z
  .strictObject({
    number: z.int(),
    url: z.string().describe('Site-absolute'),
    language,
    board: z.string(),
    kind: z.enum(threadKinds),
    title: z.string(),
    excerpt: z.string().describe('Plain text'),
    author: forumAuthor,
    lane: z.enum(threadLanes),
    isLocked: z.boolean(),
    isPinned: z.boolean(),
    replies: z.int(),
    meToos: z.int(),
    createdAt: instant,
    lastPostAt: instant,
  })
  .meta({ id: 'ThreadSummary' });
export type ThreadSummary = z.output<typeof threadSummary>;

export const threadPage = z
  .strictObject({
    threads: z.array(threadSummary),
    page: z.int().min(1),
    pages: z.int().min(0),
  })
  .meta({ id: 'ThreadPage' });
export type ThreadPage = z.output<typeof threadPage>;

export const revision = z.strictObject({
  title: z.string().nullable().describe('What an opening post was called before'),
  body: z.string().nullable().describe('What it said before; null for everybody but its author and moderators'),
  by: z.string().describe('The name of whoever changed it'),
  reason: z.string().nullable(),
  at: instant,
});
export type Revision = z.output<typeof revision>;
export const revisionList = z.strictObject({ revisions: z.array(revision) }).meta({ id: 'RevisionList' });
export const postSource = z
  .strictObject({ title: z.string().nullable().describe('Of an opening post'), body: z.string(), version: z.int() })
  .meta({ id: 'PostSource', description: 'A post as it was written.' });
export const meTooCount = z.strictObject({ meToos: z.int() }).meta({ id: 'MeTooCount' });
export const preview = z.strictObject({ html: z.string().describe('Sanitised') }).meta({ id: 'PostPreview' });

export const thread = threadSummary
  .extend({
    opening: forumPost,
    accepted: forumPost.nullable().describe('The accepted answer; it stands in its place among `posts`, too'),
    posts: z.array(forumPost).describe('Replies of this page, in order'),
    page: z.int().min(1),
    pages: z.int().min(1),
    version: z.int(),
    article: z.strictObject({ url: z.string(), title: z.string() }).nullable().describe('The article that came of it'),
    mine: z
      .strictObject({
        isMeToo: z.boolean(),
        subscription: z.enum(['post', 'day']).nullable(),
        maySend: z.boolean(),
      })
      .nullable()
      .describe('Null for whoever is not signed in'),
  })
  .meta({ id: 'Thread' });
export type Thread = z.output<typeof thread>;

/** What the live stream of a thread tells: something in it is new. */
const threadChange = z.strictObject({ version: z.int(), replies: z.int(), lastPostAt: instant });
export type ThreadChange = z.output<typeof threadChange>;

/** One's own standing: what is sent by oneself and what became of it, see `api/moderation/contract.ts`. */
export const forumMember = z
  .strictObject({
    author: forumAuthor,
    threads: z.array(threadSummary).describe('The latest, visible'),
    posts: z.int(),
    accepted: z.int(),
    since: instant,
  })
  .meta({ id: 'ForumMember', description: 'A member as everybody sees them.' });
export type ForumMember = z.output<typeof forumMember>;
