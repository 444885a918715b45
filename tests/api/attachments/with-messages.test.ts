import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CustomerRequest, TicketPage } from '../../../api/tickets/contract.ts';
import type { OpenedTicket } from '../../../api/tickets/opening-contract.ts';
import { problemOf } from '../support/ask.ts';
import { fileOf, sendFiles, sendJsonWithFiles } from '../support/files.ts';
import { textAt, valueOf } from '../support/html.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { makePortal } from '../../support/services.ts';
import { rowCounts } from '../support/stored.ts';

const { name = '', email, subject, message, language } = lateParcel;
const typed = { name, email, subject, message, language };
const note = fileOf('箱の写真はあとで送ります。', 'メモ.txt');

async function makeWatchedPortal() {
  const portal = await makeStaffedPortal({ pages: smallPages });
  return {
    ...portal,
    /** What lies in the uploads folder. */
    stored: async () => {
      const names = await readdir(join(portal.folder, 'uploads'), { recursive: true }).catch(() => []);
      return names.filter((name) => name.includes('/'));
    },
    firstMessage: async () => {
      const { tickets } = (await (await portal.staff.ask('/api/tickets?view=all')).json()) as TicketPage;
      return (await portal.staff.read(tickets[0]?.reference ?? '')).messages[0];
    },
  };
}

describe('files that go along with a message', () => {
  it('come with the contact form, without JavaScript', async () => {
    const { app, firstMessage, stored } = await makeWatchedPortal();
    const answer = await sendFiles(app.request, '/api/tickets', typed, [note, fileOf('a,b', '明細.csv')]);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toMatch(/^\/ja\/requests\/[\w-]+\/#sent$/);
    const message = await firstMessage();
    expect(message?.body).toBe(lateParcel.message);
    expect(message?.attachments).toMatchObject([
      { name: 'メモ.txt', type: 'text/plain', bytes: note.size, preview: null },
      { name: '明細.csv', type: 'text/csv', bytes: 3, preview: null },
    ]);
    expect(await stored()).toHaveLength(2);
  });

  it('come with the trail, from the portal’s own page', async () => {
    const { app, firstMessage } = await makeWatchedPortal();
    const answer = await sendJsonWithFiles(app.request, '/api/tickets', lateParcel, [note]);
    expect(answer.status).toBe(201);
    expect((await answer.json()) as OpenedTicket).toMatchObject({ requestUrl: expect.stringMatching(/^\/ja\//) });
    expect(await firstMessage()).toMatchObject({ trail: lateParcel.trail, attachments: [{ name: 'メモ.txt' }] });
  });

  it('come with a customer’s answer and an agent’s reply, and both see them in place', async () => {
    const portal = await makeWatchedPortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    portal.time.now += 1000;
    const fields = { message: 'こちらです。', key: 'a-key-of-this-page' };
    const answer = await sendFiles(portal.app.request, `${requestUrl}messages`, fields, [note]);
    expect(answer.status).toBe(303);
    portal.time.now += 1000;
    const path = `/api/tickets/${reference}/messages`;
    const reply = await sendJsonWithFiles(portal.staff.ask, path, { message: '返品票です。' }, [
      fileOf('%PDF-1.7\n%âãÏÓ\n', '返品票.pdf'),
    ]);
    expect(reply.status).toBe(201);
    const { messages } = await portal.staff.read(reference);
    expect(messages.map(({ attachments }) => attachments.map(({ name, type }) => [name, type]))).toEqual([
      [],
      [['メモ.txt', 'text/plain']],
      [['返品票.pdf', 'application/pdf']],
    ]);
    // So long the reply can be taken back, and is not shown.
    portal.time.now += 10_000;
    const page = await (await portal.app.request(requestUrl)).text();
    expect(textAt(page, '.message:nth-child(2) .message-file')).toMatch(/^メモ\.txt\s+1 KB$/);
    expect(textAt(page, '.message:nth-child(3) .message-file')).toMatch(/^返品票\.pdf/);
  });

  it('of a reply are nowhere for its customer until it has left, whoever knows their address', async () => {
    const { portal, requestUrl, file } = await repliedWithFile();
    const asked = async () => [
      (await portal.app.request(`${requestUrl}attachments/${file}`)).status,
      (await portal.staff.ask(`/api/attachments/${file}`)).status,
    ];
    expect(await asked()).toEqual([404, 200]);
    portal.time.now += 9999;
    expect(await asked()).toEqual([404, 200]);
    portal.time.now += 1;
    expect(await asked()).toEqual([200, 200]);
  });

  it('of a reply that was taken back are never there, nor among the data of the request', async () => {
    const { portal, path, requestUrl, reply, file } = await repliedWithFile();
    expect((await portal.staff.ask(`${path}/${reply}`, { method: 'DELETE' })).status).toBe(200);
    for (const later of [0, 10_000, 86_400_000]) {
      portal.time.now += later;
      for (const address of [`attachments/${file}`, `attachments/${file}/preview`]) {
        expect((await portal.app.request(requestUrl + address)).status).toBe(404);
      }
    }
    expect(await (await portal.app.request(`${requestUrl}data.json`)).text()).not.toContain('メモ.txt');
  });

  it('are sent twice and kept once: a retry gets the first answer, and leaves nothing behind', async () => {
    const { app, stored, services } = await makeWatchedPortal();
    const send = () =>
      sendJsonWithFiles(app.request, '/api/tickets', lateParcel, [note], {
        headers: { 'Idempotency-Key': 'the-same-request' },
      });
    const first = (await (await send()).json()) as OpenedTicket;
    const before = await stored();
    const again = (await (await send()).json()) as OpenedTicket;
    expect(again).toEqual(first);
    expect(await stored()).toEqual(before);
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 1, attachments: 1 });
  });

  it('make another request of the same key: other files are refused', async () => {
    const { app, stored } = await makeWatchedPortal();
    const send = (file: File) =>
      sendJsonWithFiles(app.request, '/api/tickets', lateParcel, [file], {
        headers: { 'Idempotency-Key': 'the-same-request' },
      });
    expect((await send(note)).status).toBe(201);
    await problemOf(send(fileOf('ほかの内容', 'メモ.txt')), 'key-reused', 422);
    expect(await stored()).toHaveLength(1);
  });

  it('are none when the field stays empty', async () => {
    const { app, firstMessage, stored } = await makeWatchedPortal();
    const answer = await sendFiles(app.request, '/api/tickets', typed, [fileOf('', '')]);
    expect(answer.status).toBe(303);
    expect((await firstMessage())?.attachments).toEqual([]);
    expect(await stored()).toEqual([]);
  });
});

describe('files that are not accepted', () => {
  const large = new Uint8Array(10_485_761);
  const half = new Uint8Array(9_000_000).fill(65);

  it.each<[string, File[], string, number?]>([
    ['more than five', Array.from({ length: 6 }, (_, index) => fileOf('x', `${index}.txt`)), '5個まで'],
    ['too large', [fileOf(large, '動画.mov')], '「動画.mov」が大きすぎます'],
    ['too large together', [fileOf(half, 'a'), fileOf(half, 'b'), fileOf(half, 'c')], '合わせて25MBまで', 413],
    ['empty', [fileOf('', '空.txt')], '「空.txt」は空のファイルです'],
    ['a program by its name', [fileOf('x', 'setup.EXE')], '「setup.EXE」は添付できません'],
    ['a program by its content', [fileOf('MZ\u0090\u0000', '写真.jpg')], '「写真.jpg」は添付できません'],
    ['a script by its content', [fileOf('#!/bin/sh\nrm -rf /', 'メモ.txt')], '「メモ.txt」は添付できません'],
  ])('come back with the form as it was typed: %s', async (_, files, expected, status = 422) => {
    const { app, stored, services } = await makeWatchedPortal();
    const answer = await sendFiles(app.request, '/api/tickets', typed, files);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    for (const name of ['subject', 'message', 'email'] as const) expect(valueOf(page, name)).toBe(typed[name]);
    expect(textAt(page, '#contact-files-error')).toContain(expected);
    expect(textAt(page, '#contact-files-error')).toContain('もう一度お選びください');
    expect(textAt(page, '[data-slot="problem"] a[href="#contact-files"]')).toBe('ファイルを添付');
    expect(await stored()).toEqual([]);
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 0, attachments: 0 });
  });

  it('are named one by one, in the reader’s language, to who sends JSON', async () => {
    const { app, stored } = await makeWatchedPortal();
    const files = [note, fileOf('x', 'a.bat'), fileOf('', 'b.txt')];
    const sent = sendJsonWithFiles(app.request, '/api/tickets', lateParcel, files, {
      headers: { 'Accept-Language': 'en' },
    });
    const { errors } = await problemOf(sent, 'invalid-input', 422);
    expect(errors).toEqual([
      { pointer: '#/files/1', detail: '“a.bat” can’t be attached: programs and scripts are not accepted.' },
      { pointer: '#/files/2', detail: '“b.txt” is empty.' },
    ]);
    expect(await stored()).toEqual([]);
  });

  it('are gone when it is the text that is wrong, and the page says to choose them once more', async () => {
    const { app, stored } = await makeWatchedPortal();
    const answer = await sendFiles(app.request, '/api/tickets', { ...typed, email: 'x' }, [note]);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textAt(page, '#contact-email-error')).toContain('メールアドレスの形');
    expect(textAt(page, '#contact-files-error')).toBe(
      '添付ファイルは保持されません。お手数ですが、もう一度お選びください。',
    );
    expect(await stored()).toEqual([]);
  });

  it('are not even taken from somebody who is not signed in, or whose link does not work', async () => {
    const { app, stored, staff } = await makeWatchedPortal();
    await problemOf(sendJsonWithFiles(app.request, '/api/tickets/M-2222/messages', {}, [note]), 'not-signed-in', 401);
    const path = `/ja/requests/${'A'.repeat(32)}/messages`;
    await problemOf(sendJsonWithFiles(app.request, path, { message: 'x' }, [note]), 'link-unknown', 404);
    await problemOf(sendJsonWithFiles(staff.ask, '/api/notices', {}, [note]), 'unsupported-media-type', 415);
    expect(await stored()).toEqual([]);
  });
});

const part = (headers: string, content: string) => `--x\r\n${headers}\r\n\r\n${content}\r\n`;

describe('a form with files that cannot be read', () => {
  const field = 'Content-Disposition: form-data; name="subject"';

  it.each([
    ['no boundary', 'multipart/form-data', `${part(field, 'x')}--x--\r\n`],
    ['another boundary', 'multipart/form-data; boundary=y', `${part(field, 'x')}--x--\r\n`],
    ['no end', 'multipart/form-data; boundary=x', part(field, 'x')],
    ['a part without a name', 'multipart/form-data; boundary=x', `${part('Content-Type: text/plain', 'x')}--x--`],
    ['endless headers', 'multipart/form-data; boundary=x', `--x\r\nA: ${'a'.repeat(20_000)}`],
    ['nothing in it', 'multipart/form-data; boundary=x', ''],
    ['a thousand fields', 'multipart/form-data; boundary=x', `${part(field, 'x').repeat(1000)}--x--`],
  ])('is malformed, and leaves nothing: %s', async (_, type, body) => {
    const { app, services } = await makePortal();
    const init = { method: 'POST', headers: { 'Content-Type': type }, body };
    await problemOf(app.request('/api/tickets', init), 'malformed-body', 400);
    expect((await rowCounts(services.db)).conversations).toBe(0);
  });

  it('is refused when one field is longer than any body may be', async () => {
    const { app, stored } = await makeWatchedPortal();
    const answer = sendFiles(app.request, '/api/tickets', { ...typed, message: 'あ'.repeat(30_000) }, [note]);
    expect((await answer).status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it('is read no further than files may go', async () => {
    const { app, folder } = await makePortal();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        const head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n';
        controller.enqueue(sent === 1_000_000 ? Buffer.from(head) : new Uint8Array(1_000_000));
      },
    });
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' };
    await problemOf(app.request('/api/tickets', init), 'body-too-large', 413);
    expect(sent).toBeLessThan(35_000_000);
    const left = await readdir(join(folder, 'uploads'), { recursive: true });
    expect(left.filter((name) => name.includes('/'))).toEqual([]);
  });
});

describe('the answer to a customer who sends JSON', () => {
  it('holds what is attached', async () => {
    const portal = await makeWatchedPortal();
    const { requestUrl } = await openTicket(portal, lateParcel);
    portal.time.now += 1000;
    const answer = await sendJsonWithFiles(portal.app.request, `${requestUrl}messages`, { message: 'はい' }, [note]);
    const { messages } = (await answer.json()) as CustomerRequest;
    expect(messages[1]).toMatchObject({ body: 'はい', attachments: [{ name: 'メモ.txt' }] });
  });
});

/** A reply with a file, sent this moment. */
async function repliedWithFile() {
  const portal = await makeWatchedPortal();
  const { reference, requestUrl } = await openTicket(portal, lateParcel);
  const path = `/api/tickets/${reference}/messages`;
  await sendJsonWithFiles(portal.staff.ask, path, { message: '返品票です。' }, [note]);
  const [, reply] = (await portal.staff.read(reference)).messages;
  return { portal, path, requestUrl, reply: reply?.id ?? '', file: reply?.attachments[0]?.id ?? '' };
}
