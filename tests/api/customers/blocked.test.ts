import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { accounts } from '../../../api/accounts/tables.ts';
import { isIdentityBlocked } from '../../../api/customers/blocked.ts';
import type { BlockedSender, IdentityKind } from '../../../api/customers/contract.ts';
import type { Services } from '../../../api/services.ts';
import { cast } from '../../support/cast.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';

const reason = 'Sends the same advert every day';

async function makeBlocking(changes: Partial<Services> = {}) {
  const portal = await makeStaffedPortal(changes);
  const { ask } = portal.staff;
  return {
    ...portal,
    block: (kind: IdentityKind, value: string) => sendJson(ask, '/api/blocked-senders', { kind, value, reason }),
    list: async () => ((await (await ask('/api/blocked-senders')).json()) as { senders: BlockedSender[] }).senders,
    unblock: (id: string) => ask(`/api/blocked-senders/${id}`, { method: 'DELETE' }),
    isOut: async (kind: IdentityKind, value: string) => {
      const out = isIdentityBlocked(sql`${kind}`, sql`${value}`).mapWith(Boolean);
      const [row] = await portal.services.db.read.select({ out }).from(accounts).limit(1);
      return row?.out;
    },
  };
}

describe('a sender', () => {
  it('is blocked by an address or a number, however it is written, until somebody lets them in again', async () => {
    const { block, list, unblock, isOut } = await makeBlocking();
    expect((await block('email', ' Spam@Example.COM ')).status).toBe(201);
    expect((await block('phone', '090-1111-2222')).status).toBe(201);
    expect(await list()).toMatchObject([
      { kind: 'phone', value: '+819011112222', reason, by: cast.emma.name },
      { kind: 'email', value: 'spam@example.com' },
    ]);
    expect(await isOut('email', 'spam@example.com')).toBe(true);
    expect(await isOut('phone', '+819011112222')).toBe(true);
    expect(await isOut('email', 'ham@example.com')).toBe(false);
    expect(await isOut('line', 'spam@example.com')).toBe(false);
    for (const { id } of await list()) expect((await unblock(id)).status).toBe(204);
    expect(await isOut('email', 'spam@example.com')).toBe(false);
    expect(await list()).toEqual([]);
  });

  it('is blocked with everybody of a domain, but not with its neighbours', async () => {
    const { block, isOut } = await makeBlocking();
    await block('email', '@Spam.example');
    expect(await isOut('email', 'anybody@spam.example')).toBe(true);
    expect(await isOut('email', '"odd@name"@spam.example')).toBe(true);
    expect(await isOut('email', '"a@other.example"@spam.example')).toBe(true);
    expect(await isOut('email', '"a@spam.example"@other.example')).toBe(false);
    expect(await isOut('email', 'anybody@not-spam.example')).toBe(false);
    expect(await isOut('email', 'anybody@mail.spam.example')).toBe(false);
  });

  it('is blocked once, also by two at the same moment, and keeps the first reason', async () => {
    const { block, list } = await makeBlocking();
    const answers = await Promise.all([block('email', 'a@example.com'), block('email', 'A@example.com')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await list()).toHaveLength(1);
  });

  it.each([
    ['email', 'spam'],
    ['email', '@'],
    ['email', '@localhost'],
    ['phone', 'nobody'],
    ['phone', '@example.com'],
  ] as const)('is refused when it is none: %s %s', async (kind, value) => {
    const { block, list } = await makeBlocking();
    const { errors } = await problemOf(block(kind, value), 'invalid-input', 422);
    expect(errors).toMatchObject([{ pointer: '#/value' }]);
    expect(await list()).toEqual([]);
  });

  it.each([
    [cast.emma.email, /スタッフのアドレス/],
    [`@${cast.emma.email.split('@')[1]}`, /スタッフのアドレス/],
    ['@help.aruku.example', /ヘルプセンター自身/],
    ['care@help.aruku.example', /ヘルプセンター自身/],
  ])('is never one of ours: %s', async (value, why) => {
    const { block, list } = await makeBlocking({ publicUrl: 'https://help.aruku.example' });
    const { errors } = await problemOf(block('email', value), 'invalid-input', 422);
    expect(errors?.[0]?.detail).toMatch(why);
    expect(await list()).toEqual([]);
  });

  it('is in the audit log without their address, and with their domain', async () => {
    const { block, list, unblock, services } = await makeBlocking();
    await block('email', 'spam@example.com');
    await block('email', '@spam.example');
    await unblock((await list())[0]?.id ?? '');
    const { rows } = await services.db.raw.execute(
      "select action, detail from audit_log where action like 'senders:%' order by rowid",
    );
    expect(rows.map(({ action, detail }) => [action, JSON.parse(detail as string)])).toEqual([
      ['senders:block', { kind: 'email' }],
      ['senders:block', { kind: 'email', domain: 'spam.example' }],
      ['senders:unblock', {}],
    ]);
  });

  it('cannot be let in twice', async () => {
    const { unblock } = await makeBlocking();
    await problemOf(unblock('00000000-0000-7000-8000-000000000000'), 'not-found', 404);
  });
});
