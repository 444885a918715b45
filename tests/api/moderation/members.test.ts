import { describe, expect, it } from 'vitest';
import { limitsByLevel, levelFor, promotionRules } from '../../../api/forum/members/levels.ts';
import { promoteMembers } from '../../../api/forum/members/promote.ts';
import { sanctioned } from '../../../api/moderation/mails/sanctioned.ts';
import { memberStanding } from '../../../api/moderation/member-standing.ts';
import { liftSanction, sanction, setLevel } from '../../../api/moderation/sanctions.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { makeModeration } from './some-moderation.ts';

const day = 86_400_000;

describe('a sanction', () => {
  it('silences and suspends until a day, the longest counts, and lifting one leaves the other', async () => {
    const forum = await makeModeration();
    const { services, tom, mia, time } = forum;
    const short = { version: 1, kind: 'silence', rule: 'kind', reason: 'Calm down.', until: time.now + day } as const;
    const one = await sanction(services, tom.id, short, mia);
    expect(one).toMatchObject({ silencedUntil: time.now + day, suspendedUntil: null, version: 2 });
    const two = await sanction(services, tom.id, { ...short, version: 2, until: time.now + 7 * day }, mia);
    expect(two.silencedUntil).toBe(time.now + 7 * day);
    const longest = two.sanctions.find(({ until }) => until === time.now + 7 * day);
    expect(await liftSanction(services, longest?.id ?? '', mia)).toMatchObject({
      silencedUntil: time.now + day,
      version: 4,
    });
    await expect(liftSanction(services, longest?.id ?? '', mia)).rejects.toMatchObject({ slug: 'state-refused' });
    time.now += day;
    expect((await memberStanding(services, tom.id)).silencedUntil).toBeNull();
  });

  it('is told by mail, unless it is lifted at once; and later, that it was lifted', async () => {
    const forum = await makeModeration();
    const { services, tom, mia, time } = forum;
    const until = time.now + day;
    const { sanctions } = await sanction(
      services,
      tom.id,
      { version: 1, kind: 'suspension', reason: 'Enough.', until },
      mia,
    );
    const [given] = sanctions;
    const payload = { sanction: given?.id ?? '', kind: 'suspension' as const, rule: null, reason: 'Enough.', until };
    const context = { services, language: 'en' as const, to: { address: 'tom@example.com', name: 'tom' } };
    const mail = JSON.stringify(await sanctioned.write(payload, context));
    expect(mail).toContain('17 November at 10:00');
    expect(mail).toContain('A moderator');
    expect(mail).not.toContain('mia');
    const [decision] = await forum.rows("select id from moderation_decisions where action = 'suspension'");
    await undoDecision(services, String(decision?.['id']), mia);
    expect(await sanctioned.write(payload, context)).toBeNull();
    expect((await forum.mails()).map(({ kind }) => kind)).toEqual(['sanction']);
    const again = await sanction(services, tom.id, { version: 3, kind: 'warning', reason: 'Careful.' }, mia);
    time.now += 5 * 60_000;
    await liftSanction(services, again.sanctions.find(({ kind }) => kind === 'warning')?.id ?? '', mia);
    expect((await forum.mails()).map(({ kind }) => kind)).toEqual(['sanction', 'sanction', 'sanction-lifted']);
  });

  it('is refused without an end, with a past one, for staff, or at an older version', async () => {
    const forum = await makeModeration();
    const { services, tom, max, mia, time } = forum;
    const input = { version: 1, kind: 'silence', reason: 'Calm down.' } as const;
    await expect(sanction(services, tom.id, input, mia)).rejects.toMatchObject({ slug: 'invalid-input' });
    await expect(sanction(services, tom.id, { ...input, until: time.now }, mia)).rejects.toMatchObject({
      slug: 'invalid-input',
    });
    const right = { ...input, until: time.now + day };
    await expect(sanction(services, max.id, right, mia)).rejects.toMatchObject({ slug: 'state-refused' });
    await expect(sanction(services, 'nobody', right, mia)).rejects.toMatchObject({ slug: 'not-found' });
    const results = await Promise.allSettled([
      sanction(services, tom.id, right, mia),
      sanction(services, tom.id, right, max),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('levels', () => {
  const nobody = { daysVisited: 0, threadsRead: 0, posts: 0, accepted: 0, postsRefused: 0 };
  const just = (level: number) => ({ ...nobody, ...promotionRules[level] });

  it('are reached by exactly what the table asks for, one at a time', () => {
    for (const level of [1, 2, 3]) {
      const record = just(level);
      expect(levelFor(level - 1, record)).toBe(level);
      for (const what of ['daysVisited', 'threadsRead', 'posts', 'accepted'] as const) {
        if (record[what] > 0)
          expect(levelFor(level - 1, { ...record, [what]: record[what] - 1 }), what).toBe(level - 1);
      }
    }
    expect(levelFor(0, just(3))).toBe(1);
  });

  it('are lost by what moderators refuse, as far down as it takes; one slip costs nothing', () => {
    const record = just(3);
    expect(levelFor(3, { ...record, postsRefused: 1 })).toBe(3);
    expect(levelFor(3, { ...record, postsRefused: 4 })).toBe(2);
    expect(levelFor(3, { ...record, postsRefused: 40 })).toBe(1);
    expect(levelFor(3, { ...record, postsRefused: 60 })).toBe(0);
  });

  it('open more at each step', () => {
    for (const [level, limits] of limitsByLevel.entries()) {
      const below = limitsByLevel[level - 1];
      if (!below) continue;
      for (const name of Object.keys(limits) as (keyof typeof limits)[])
        expect(limits[name]).toBeGreaterThanOrEqual(below[name]);
    }
  });

  it('change by the clock for everybody but those whose level is fixed', async () => {
    const forum = await makeModeration();
    const { services, rose, tom, ken, mia } = forum;
    await services.db.raw.execute('update forum_members set days_visited = 3, threads_read = 9, posts = 4');
    await setLevel(services, tom.id, { version: 1, level: 0, isFixed: true }, mia);
    await setLevel(services, ken.id, { version: 1, level: 3, isFixed: false }, mia);
    await services.db.raw.execute({
      sql: 'update forum_members set posts_refused = 9 where account_id = ?',
      args: [ken.id],
    });
    await promoteMembers(services);
    const levels = await Promise.all(
      [rose, tom, ken].map(async ({ id }) => (await memberStanding(services, id)).author.level),
    );
    expect(levels).toEqual([1, 0, 0]);
    const [logged] = await forum.rows(
      "select detail from audit_log where action = 'moderation:level' and account_id is null and target_id = ?",
      rose.id,
    );
    expect(logged?.['detail']).toBe('{"from":0,"to":1}');
    await expect(setLevel(services, rose.id, { version: 1, level: 2, isFixed: true }, mia)).rejects.toMatchObject({
      slug: 'state-changed',
    });
  });
});
