import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createContentHash } from '../../../api/mail-in/content-hash.ts';
import { sweepMailFiles } from '../../../api/mail-in/held.ts';
import { takeInBeginning } from '../../../api/mail-in/take-in.ts';
import type { ReceivedMailPage, ReceivedMailWithText } from '../../../api/mail-in/contract.ts';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { keepToRetention } from '../../../api/privacy/retention.ts';
import { messages } from '../../../api/tickets/tables.ts';
import { hostileTexts } from '../../support/payloads.ts';
import { sendJson } from '../support/ask.ts';
import { hanako, makeMailedPortal, raw, stranger } from './mailed.ts';

const dayMs = 86_400_000;

describe('a mail that came in', () => {
  it('is on disk before anything is made of it, and handled once however often that is tried', async () => {
    const portal = await makeMailedPortal();
    const { id } = await portal.spool(raw());
    expect(await readdir(join(portal.folder, 'mail-in'))).toEqual([`${id}.eml`]);
    expect((await portal.rows())[0]).toMatchObject({ outcome: 'waiting', attempts: 0 });
    await portal.handle();
    // As if the process had ended after the message was written, and before that was noted.
    await portal.services.db.raw.execute(
      "update received_mails set outcome = 'waiting', handled_at = null, due_at = 0",
    );
    await portal.handle();
    expect(await portal.conversations()).toHaveLength(1);
    expect(await portal.services.db.read.select().from(messages)).toHaveLength(1);
    expect((await portal.rows())[0]).toMatchObject({ outcome: 'conversation' });
  });

  it('is tried again where the database or the disk is the trouble, as often as it takes', async () => {
    const portal = await makeMailedPortal();
    const { services } = portal;
    const { read } = services.mailIn;
    services.mailIn.read = () => Promise.reject(new Error('no memory'));
    await portal.spool(raw());
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await portal.handle();
      expect((await portal.rows())[0]).toMatchObject({ outcome: 'waiting', attempts: attempt, lease: null });
      portal.time.now += dayMs;
    }
    await portal.handle();
    expect((await portal.rows())[0]).toMatchObject({ outcome: 'quarantined', reason: 'failed' });
    services.mailIn.read = read;
  });

  it('that nobody can read is put aside, can be seen, and tried again', async () => {
    const portal = await makeMailedPortal();
    const { services, staff } = portal;
    const { read } = services.mailIn;
    services.mailIn.read = async () => ({ ok: false, reason: 'broken' });
    const { id } = await portal.spool(raw({ subject: 'A broken one' }));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await portal.handle();
      portal.time.now += 600_000;
    }
    const page = (await (await staff.ask('/api/received-mails')).json()) as ReceivedMailPage;
    expect(page.mails).toMatchObject([{ id, outcome: 'quarantined', reason: 'unreadable' }]);
    const seen = (await (await staff.ask(`/api/received-mails/${id}`)).json()) as ReceivedMailWithText;
    expect(seen).toMatchObject({ text: null, decisions: ['try-again', 'dismiss', 'make-conversation'] });
    expect(seen.headers).toContain('Subject: A broken one');
    const file = await staff.ask(`/api/received-mails/${id}/raw`);
    expect(file.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    expect(await file.text()).toContain('Where are my shoes?');

    services.mailIn.read = read;
    const decide = (decision: string) => sendJson(staff.ask, `/api/received-mails/${id}/decision`, { decision });
    expect((await decide('dismiss')).status).toBe(200);
    expect((await decide('dismiss')).status).toBe(409);
    expect((await decide('try-again')).status).toBe(200);
    await portal.handle();
    expect((await portal.rows())[0]).toMatchObject({ outcome: 'conversation' });
    expect((await decide('try-again')).status).toBe(409);
  });

  it('becomes a conversation when a person says so, whatever it looks like, and nobody is answered', async () => {
    const portal = await makeMailedPortal();
    const { id } = await portal.mailed({ from: stranger, headers: { 'Auto-Submitted': 'auto-replied' } });
    const answer = await sendJson(portal.staff.ask, `/api/received-mails/${id}/decision`, {
      decision: 'make-conversation',
    });
    expect(await answer.json()).toMatchObject({
      outcome: 'conversation',
      reference: expect.stringMatching(/^M-/),
      decisions: [],
    });
    expect(await portal.acknowledgements()).toHaveLength(0);
    const { rows } = await portal.services.db.raw.execute(
      "select action from audit_log where action = 'mail-in:decide'",
    );
    expect(rows).toHaveLength(1);
  });

  it('without a sender is put aside, and cannot become a conversation with nobody', async () => {
    const portal = await makeMailedPortal();
    const { id, ...row } = await portal.mailed({ from: null });
    expect(row).toMatchObject({ outcome: 'quarantined', reason: 'no-sender' });
    const seen = (await (await portal.staff.ask(`/api/received-mails/${id}`)).json()) as ReceivedMailWithText;
    expect(seen.decisions).toEqual(['try-again', 'dismiss']);
    const answer = await sendJson(portal.staff.ask, `/api/received-mails/${id}/decision`, {
      decision: 'make-conversation',
    });
    expect(answer.status).toBe(409);
  });

  it('that is too large leaves its beginning for people to see', async () => {
    const portal = await makeMailedPortal();
    const head = Buffer.from(raw({ subject: 'Sixty megabytes' }));
    const content = Readable.from([head, Buffer.alloc(400_000, 'a'), Buffer.alloc(400_000, 'b')]);
    const { id } = await takeInBeginning(portal.services, content, 60_000_000);
    const seen = (await (await portal.staff.ask(`/api/received-mails/${id}`)).json()) as ReceivedMailWithText;
    expect(seen).toMatchObject({ outcome: 'quarantined', reason: 'too-large', bytes: 60_000_000 });
    expect(seen.headers).toContain('Sixty megabytes');
  });

  it('whose file is gone says so', async () => {
    const portal = await makeMailedPortal();
    const { id } = await portal.spool(raw());
    await rm(join(portal.folder, 'mail-in', `${id}.eml`));
    await portal.handle();
    expect((await portal.rows())[0]).toMatchObject({ outcome: 'quarantined', reason: 'file-missing' });
  });

  it('brings its files, but no programs, and names what was left out', async () => {
    const portal = await makeMailedPortal();
    const text = [
      '--b',
      'Content-Type: text/plain',
      '',
      'Two files.',
      ...part('note.txt', 'size 24.5'),
      ...part('setup.exe', 'MZ program'),
      '--b--',
    ].join('\n');
    const row = await portal.mailed({
      from: stranger,
      text,
      headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
    });
    const [message] = await portal.messagesOf(row.conversationId ?? '');
    expect(message?.body).toContain('Two files.');
    expect(message?.body).toContain('setup.exe');
    const { rows } = await portal.services.db.raw.execute('select name, type from attachments');
    expect(rows.map((file) => ({ ...file }))).toEqual([{ name: 'note.txt', type: 'text/plain' }]);
  });

  it.each(hostileTexts.map((text) => [text]))(
    'with %s everywhere in it shows it as text, to the customer and to staff',
    async (payload) => {
      const portal = await makeMailedPortal();
      const encoded = `=?utf-8?B?${Buffer.from(payload).toString('base64')}?=`;
      const text = [
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        payload,
        '--b',
        `Content-Type: text/plain; name="${encoded}"`,
        `Content-Disposition: attachment; filename="${encoded}"`,
        '',
        'x',
        '--b--',
      ].join('\n');
      const row = await portal.mailed({
        from: `${encoded} <${stranger}>`,
        subject: encoded,
        text,
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
      });
      expect(row.outcome).toBe('conversation');
      const { rows } = await portal.services.db.raw.execute('select payload from outbox');
      const { linkId } = JSON.parse(rows[0]?.['payload'] as string) as { linkId: string };
      const { tokenOf } = await import('../../../api/tickets/private-links.ts');
      const page = await (await portal.app.request(`/en/requests/${tokenOf(portal.services.secret, linkId)}/`)).text();
      if (/[<>"]/.test(payload)) expect(page).not.toContain(payload);
      const seen = (await (await portal.staff.ask(`/api/received-mails/${row.id}`)).json()) as ReceivedMailWithText;
      expect(seen.text).toContain(payload.slice(0, 8));
    },
  );
});

describe('raw mails', () => {
  it('go with the person they are from, in the database and on the disk', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    await portal.mailed({ to: ticket.address });
    const kept = await portal.mailed({ from: stranger });
    await eraseCustomer(portal.services, { customerId: ticket.customerId, way: 'staff', accountId: null });
    expect((await portal.rows()).map(({ id }) => id)).toEqual([kept.id]);
    expect(await readdir(join(portal.folder, 'mail-in'))).toEqual([`${kept.id}.eml`]);
  });

  it('go after their time, except those that wait for somebody to decide', async () => {
    const portal = await makeMailedPortal();
    await portal.mailed({ from: stranger });
    const { id } = await portal.mailed({ from: null });
    portal.time.now += 89 * dayMs;
    expect(await keepToRetention(portal.services)).not.toHaveProperty('receivedMails');
    portal.time.now += 2 * dayMs;
    expect(await keepToRetention(portal.services)).toMatchObject({ receivedMails: 1 });
    expect((await portal.rows()).map((row) => row.id)).toEqual([id]);
  });

  it('without a row are swept, but not while they may still be arriving', async () => {
    const portal = await makeMailedPortal();
    const { id } = await portal.spool(raw());
    const orphan = '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71';
    const folder = join(portal.folder, 'mail-in');
    await writeFile(join(folder, `${orphan}.eml`), 'x');
    await writeFile(join(folder, `${orphan.replace('1c', '2c')}.eml.part`), 'x');
    portal.time.now = Date.now();
    await sweepMailFiles(portal.services);
    expect(await readdir(folder)).toHaveLength(3);
    portal.time.now = Date.now() + 16 * 60_000;
    await sweepMailFiles(portal.services);
    expect(await readdir(folder)).toEqual([`${id}.eml`]);
  });

  it('are told apart by what their senders wrote, however they are cut into pieces', () => {
    const mail = raw({ from: hanako, headers: { 'X-Long': 'a'.repeat(300) } });
    const hashes = [1, 2, 3, 7, 100, 100_000].map((size) => hashOf(mail, size));
    expect(new Set(hashes).size).toBe(1);
    expect(hashOf(`Received: x\r\n${mail}`, 50)).toBe(hashes[0]);
    expect(hashOf(mail.replace('shoes', 'boots'), 50)).not.toBe(hashes[0]);
    expect(hashOf(mail.replace(hanako, stranger), 50)).not.toBe(hashes[0]);
    const endless = 'X: y\r\n'.repeat(60_000);
    expect(new Set([1000, 4096, 1_000_000].map((size) => hashOf(endless, size))).size).toBe(1);
  });
});

function part(name: string, content: string): string[] {
  return [
    '--b',
    `Content-Type: application/octet-stream; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    content,
  ];
}

function hashOf(text: string, size: number): string {
  const hash = createContentHash();
  for (let at = 0; at < text.length; at += size) hash.update(Buffer.from(text.slice(at, at + size), 'latin1'));
  return hash.digest();
}
