import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signMail } from '../../../api/mail-in/signature.ts';
import { mailInAccepted } from '../../../api/mail-in/contract.ts';
import { makeMailedPortal, raw } from './mailed.ts';

const secret = 'what the mail server and the portal both know';

async function makeInbound() {
  const portal = await makeMailedPortal({ secret });
  const handIn = (
    mail: string | Buffer,
    {
      at = portal.time.now,
      digest = `sha-256=:${createHash('sha256').update(mail).digest('base64')}:`,
      signature = signMail(secret, at, digest),
      type = 'message/rfc822',
    } = {},
  ) =>
    portal.app.request('/api/mail-in', {
      method: 'POST',
      headers: { 'Content-Type': type, 'Content-Digest': digest, 'Mado-Signature': signature },
      body: typeof mail === 'string' ? mail : new Uint8Array(mail),
    });
  return { ...portal, handIn };
}

describe('a mail that is handed in', () => {
  it('is kept once, however often it comes, and becomes what it is', async () => {
    const { handIn, handle, rows } = await makeInbound();
    const mail = raw();
    const first = await handIn(mail);
    expect(first.status).toBe(202);
    expect(mailInAccepted.parse(await first.json())).toMatchObject({ isNew: true });
    const again = await handIn(mail);
    expect(again.status).toBe(202);
    expect(await again.json()).toMatchObject({ isNew: false });
    await handle();
    expect(await rows()).toMatchObject([{ outcome: 'conversation' }]);
  });

  it('of more than 64 kB comes in as it is', async () => {
    const { handIn, handle, rows } = await makeInbound();
    expect((await handIn(raw({ text: 'Long. '.repeat(50_000) }))).status).toBe(202);
    await handle();
    expect(await rows()).toMatchObject([{ outcome: 'conversation' }]);
  });

  it.each([
    ['no signature', { signature: '' }],
    ['another key', { signature: signMail('some other key that somebody made up', 0, 'sha-256=::') }],
    ['a digest that is none', { digest: 'md5=:abc=:' }],
  ])('with %s is refused before it is read', async (_, changes) => {
    const { handIn, rows } = await makeInbound();
    const answer = await handIn(raw(), changes);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ type: '/problems/wrong-signature' });
    expect(await rows()).toEqual([]);
  });

  it.each([-301_000, 301_000])('signed %d ms from now is refused', async (offset) => {
    const portal = await makeInbound();
    expect((await portal.handIn(raw(), { at: portal.time.now + offset })).status).toBe(401);
    expect((await portal.handIn(raw(), { at: portal.time.now + Math.sign(offset) * 200_000 })).status).toBe(202);
  });

  it('that is not what was signed, or another type, leaves nothing behind', async () => {
    const portal = await makeInbound();
    const digest = `sha-256=:${createHash('sha256').update('something else').digest('base64')}:`;
    expect((await portal.handIn(raw(), { digest })).status).toBe(400);
    expect((await portal.handIn(raw(), { type: 'text/plain' })).status).toBe(415);
    expect((await portal.handIn(Buffer.alloc(51 * 1024 * 1024, 'a'))).status).toBe(413);
    expect(await portal.rows()).toEqual([]);
    expect(await readdir(join(portal.folder, 'mail-in'))).toEqual([]);
  });

  it('has nowhere to go where no key is set', async () => {
    const portal = await makeMailedPortal();
    const answer = await portal.app.request('/api/mail-in', { method: 'POST', body: raw() });
    expect(answer.status).toBe(404);
  });
});
