import { describe, expect, it } from 'vitest';
import { measureReplyTimes } from '../../api/reply-times/measure.ts';
import type { ReplyTimes } from '../../api/reply-times/contract.ts';
import { makePortal, mondayMorning } from '../support/services.ts';

const minute = 60_000;
const day = 86_400_000;

/** Conversations of the contact form, opened on a Monday at ten and answered after so many minutes. */
async function makeAnswered(minutes: readonly number[], changes: { openedAt?: number; state?: string } = {}) {
  const portal = await makePortal();
  const { openedAt = mondayMorning - 7 * day, state = 'solved' } = changes;
  await portal.services.db.raw.execute(
    `insert into customers (id, language, created_at) values ('c', 'ja', ${openedAt})`,
  );
  for (const [index, after] of minutes.entries()) {
    await portal.services.db.raw.execute(
      `insert into conversations (id, reference, customer_id, subject, language, state, version, created_at, last_message_at, first_reply_at)
        values ('${index}', 'M-${index}', 'c', 's', 'ja', '${state}', 1, ${openedAt}, ${openedAt}, ${openedAt + after * minute})`,
    );
  }
  await measureReplyTimes(portal.services);
  const answer = await portal.app.request('/api/reply-times');
  return { ...portal, answer, times: (await answer.json()) as ReplyTimes };
}

const many = (minutes: number, count = 20) => Array.from({ length: count }, () => minutes);

describe('how soon a first answer comes', () => {
  it('is the median of the last 30 days, and may be kept for a while', async () => {
    const { answer, times } = await makeAnswered([...many(60, 11), ...many(400, 10)]);
    expect(times).toEqual({ medianMinutes: 60, promisedMinutes: 480, measuredAt: mondayMorning });
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=600');
  });

  it('counts opening time: a night between takes none', async () => {
    const { times } = await makeAnswered(many(24 * 60));
    // From ten to six, and nothing of the next day: a whole day of eight hours is no better than the promise.
    expect(times.medianMinutes).toBeNull();
    const later = await makeAnswered(many(23 * 60), { openedAt: mondayMorning - 7 * day + 7 * 60 * minute });
    expect(later.times.medianMinutes).toBe(60 + 6 * 60);
  });

  it.for<[string, number[], { openedAt?: number; state?: string }]>([
    ['of fewer than twenty', many(60, 19), {}],
    ['that is no better than the promise', many(8 * 60), {}],
    ['of longer ago', many(60), { openedAt: mondayMorning - 40 * day }],
    ['of spam', many(60), { state: 'spam' }],
    ['of nothing', [], {}],
  ])('is not told %s', async ([, minutes, changes]) => {
    const { times } = await makeAnswered(minutes, changes);
    expect(times).toMatchObject({ medianMinutes: null, promisedMinutes: 480 });
  });

  it('is not known before it was measured', async () => {
    const { app } = await makePortal();
    expect(await (await app.request('/api/reply-times')).json()).toEqual({
      medianMinutes: null,
      promisedMinutes: 480,
      measuredAt: null,
    });
  });
});
