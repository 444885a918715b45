import { and, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import { openTimeBetween } from '../../content/calendar.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import type { ReplyTimes } from './contract.ts';
import { replyTimes } from './tables.ts';

const periodMs = 30 * 86_400_000;
const minuteMs = 60_000;
/** Of very many, the latest say as much. */
const mostConversations = 5000;
/** Fewer say nothing about the next. */
const fewest = 20;

/** Measures how soon the messages of the contact form were first answered in the last 30 days. A job's work. */
export async function measureReplyTimes({ db, clock, promise }: Services): Promise<void> {
  const now = clock();
  const answered = await db.read
    .select({ createdAt: conversations.createdAt, firstReplyAt: sql<number>`${conversations.firstReplyAt}` })
    .from(conversations)
    .where(
      and(
        isNotNull(conversations.firstReplyAt),
        gt(conversations.firstReplyAt, now - periodMs),
        eq(conversations.channel, 'web'),
        ne(conversations.state, 'spam'),
      ),
    )
    .orderBy(sql`${conversations.firstReplyAt} desc`)
    .limit(mostConversations);
  const { calendar } = promise();
  const minutes = answered
    .map(({ createdAt, firstReplyAt }) => openTimeBetween(calendar, createdAt, firstReplyAt) / minuteMs)
    .sort((one, other) => one - other);
  const measured = {
    medianMinutes: minutes.length === 0 ? null : Math.ceil(minutes[Math.floor(minutes.length / 2)] ?? 0),
    conversations: minutes.length,
    measuredAt: now,
  };
  await db.write([
    db.read
      .insert(replyTimes)
      .values({ id: 'first-reply', ...measured })
      .onConflictDoUpdate({ target: replyTimes.id, set: measured }),
  ]);
}

/** What everybody may know: nothing of too few, and never a time that is no better than the promise. */
export async function readReplyTimes({ db, promise }: Services): Promise<ReplyTimes> {
  const [measured] = await db.read.select().from(replyTimes);
  const promisedMinutes = Math.round(promise().workingHours * 60);
  const median = measured && measured.conversations >= fewest ? measured.medianMinutes : null;
  return {
    medianMinutes: median !== null && median < promisedMinutes ? Math.max(1, median) : null,
    promisedMinutes,
    measuredAt: measured?.measuredAt ?? null,
  };
}
