import { rm, stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sweepUploads } from '../../../api/attachments/sweep.ts';
import { cast } from '../../support/cast.ts';
import { problemOf } from '../support/ask.ts';
import { fileOf, photo, sendJsonWithFiles } from '../support/files.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { dayMs, lateParcel, wrongColour } from '../support/samples.ts';

/** A portal with Hanako's photo and note, and a ticket of Tom's. */
async function makePortalWithPhoto() {
  const portal = await makeStaffedPortal();
  const hanako = await openTicket(portal, lateParcel);
  const tom = await openTicket(portal, wrongColour);
  const files = [fileOf(await photo(), '箱の写真.jpg'), fileOf('<script>alert(1)</script>', 'page.html')];
  portal.time.now += 1000;
  await sendJsonWithFiles(portal.app.request, `${hanako.requestUrl}messages`, { message: '写真です。' }, files);
  const { messages } = await portal.staff.read(hanako.reference);
  const [picture, page] = messages[1]?.attachments ?? [];
  if (!picture || !page) throw new Error('Nothing is attached');
  return { ...portal, hanako, tom, picture, page };
}

describe('an attachment', () => {
  it('is saved under its name, and never opened as a page of the portal', async () => {
    const { app, staff, hanako, page } = await makePortalWithPhoto();
    const answers = [
      await app.request(`${hanako.requestUrl}attachments/${page.id}`),
      await staff.ask(`/api/attachments/${page.id}`),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/plain',
        'content-disposition': `attachment; filename="page.html"; filename*=UTF-8''page.html`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      });
      expect(await answer.text()).toBe('<script>alert(1)</script>');
    }
  });

  it('is shown in place as the picture that was drawn of it, and only so', async () => {
    const { app, staff, hanako, picture, page } = await makePortalWithPhoto();
    const answers = [
      await app.request(`${hanako.requestUrl}attachments/${picture.id}/preview`),
      await staff.ask(`/api/attachments/${picture.id}/preview`),
    ];
    for (const answer of answers) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'content-disposition': 'inline',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      });
    }
    await problemOf(app.request(`${hanako.requestUrl}attachments/${page.id}/preview`), 'not-found', 404);
  });

  it('is answered in parts, for who watches a film', async () => {
    const { staff, picture } = await makePortalWithPhoto();
    const answer = await staff.ask(`/api/attachments/${picture.id}`, { headers: { Range: 'bytes=0-1' } });
    expect(answer.status).toBe(206);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xff, 0xd8]);
  });

  it('of another’s conversation is answered like one that there never was', async () => {
    const { app, tom, picture } = await makePortalWithPhoto();
    const answerTo = async (id: string, part = '') => {
      const problem = await problemOf(app.request(`${tom.requestUrl}attachments/${id}${part}`), 'not-found', 404);
      return { ...problem, requestId: '' };
    };
    const missing = await answerTo('0'.repeat(32));
    const strange = ['..%2f..%2fportal.db', '%00', picture.id.toUpperCase(), `${picture.id}.webp`, "' or 1=1"];
    for (const id of [picture.id, ...strange]) {
      expect(await answerTo(id)).toEqual(missing);
      expect(await answerTo(id, '/preview')).toEqual(missing);
    }
  });

  it('is nobody’s without a session or a link that works', async () => {
    const { app, services, time, hanako, picture } = await makePortalWithPhoto();
    for (const part of ['', '/preview']) {
      const path = `attachments/${picture.id}${part}`;
      await problemOf(app.request(`/api/${path}`), 'not-signed-in', 401);
      await problemOf(app.request(`/ja/requests/${'A'.repeat(32)}/${path}`), 'link-unknown', 404);
    }
    time.now += 91 * dayMs;
    await problemOf(app.request(`${hanako.requestUrl}attachments/${picture.id}`), 'link-expired', 410);
    expect(services.clock()).toBe(time.now);
  });

  it('is nobody’s whose role does not read tickets', async () => {
    const { staff, services, picture } = await makePortalWithPhoto();
    await services.db.raw.execute({
      sql: "update accounts set role = 'editor' where email = ?",
      args: [cast.emma.email],
    });
    await problemOf(staff.ask(`/api/attachments/${picture.id}`), 'not-allowed', 403);
    await problemOf(staff.ask(`/api/attachments/${picture.id}/preview`), 'not-allowed', 403);
  });

  it('is not found when its file has gone', async () => {
    const { staff, services, picture } = await makePortalWithPhoto();
    await rm(services.uploads.pathOf(picture.id));
    await problemOf(staff.ask(`/api/attachments/${picture.id}`), 'not-found', 404);
  });
});

async function* content() {
  yield Buffer.from('left over');
}

const isThere = async (path: string) => (await stat(path).catch(() => null)) !== null;

describe('files that no row names', () => {
  it('are swept after a quarter of an hour, with their pictures, and no others', async () => {
    const { services, time, picture, page } = await makePortalWithPhoto();
    const { uploads, db } = services;
    const lost = await uploads.store(content(), 100);
    const recent = await uploads.store(content(), 100);
    if (!lost || !recent) throw new Error('Nothing was stored');
    const touch = (path: string, minutesAgo: number) => {
      const at = new Date(time.now - minutesAgo * 60_000);
      return utimes(path, at, at);
    };
    const age = (path: string) => touch(path, 16);
    await touch(uploads.pathOf(recent.id), 14);
    const paths = [picture, page, lost].map(({ id }) => uploads.pathOf(id));
    // What is left when the drawing of a picture is ended by force.
    const halfDrawn = `${uploads.previewPathOf(picture.id)}.4711`;
    await writeFile(halfDrawn, 'half a picture');
    for (const path of [...paths, uploads.previewPathOf(picture.id), halfDrawn]) await age(path);

    await sweepUploads(services);
    expect(await Promise.all(paths.map(isThere))).toEqual([true, true, false]);
    expect(await isThere(uploads.pathOf(recent.id))).toBe(true);

    await db.raw.execute('delete from messages where id in (select message_id from attachments)');
    await sweepUploads(services);
    const pictures = [uploads.previewPathOf(picture.id), halfDrawn];
    expect(await Promise.all([...paths, ...pictures].map(isThere))).toEqual(Array(5).fill(false));
  });
});
