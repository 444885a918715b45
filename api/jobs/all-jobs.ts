import { sweepUploads } from '../attachments/sweep.ts';
import { forgetOldProofs } from '../challenge/proof-of-work.ts';
import { forgetOldKeys } from '../db/idempotency.ts';
import { forgetChanges } from '../desk/live/changes.ts';
import { archiveQuietThreads } from '../forum/archive-quiet.ts';
import { promoteMembers } from '../forum/members/promote.ts';
import { forgetUnusedPictures } from '../forum/pictures/sweep-unused.ts';
import { linkPublishedArticles } from '../forum/articles/link-published.ts';
import { sendDigests } from '../forum/subscriptions/digest.ts';
import { tellOfPosts } from '../forum/subscriptions/tell.ts';
import { forgetOldCounts } from '../limits/shared-counts.ts';
import { sweepMailFiles } from '../mail-in/held.ts';
import { mailNotices } from '../notices/subscriptions/mailings.ts';
import { askForRatings } from '../ratings/ask.ts';
import { keepToRetention } from '../privacy/retention.ts';
import { measureReplyTimes } from '../reply-times/measure.ts';
import { closeSolved, forgetUndoableChanges, wakeSnoozed } from '../tickets/by-the-clock.ts';
import { forgetOldTokens } from '../tokens/one-time-tokens.ts';
import type { Job } from './jobs.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Everything the portal does by itself, by the clock. */
export const allJobs: readonly Job[] = [
  { name: 'ask-for-ratings', everyMs: 5 * 60_000, run: askForRatings },
  { name: 'mail-notices', everyMs: 15_000, run: mailNotices },
  { name: 'tell-of-posts', everyMs: 15_000, run: tellOfPosts },
  { name: 'link-published-articles', everyMs: 5 * 60_000, run: linkPublishedArticles },
  { name: 'send-forum-digests', everyMs: 60_000, run: sendDigests },
  { name: 'wake-snoozed', everyMs: 60_000, run: wakeSnoozed },
  { name: 'archive-quiet-threads', everyMs: hour, run: archiveQuietThreads },
  { name: 'promote-members', everyMs: hour, run: promoteMembers },
  { name: 'forget-unused-pictures', everyMs: hour, run: forgetUnusedPictures },
  { name: 'close-solved', everyMs: hour, run: closeSolved },
  {
    name: 'forget-what-has-ended',
    everyMs: day,
    run: async (services) => {
      const { db, clock, sessions } = services;
      await forgetOldKeys(db, clock());
      await forgetOldTokens(db, clock());
      await sessions.forgetExpired();
      await forgetUndoableChanges(services);
    },
  },
  {
    name: 'forget-what-was-counted',
    everyMs: hour,
    run: async ({ db, clock }) => {
      await forgetOldCounts(db, clock());
      await forgetOldProofs(db, clock());
      await forgetChanges(db);
    },
  },
  { name: 'measure-reply-times', everyMs: hour, run: measureReplyTimes },
  { name: 'sweep-uploads', everyMs: hour, run: (services) => sweepUploads(services) },
  { name: 'sweep-received-mails', everyMs: hour, run: (services) => sweepMailFiles(services) },
  { name: 'make-left-over-previews', everyMs: hour, run: ({ previews, clock }) => previews.makeLeftOver(clock()) },
  {
    name: 'keep-to-retention',
    everyMs: day,
    run: async (services) => {
      await keepToRetention(services);
    },
  },
];
