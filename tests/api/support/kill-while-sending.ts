import { rm } from 'node:fs/promises';
import { type PortalProcess, startPortal } from '../../support/portal-process.ts';
import { type ReceivedMail, startSmtp } from '../../support/smtp.ts';

export interface LetOut {
  mails: ReceivedMail[];
  kills: number;
  /** Mails that came a second time: each under the Message-ID that it had before. */
  again: number;
}

/**
 * Queues so many mails in a portal whose mail server takes its time, kills it again and again while they go out, and
 * starts it anew until all are there and nothing more comes.
 */
export async function letOut(count: number, kills: number): Promise<LetOut> {
  const pauseMs = 5;
  // Without a mail server at first: nothing is tried before all of it is there.
  let portal: PortalProcess = await startPortal();
  const { dataDir, port } = portal;
  for (let index = 0; index < count; index += 1) {
    const answer = await fetch(`${portal.url}/api/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `reader-${index}@example.jp`, subject: 'x', message: 'y', language: 'ja' }),
    });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  }
  await portal.stop('SIGKILL');

  const smtp = await startSmtp({
    onRcptTo: (_, __, done) => void setTimeout(() => done(), pauseMs),
  });
  let done = 0;
  for (; done < kills; done += 1) {
    portal = await startPortal({ dataDir, port, env: { SMTP_URL: smtp.url } });
    const before = smtp.mails.length;
    while (smtp.mails.length < Math.min(count, before + count / (kills + 2))) await pause(5);
    await portal.stop('SIGKILL');
  }
  portal = await startPortal({ dataDir, port, env: { SMTP_URL: smtp.url } });
  const all = () => new Set(smtp.mails.map(({ to }) => to[0])).size === count;
  for (let waited = 0; !all() && waited < 110_000; waited += 50) await pause(50);
  await pause(500);
  await portal.stop();
  await smtp.close();
  await rm(dataDir, { recursive: true, force: true });
  const ids = smtp.mails.map(({ headers }) => headers['message-id']?.[0]);
  return { mails: smtp.mails, kills: done, again: ids.length - new Set(ids).size };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
