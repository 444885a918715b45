import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenedTicket } from '../../../api/tickets/opening-contract.ts';
import { startPortal } from '../../support/portal-process.ts';
import { fileOf, sendFiles, sendJsonWithFiles } from '../support/files.ts';
import { lateParcel } from '../support/samples.ts';

async function startReceivingPortal() {
  const portal = await startPortal();
  onTestFinished(async () => void (await portal.stop()));
  const stored = async () => {
    const names = await readdir(join(portal.dataDir, 'uploads'), { recursive: true }).catch(() => []);
    return names.filter((name) => name.includes('/'));
  };
  const ask = (path: string, init?: RequestInit) => fetch(`${portal.url}${path}`, { redirect: 'manual', ...init });
  return { ...portal, stored, ask };
}

const { name = '', email, subject, message, language } = lateParcel;
const typed = { name, email, subject, message, language };

describe('a portal that receives files', () => {
  it('keeps what it acknowledged when it is killed right after, with its file', async () => {
    const portal = await startReceivingPortal();
    const answer = await sendJsonWithFiles(portal.ask, '/api/tickets', lateParcel, [
      fileOf('あ'.repeat(100_000), 'a.txt'),
    ]);
    expect(answer.status).toBe(201);
    const { requestUrl } = (await answer.json()) as OpenedTicket;
    await portal.stop('SIGKILL');
    const again = await startPortal({ dataDir: portal.dataDir });
    onTestFinished(async () => void (await again.stop()));
    const page = await (await fetch(`${again.url}${requestUrl}`)).text();
    const address = /attachments\/[0-9a-f]{32}/.exec(page)?.[0] ?? '';
    const file = await fetch(`${again.url}${requestUrl}${address}`);
    expect(await file.text()).toBe('あ'.repeat(100_000));
  });

  it('answers a form that is far too large with the form as it was typed', async () => {
    const portal = await startReceivingPortal();
    const film = fileOf(new Uint8Array(60_000_000), 'film.mov');
    const answer = await sendFiles(portal.ask, '/api/tickets', { ...typed, name: '' }, [film]);
    expect(answer.status).toBe(413);
    const page = await answer.text();
    expect(page).toContain(lateParcel.message);
    expect(page).toContain('合わせて25MBまで');
    expect(await portal.stored()).toEqual([]);
  });

  it('keeps nothing of a file whose sender has gone', async () => {
    const portal = await startReceivingPortal();
    const head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n';
    const socket = connect(portal.port, 'localhost');
    socket.write(
      `POST /api/tickets HTTP/1.1\r\nHost: localhost:${portal.port}\r\nContent-Length: 1000000\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\n\r\n${head}${'y'.repeat(50_000)}`,
    );
    await expect.poll(async () => (await portal.stored()).length, { timeout: 10_000 }).toBe(1);
    socket.destroy();
    await expect.poll(portal.stored, { timeout: 10_000 }).toEqual([]);
    expect((await portal.ask('/healthz')).status).toBe(200);
  });
});
