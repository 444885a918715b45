import { z } from 'zod';
import { roles } from '../access/rules.ts';
import { languages } from '../../content/schema/languages.ts';
import { forumAuthor, postPicture, titleInput, visibilities } from '../forum/contract.ts';

export const reviewableKinds = ['post', 'member'] as const;
export type ReviewableKind = (typeof reviewableKinds)[number];

/**
 * `approved`: it stands, or was published. `rejected`: it is not published, or was taken out of sight; its author may revise
 * it where it was returned. `ignored`: no verdict, everything as before. `removed`: gone for good, until undone.
 */
export const reviewableStates = ['pending', 'approved', 'rejected', 'ignored', 'removed'] as const;
export type ReviewableState = (typeof reviewableStates)[number];

/** Why readers flag. `private` names somebody's personal data, which is urgent. */
export const flagReasons = ['spam', 'rude', 'off-topic', 'private', 'wrong', 'other'] as const;
export type FlagReason = (typeof flagReasons)[number];

/** Why a post waits, by what found it. */
export const queueReasons = [
  'first-post',
  'watched-word',
  'links',
  'contact-data',
  'typed-too-fast',
  'duplicate',
  'rate',
  'spam-filter',
  'silenced',
  'revised',
  'appeal',
  'flagged-often',
] as const;
export type QueueReason = (typeof queueReasons)[number];

export const flagOutcomes = ['agreed', 'disagreed', 'ignored'] as const;
export const sanctionKinds = ['warning', 'silence', 'suspension'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];
export const appealStates = ['open', 'upheld', 'reversed'] as const;
export type AppealState = (typeof appealStates)[number];

/** What a moderator may do with what is in the queue; `return` rejects and asks to revise. */
export const decisionActions = ['approve', 'reject', 'return', 'ignore', 'hide', 'remove', 'restore'] as const;
export type DecisionAction = (typeof decisionActions)[number];

const language = z.enum(languages);
const instant = z.int().describe('Milliseconds since the epoch');
const id = z.string().max(40);
const version = z.int().min(1).describe('The version that the person was looking at');
const words = (most: number) => z.string().trim().min(1).max(most);
const rule = z.string().max(60).optional().describe('The id of a rule of the guidelines');
const note = z.string().trim().max(1000).optional().describe('What the author is told besides the rule');

export const flagInput = z.strictObject({ reason: z.enum(flagReasons), detail: z.string().trim().max(500).optional() });
export type FlagInput = z.output<typeof flagInput>;

/** One verdict on one thing or many: each is decided only if it is still at its version. */
export const decisionInput = z.strictObject({
  items: z.array(z.strictObject({ id, version })).min(1).max(100),
  action: z.enum(decisionActions),
  rule,
  note,
});
export type DecisionInput = z.output<typeof decisionInput>;

export const decisionResult = z
  .strictObject({
    id: z.string().describe('Of the decision, for undoing'),
    decided: z.array(id),
    refused: z.array(z.strictObject({ id, why: z.enum(['state-changed', 'state-refused', 'claimed', 'not-found']) })),
  })
  .meta({ id: 'DecisionResult' });
export type DecisionResult = z.output<typeof decisionResult>;

export const reviewReason = z.strictObject({
  id,
  kind: z.enum(['queue', 'flag']),
  reason: z.enum([...queueReasons, ...flagReasons]),
  by: z.string().nullable().describe('The name of whoever flagged it'),
  detail: z.string().nullable(),
  weight: z.number(),
  outcome: z.enum(flagOutcomes).nullable(),
  createdAt: instant,
});

export const reviewEvent = z.strictObject({
  id,
  decisionId: z.string().nullable(),
  by: z.string().nullable(),
  role: z.enum(roles).nullable(),
  action: z.string(),
  from: z.enum(reviewableStates).nullable(),
  to: z.enum(reviewableStates),
  rule: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: instant,
});

/** What moderators know of a member besides what everybody sees. */
export const memberStanding = z
  .strictObject({
    author: forumAuthor,
    since: instant,
    posts: z.int(),
    postsRefused: z.int(),
    flagsAgreed: z.int(),
    flagsDisagreed: z.int(),
    daysVisited: z.int(),
    isLevelFixed: z.boolean(),
    silencedUntil: instant.nullable(),
    suspendedUntil: instant.nullable(),
    sanctions: z.array(
      z.strictObject({
        id,
        kind: z.enum(sanctionKinds),
        rule: z.string().nullable(),
        reason: z.string(),
        until: instant.nullable(),
        by: z.string(),
        liftedAt: instant.nullable(),
        createdAt: instant,
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'MemberStanding' });
export type MemberStanding = z.output<typeof memberStanding>;

export const reviewable = z
  .strictObject({
    id,
    kind: z.enum(reviewableKinds),
    state: z.enum(reviewableStates),
    isUrgent: z.boolean(),
    score: z.number(),
    language,
    board: z.string().nullable(),
    author: forumAuthor,
    post: z
      .strictObject({
        id,
        thread: z.int().describe('The number of its thread'),
        title: z.string(),
        isOpening: z.boolean(),
        body: z.string().describe('Markdown, as it was written'),
        html: z.string().describe('Sanitised, without pictures'),
        pictures: z.array(postPicture),
        visibility: z.enum(visibilities),
        editedAt: instant.nullable(),
        createdAt: instant,
      })
      .nullable(),
    reasons: z.array(reviewReason),
    claimedBy: z.strictObject({ id, name: z.string(), until: instant }).nullable(),
    appeal: z.strictObject({ id, body: z.string(), createdAt: instant }).nullable(),
    actions: z.array(z.enum(decisionActions)).describe('What may be decided from here'),
    version: z.int(),
    createdAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'Reviewable' });
export type Reviewable = z.output<typeof reviewable>;

export const reviewableDetail = reviewable
  .extend({ standing: memberStanding, history: z.array(reviewEvent) })
  .meta({ id: 'ReviewableDetail' });
export type ReviewableDetail = z.output<typeof reviewableDetail>;

export const reviewableFilter = z.strictObject({
  state: z.enum(reviewableStates).default('pending'),
  language: language.optional(),
  kind: z.enum(reviewableKinds).optional(),
  appealed: z.literal('yes').optional().describe('Only what waits for the answer to an appeal'),
  after: z.string().max(200).optional().describe('The `next` of the page before'),
});
export type ReviewableFilter = z.output<typeof reviewableFilter>;

export const reviewablePage = z
  .strictObject({ reviewables: z.array(reviewable), next: z.string().nullable() })
  .meta({ id: 'ReviewablePage' });
export type ReviewablePage = z.output<typeof reviewablePage>;

export const moderationCounts = z
  .strictObject({ pending: z.int(), urgent: z.int(), appeals: z.int() })
  .meta({ id: 'ModerationCounts' });
export type ModerationCounts = z.output<typeof moderationCounts>;

export const sanctionInput = z.strictObject({
  version,
  kind: z.enum(sanctionKinds),
  rule,
  reason: words(1000).describe('What the member is told'),
  until: instant.optional().describe('When it ends: of a silence or suspension'),
});
export type SanctionInput = z.output<typeof sanctionInput>;
export const levelInput = z.strictObject({
  version,
  level: z.int().min(0).max(3),
  isFixed: z.boolean().describe('Whether neither promotion nor demotion changes it'),
});
export type LevelInput = z.output<typeof levelInput>;

export const threadVersion = z.strictObject({ version });
export const moveInput = z.strictObject({ version, board: z.string().max(60) });
export const mergeThreadsInput = z.strictObject({ version, into: z.int().describe('The number of the other thread') });
export const splitThreadInput = z.strictObject({ version, posts: z.array(id).min(1).max(200), title: titleInput });
export const movedToTicket = z
  .strictObject({ reference: z.string().describe('Of the request'), decision: z.string().describe('For undoing') })
  .meta({ id: 'MovedToTicket' });
export const toTicketInput = z.strictObject({
  version: version.describe('Of its line in the queue; of the post, where it has none'),
  note: note.describe('What the author is told'),
});

export const articleDraft = z
  .strictObject({ files: z.array(z.string()).describe('Within `data/drafts`: `faq/en/wash-insoles.mdx`') })
  .meta({ id: 'ArticleDraft' });

/** Acts on threads that are undone like a decision. */
export const threadActs = [
  'lock',
  'unlock',
  'pin',
  'unpin',
  'archive',
  'unarchive',
  'move',
  'merge',
  'split',
  'to-ticket',
] as const;
export type ThreadAct = (typeof threadActs)[number];
export const threadActResult = z
  .strictObject({
    decision: z.string().describe('For undoing'),
    thread: z.int().describe('The number where it is now'),
    version: z.int(),
  })
  .meta({ id: 'ThreadActResult' });
export type ThreadActResult = z.output<typeof threadActResult>;

export const watchedWordInput = z.strictObject({
  language: language.nullable().describe('Null for both'),
  pattern: words(100).describe('A word or words; `*` stands for anything within a word'),
  action: z.enum(['queue', 'refuse']),
  note: z.string().trim().max(200).optional(),
});
export type WatchedWordInput = z.output<typeof watchedWordInput>;
export const watchedWord = z
  .strictObject({
    id,
    language: language.nullable(),
    pattern: z.string(),
    action: z.enum(['queue', 'refuse']),
    note: z.string().nullable(),
    hits: z.int().describe('Posts that it was found in'),
  })
  .meta({ id: 'WatchedWord' });
export type WatchedWord = z.output<typeof watchedWord>;

export const appealInput = z.strictObject({
  body: words(2000),
  post: id.optional().describe('Which post, where the decision was on several of them'),
});
export type AppealInput = z.output<typeof appealInput>;
export const appealAnswer = z.strictObject({
  verdict: z.enum(['upheld', 'reversed']),
  answer: words(1000).describe('What the author is told'),
});
export type AppealAnswer = z.output<typeof appealAnswer>;

/** What became of one's own posts: what happened, by which rule and whose role, and whether one may appeal. */
export const ownPost = z.strictObject({
  id,
  url: z.string(),
  title: z.string(),
  excerpt: z.string(),
  visibility: z.enum(visibilities),
  createdAt: instant,
  decision: z
    .strictObject({
      id,
      action: z.string(),
      rule: z.string().nullable(),
      role: z.enum(roles),
      note: z.string().nullable(),
      at: instant,
      mayAppeal: z.boolean(),
      appeal: z
        .strictObject({ state: z.enum(appealStates), answer: z.string().nullable(), createdAt: instant })
        .nullable(),
    })
    .nullable(),
});
export const ownStanding = z
  .strictObject({ standing: memberStanding.omit({ version: true }), posts: z.array(ownPost) })
  .meta({ id: 'OwnStanding', description: 'Oneself in the forum, with the latest hundred posts.' });
export type OwnStanding = z.output<typeof ownStanding>;
