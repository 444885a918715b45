import { describe, expect, it } from 'vitest';
import { createLimits, type Limits } from '../../../api/limits/limits.ts';
import { forgetOldCounts } from '../../../api/limits/shared-counts.ts';
import { type LimitName, limits as table } from '../../../api/limits/table.ts';
import type { Services } from '../../../api/services.ts';
import { makeServices } from '../../support/services.ts';

const someone = '192.0.2.1';
const pair: LimitName = 'sign-in';

/** How many of so many tries, made all at once, are within the limit. */
async function allowed(limits: Limits, tries: number, name: LimitName = pair, whom = someone): Promise<number> {
  const standings = await Promise.all(Array.from({ length: tries }, () => limits.take(name, whom)));
  return standings.filter(({ isBeyond }) => !isBeyond).length;
}

async function rows({ db }: Services) {
  return (await db.raw.execute('select * from rate_limits order by points')).rows;
}

describe('a limit', () => {
  it('lets exactly as many through as it says, however many come at once', async () => {
    const { services } = await makeServices();
    const limits = createLimits(services);
    expect(await allowed(limits, 50)).toBe(8);
    expect(await allowed(limits, 50, pair, '192.0.2.2')).toBe(8);
    expect(await allowed(limits, 100, 'votes')).toBe(table.votes.most);
  });

  it('says how somebody stands, and refuses with the seconds to wait', async () => {
    const { services, time } = await makeServices();
    const limits = createLimits(services);
    expect(await limits.take(pair, someone)).toEqual({
      most: 8,
      windowSeconds: 900,
      remaining: 7,
      resetSeconds: 900,
      isBeyond: false,
    });
    time.now += 100_000;
    await allowed(limits, 7);
    await expect(limits.count(pair, someone)).rejects.toMatchObject({
      slug: 'too-many-tries',
      extras: { retryAfterSeconds: 800 },
    });
  });

  it('ends with its time, by the portal’s clock', async () => {
    const { services, time } = await makeServices();
    const limits = createLimits(services);
    await allowed(limits, 20);
    time.now += 899_999;
    expect(await allowed(limits, 1)).toBe(0);
    time.now += 1;
    expect(await allowed(limits, 20)).toBe(8);
  });

  it('can be given back, and forgotten', async () => {
    const { services } = await makeServices();
    const limits = createLimits(services);
    await allowed(limits, 8);
    await limits.giveBack(pair, someone);
    expect(await allowed(limits, 5)).toBe(1);
    await limits.forget(pair, someone);
    expect(await allowed(limits, 20)).toBe(8);
  });

  it('is as many times larger as the configuration says', async () => {
    const { services } = await makeServices();
    expect(await allowed(createLimits({ ...services, factor: 2.5 }), 50)).toBe(20);
  });
});

describe('limits of several processes', () => {
  it('are counted together', async () => {
    const { services } = await makeServices();
    const [one, other] = [createLimits(services), createLimits(services)];
    expect(await allowed(one, 5)).toBe(5);
    await one.flush();
    expect(await allowed(other, 20)).toBe(3);
    await other.flush();
    expect(await allowed(one, 3)).toBeLessThanOrEqual(3);
    await one.flush();
    expect(await allowed(one, 20)).toBe(0);
  });

  it('are counted together while both count', async () => {
    const { services } = await makeServices();
    const [one, other] = [createLimits(services), createLimits(services)];
    for (const limits of [one, other, one, other]) {
      await limits.take(pair, someone);
      await limits.take(pair, someone);
      await limits.flush();
    }
    expect((await rows(services))[0]?.['points']).toBe(8);
    expect(await allowed(other, 5)).toBe(0);
  });

  it('are kept through a restart', async () => {
    const { services } = await makeServices();
    const before = createLimits(services);
    await allowed(before, 20);
    await before.flush();
    expect(await allowed(createLimits(services), 20)).toBe(0);
  });

  it('are forgiven for all when one forgives', async () => {
    const { services, time } = await makeServices();
    const [one, other] = [createLimits(services), createLimits(services)];
    await allowed(one, 20);
    await one.flush();
    expect(await allowed(other, 1)).toBe(0);
    await one.forget(pair, someone);
    time.now += 1000;
    expect(await allowed(other, 1)).toBe(1);
  });
});

describe('what is kept of limits', () => {
  it('names nobody', async () => {
    const { services } = await makeServices();
    const limits = createLimits(services);
    await limits.take('tickets-by-email', 'hanako@example.jp');
    await limits.take('tickets', someone);
    await limits.flush();
    const kept = JSON.stringify(await rows(services));
    expect(kept).not.toContain('hanako');
    expect(kept).not.toContain(someone);
    expect(await rows(services)).toHaveLength(2);
  });

  it('is one row and one more than the limit, however large the flood', async () => {
    const { services } = await makeServices();
    const limits = createLimits(services);
    await allowed(limits, 500);
    await limits.flush();
    expect(await rows(services)).toMatchObject([{ points: 9 }]);
  });

  it('is gone after its time', async () => {
    const { services, time } = await makeServices();
    const limits = createLimits(services);
    await limits.take(pair, someone);
    await limits.take('votes', someone);
    await limits.flush();
    time.now += 900_000;
    await forgetOldCounts(services.db, time.now);
    expect(await rows(services)).toHaveLength(1);
    time.now += 3_600_000;
    await forgetOldCounts(services.db, time.now);
    expect(await rows(services)).toHaveLength(0);
  });

  it('is counted in memory while the database does not write, and written later', async () => {
    const { services } = await makeServices();
    let isBroken = true;
    const db: Services['db'] = {
      ...services.db,
      write: (statements) => (isBroken ? Promise.reject(new Error('full')) : services.db.write(statements)),
    };
    const limits = createLimits({ ...services, db });
    expect(await allowed(limits, 5)).toBe(5);
    await limits.flush();
    expect(await rows(services)).toHaveLength(0);
    isBroken = false;
    expect(await allowed(limits, 20)).toBe(3);
    await limits.flush();
    expect(await rows(services)).toMatchObject([{ points: 9 }]);
  });

  it('is not kept for a database that does not write for longer than it counts', async () => {
    const { services, time } = await makeServices();
    let isBroken = true;
    const db: Services['db'] = {
      ...services.db,
      write: (statements) => (isBroken ? Promise.reject(new Error('full')) : services.db.write(statements)),
    };
    const limits = createLimits({ ...services, db });
    for (let index = 0; index < 20; index += 1) await limits.take(pair, `192.0.2.${index}`);
    await limits.flush();
    time.now += 900_000;
    isBroken = false;
    await limits.take(pair, someone);
    await limits.flush();
    expect(await rows(services)).toHaveLength(1);
  });
});
