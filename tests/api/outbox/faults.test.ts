import { describe, expect, it, onTestFinished } from 'vitest';
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { messageIdOf as messageIdOfRow } from '../../../api/mail/message-ids.ts';
import { mostAttempts } from '../../../api/outbox/backoff.ts';
import { smtpAnswer, startSmtp } from '../../support/smtp.ts';
import { makeMailingPortal, outboxOf } from '../support/mailing.ts';
import { makeStaffedPortal } from '../support/portal.ts';

const minuteMs = 60_000;

describe('a mail server', () => {
  it('that takes a mail ends it: sent, once, with a Message-ID of its row', async () => {
    const { services, queue, sendDue, rows, smtp } = await makeMailingPortal();
    await queue();
    await sendDue();
    await sendDue();
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, lease: null, leasedUntil: null, lastError: null });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ from: 'care@aruku.example', to: ['hanako@example.jp'] });
    expect(smtp.mails[0]?.headers['message-id']).toEqual([messageIdOfRow(services, row?.id ?? '')]);
  });

  it('that is down is asked again, later each time, and then the mail goes out', async () => {
    const portal = await makeStaffedPortal();
    const smtp = await startSmtp();
    await smtp.close();
    const { queue, sendDue, rows } = outboxOf(portal.services, smtp);
    await queue();
    let before = portal.time.now;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await sendDue();
      const [row] = await rows();
      expect(row).toMatchObject({ state: 'waiting', attempts: attempt, unanswered: 0 });
      expect(row?.lastError).toMatch(/ECONNREFUSED|connect/);
      waits.push((row?.dueAt ?? 0) - before);
      // A moment too early nothing happens.
      portal.time.now = (row?.dueAt ?? 0) - 1;
      await sendDue();
      expect((await rows())[0]?.attempts).toBe(attempt);
      before = portal.time.now += 1;
    }
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(0.75 * minuteMs * 2 ** index);
      expect(wait).toBeLessThanOrEqual(1.25 * minuteMs * 2 ** index);
    }
    const again = await startSmtp({ port: smtp.port });
    await sendDue();
    await again.close();
    expect(again.mails).toHaveLength(1);
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 5, lastError: null });
  });

  it('that is down is asked for a few mails, not for each of many', async () => {
    const portal = await makeStaffedPortal();
    const smtp = await startSmtp();
    await smtp.close();
    const { queue, sendDue, rows } = outboxOf(portal.services, smtp);
    for (let count = 0; count < 40; count += 1) await queue();
    await sendDue();
    const tried = (await rows()).filter(({ attempts }) => attempts > 0);
    expect(tried.length).toBeLessThanOrEqual(4);
  });

  it('that refuses for good makes a dead letter at once, and says why without the address', async () => {
    const { queue, sendDue, rows } = await makeMailingPortal({
      onRcptTo: ({ address }, _, done) => done(smtpAnswer(550, `5.1.1 <${address}> does not live here`)),
    });
    await queue('nobody@example.jp');
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'dead', attempts: 1, lease: null });
    expect((await rows())[0]?.lastError).toMatch(/^RCPT TO .*550 5\.1\.1 .*does not live here/);
    expect((await rows())[0]?.lastError).not.toContain('nobody@');
  });

  it('that refuses one mail lets the others through', async () => {
    const { queue, sendDue, rows, smtp } = await makeMailingPortal({
      onRcptTo: ({ address }, _, done) => done(address === 'b@example.jp' ? smtpAnswer(550, 'no') : null),
    });
    for (const name of ['a', 'b', 'c']) await queue(`${name}@example.jp`);
    await sendDue();
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'dead', 'sent']);
    expect(smtp.mails.map(({ to }) => to[0] ?? '').sort()).toEqual(['a@example.jp', 'c@example.jp']);
  });

  it('that lists greylisted mails takes them the second time', async () => {
    let asked = 0;
    const { queue, sendDue, rows, time } = await makeMailingPortal({
      onRcptTo: (_, __, done) => done((asked += 1) === 1 ? smtpAnswer(451, '4.7.1 come back later') : null),
    });
    await queue();
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 });
    time.now += 2 * minuteMs;
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('that never takes a mail makes a dead letter of it after a day of tries', async () => {
    const { queue, sendDue, rows, time } = await makeMailingPortal({
      onData: (stream, _, done) => stream.resume().on('end', () => done(smtpAnswer(452, '4.3.1 full'))),
    });
    await queue();
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: attempt - 1 });
      time.now = (await rows())[0]?.dueAt ?? 0;
      await sendDue();
    }
    expect((await rows())[0]).toMatchObject({ state: 'dead', attempts: mostAttempts, unanswered: 0 });
  });

  it('that refuses us is no fault of the mail', async () => {
    const { queue, sendDue, rows } = await makeMailingPortal({
      onMailFrom: (_, __, done) => done(smtpAnswer(550, 'this sender is not yours')),
    });
    await queue();
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  it('that is away for days loses no mail, and one that stays away makes a dead letter of it in the end', async () => {
    const portal = await makeMailingPortal({
      onMailFrom: (_, __, done) => done(smtpAnswer(421, 'closed for maintenance')),
    });
    const { queue, sendDue, rows, time } = portal;
    await queue();
    const began = time.now;
    const state = async () => (await rows())[0]?.state;
    while (time.now - began < 3.5 * 86_400_000) {
      expect(await state()).toBe('waiting');
      time.now = (await rows())[0]?.dueAt ?? 0;
      await sendDue();
    }
    expect((await rows())[0]?.attempts).toBeGreaterThan(mostAttempts);
    while (time.now - began < 4.5 * 86_400_000 && (await state()) === 'waiting') {
      time.now = (await rows())[0]?.dueAt ?? 0;
      await sendDue();
    }
    expect(await state()).toBe('dead');
  });

  it('that ends the connection instead of answering may have the mail: it is tried again under the same id, and counted', async () => {
    const server = await cutServer();
    const portal = await makeStaffedPortal();
    const { queue, sendDue, rows } = outboxOf(portal.services, server);
    await queue();
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1, unanswered: 1 });
    server.isCutting = false;
    portal.time.now += 2 * minuteMs;
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2, unanswered: 1 });
    expect(server.whole).toHaveLength(2);
    expect(new Set(server.whole.map(messageIdOf)).size).toBe(1);
  });

  it('that ends the connection after a part of the mail gets all of it the next time, once', async () => {
    const server = await cutServer({ afterBytes: 5000 });
    const portal = await makeStaffedPortal();
    const { queue, sendDue, rows } = outboxOf(portal.services, server);
    const lines = Array.from({ length: 10_000 }, (_, line) => `Line ${line} of the answer.`);
    await queue('hanako@example.jp', { message: lines.join('\n') });
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1, lease: null });
    expect(server.whole).toEqual([]);
    const [part = ''] = server.parts;
    expect(part).toContain('Line 0 of the answer.');
    expect(part).not.toContain('Line 9999 of the answer.');

    server.isCutting = false;
    portal.time.now += 2 * minuteMs;
    await sendDue();
    await sendDue();
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
    expect(server.whole).toHaveLength(1);
    expect(server.whole[0]).toContain('Line 9999 of the answer.');
    expect(messageIdOf(server.whole[0] ?? '')).toBe(messageIdOf(part));
  });

  it('that does not speak TLS gets nothing when TLS is wanted', async () => {
    const portal = await makeStaffedPortal();
    const smtp = await startSmtp();
    const { queue, sendDue, rows } = outboxOf(portal.services, { url: smtp.url.replace('smtp:', 'smtps:') });
    await queue();
    await sendDue();
    await smtp.close();
    expect(smtp.mails).toEqual([]);
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  it('whose certificate nobody vouches for gets nothing', async () => {
    const portal = await makeStaffedPortal();
    const smtp = await startSmtp({ secure: true });
    const { queue, sendDue, rows } = outboxOf(portal.services, { url: smtp.url.replace('smtp:', 'smtps:') });
    await queue();
    await sendDue();
    await smtp.close();
    expect(smtp.mails).toEqual([]);
    expect((await rows())[0]?.lastError).toMatch(/certificate|self.signed/i);
  });
});

function messageIdOf(mail: string): string {
  return /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim() ?? '';
}

/** A server that hangs up while it is cutting: after so many bytes of a mail, else when it has all of it, unanswered. */
async function cutServer({ afterBytes = Infinity } = {}) {
  const state = { isCutting: true, parts: [] as string[], whole: [] as string[], url: '' };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let data: string | null = null;
    socket.write('220 here\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (data !== null) {
        data += text;
        if (data.endsWith('\r\n.\r\n')) {
          state.whole.push(data);
          data = null;
          if (state.isCutting) socket.destroy();
          else socket.write('250 taken\r\n');
        } else if (state.isCutting && data.length > afterBytes) {
          state.parts.push(data);
          socket.destroy();
        }
      } else if (/^DATA/im.test(text)) {
        data = '';
        socket.write('354 go on\r\n');
      } else if (/^QUIT/im.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 fine\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  state.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}
