import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../api/db/idempotency.ts';
import { newId } from '../../../api/db/id.ts';
import { mondayMorning } from '../../support/services.ts';

describe('the fingerprint of a request', () => {
  it('is the same for the same content, another for any other, and says nothing of it', () => {
    expect(fingerprintOf({ message: '靴' })).toBe(fingerprintOf({ message: '靴' }));
    expect(fingerprintOf({ message: '靴' })).not.toBe(fingerprintOf({ message: '靴 ' }));
    expect(fingerprintOf({ message: '靴' })).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an id', () => {
  it('is a UUID of version 7 that holds its time', () => {
    const id = newId(mondayMorning);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(mondayMorning);
  });

  it('sorts by time, whatever is random in it', () => {
    const early = newId(mondayMorning, (bytes) => Buffer.alloc(bytes, 0xff));
    const late = newId(mondayMorning + 1, (bytes) => Buffer.alloc(bytes));
    expect([late, early].sort()).toEqual([early, late]);
  });

  it('is never given twice', () => {
    const ids = Array.from({ length: 1000 }, () => newId(mondayMorning));
    expect(new Set(ids).size).toBe(1000);
  });
});
