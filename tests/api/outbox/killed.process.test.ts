import { rm } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startPortal } from '../../support/portal-process.ts';
import { makeGate, startSmtp } from '../../support/smtp.ts';
import { letOut } from '../support/kill-while-sending.ts';

it('a hundred mails go out however often the portal is killed, and none twice but what it was sending', async () => {
  const { mails, kills, again } = await letOut(100, 3);
  expect(kills).toBe(3);
  expect(new Set(mails.map(({ to }) => to[0])).size).toBe(100);
  // At most what was on its way at each kill: so many connections there are.
  expect(mails.length - 100).toBeLessThanOrEqual(kills * 4);
  expect(again).toBe(mails.length - 100);
});

it('a slow mail server slows nobody down, and a stop finishes what is under way', async () => {
  const gate = makeGate();
  const smtp = await startSmtp({ onMailFrom: (_, __, done) => gate.pass(done) });
  const portal = await startPortal({ env: { SMTP_URL: smtp.url } });
  onTestFinished(async () => {
    await smtp.close();
    await rm(portal.dataDir, { recursive: true, force: true });
  });
  expect(portal.output()).not.toContain('SMTP_URL');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      fetch(`${portal.url}/api/tickets`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: `a${index}@example.jp`, subject: 'x', message: 'y', language: 'ja' }),
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(smtp.mails).toEqual([]);
  const stopped = portal.stop();
  setTimeout(() => gate.open(), 200);
  expect(await stopped).toBe(0);
  expect(smtp.mails.length).toBeLessThanOrEqual(4);
});

it('without a mail server says so once at the start, and keeps the mails', async () => {
  const portal = await startPortal();
  onTestFinished(() => rm(portal.dataDir, { recursive: true, force: true }));
  expect(portal.output()).toContain('Mail              is kept in the outbox: set SMTP_URL to let it out');
  expect(portal.output().match(/no SMTP_URL is set/g)).toHaveLength(1);
  expect(await portal.stop()).toBe(0);
});
