import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { sweepUploads } from '../../../api/attachments/sweep.ts';
import type { PostPicture } from '../../../api/forum/contract.ts';
import { forgetUnusedPictures } from '../../../api/forum/pictures/sweep-unused.ts';
import { listReviewables } from '../../../api/moderation/queue.ts';
import { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { fileOf, photo, sendFiles } from '../support/files.ts';
import { answerIn, askIn, type Member, memberOf, question, seenBy } from './support.ts';

const upload = (who: Member, file: File) => sendFiles(who.ask, '/api/forum/pictures', {}, [file]);

async function uploaded(who: Member, name = 'shoe.jpg'): Promise<PostPicture> {
  const answer = await upload(who, fileOf(await photo(), name));
  expect(answer.status).toBe(201);
  return (await answer.json()) as PostPicture;
}
const send = (who: Member, pictures: string[]) =>
  sendJson(who.ask, '/api/forum/threads', { ...question, title: `Another ${who.name}`, pictures });

describe('a picture', () => {
  it('is drawn anew, stands with its post, and says nothing of where it was taken', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const picture = await uploaded(rose);
    expect(picture).toEqual({
      id: picture.id,
      url: `/api/forum/pictures/${picture.id}`,
      width: 40,
      height: 60,
      name: 'shoe.jpg',
    });
    expect((await portal.app.request(picture.url)).status).toBe(404);
    expect((await rose.ask(picture.url)).status).toBe(200);
    await askIn(rose, { pictures: [picture.id] });
    expect((await seenBy(portal.app, 1)).opening.pictures).toEqual([picture]);
    const answer = await portal.app.request(picture.url);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/webp']);
    const { format, exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect({ format, exif }).toEqual({ format: 'webp', exif: undefined });
  });

  it('is seen by moderators with the post that they decide on', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const pictures = [await uploaded(rose, 'one.jpg'), await uploaded(rose, 'two.jpg')];
    await askIn(rose, { pictures: pictures.map(({ id }) => id) });
    const { opening } = await seenBy(portal.app, 1);
    await sendJson(tom.ask, `/api/moderation/posts/${opening.id}/flags`, { reason: 'private' });
    const { reviewables } = await listReviewables(portal.services, { state: 'pending' });
    expect(reviewables.map(({ post }) => [post?.pictures, post?.editedAt])).toEqual([[pictures, null]]);
  });

  it('is one’s own, in one post, and a picture', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const { id } = await uploaded(rose);
    expect((await send(tom, [id])).status).toBe(422);
    expect((await send(rose, [id])).status).toBe(201);
    expect((await send(rose, [id])).status).toBe(422);
    expect((await upload(rose, fileOf('no picture at all', 'shoe.jpg'))).status).toBe(422);
    expect((await upload(rose, fileOf('<svg onload="pwned()"/>', 'shoe.svg', 'image/svg+xml'))).status).toBe(422);
    expect((await sendFiles(portal.app.request, '/api/forum/pictures', {}, [])).status).toBe(401);
    expect((await upload(rose, fileOf('GIF89a and then nothing', 'shoe.gif', 'image/gif'))).status).toBe(422);
  });

  it('is one of two at most for somebody new', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const ids = [(await uploaded(rose)).id, (await uploaded(rose)).id, (await uploaded(rose)).id];
    expect((await send(rose, ids)).status).toBe(422);
    expect((await send(rose, ids.slice(1))).status).toBe(201);
  });

  it('goes out of sight with its post, and out of the post by an edit', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await askIn(rose);
    const [one, other] = [await uploaded(tom, 'one.jpg'), await uploaded(tom, 'other.jpg')];
    const { id } = await answerIn(tom, 1, 'Like this', { pictures: [one.id] });
    const edited = { version: 1, body: 'Like this', pictures: [other.id] };
    expect((await sendJson(tom.ask, `/api/forum/posts/${id}`, edited, { method: 'PUT' })).status).toBe(200);
    expect((await seenBy(portal.app, 1)).posts[0]?.pictures).toEqual([other]);
    expect((await portal.app.request(one.url)).status).toBe(404);
    await tom.ask(`/api/forum/posts/${id}`, { method: 'DELETE' });
    expect((await portal.app.request(other.url)).status).toBe(404);
    expect((await tom.ask(other.url)).status).toBe(200);
  });

  it('that went into no post is gone after a day, and its file with it', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const [kept, unused] = [await uploaded(rose), await uploaded(rose)];
    await askIn(rose, { pictures: [kept.id] });
    portal.time.now += 25 * 3_600_000;
    await forgetUnusedPictures(portal.services);
    await sweepUploads(portal.services, [kept.id, unused.id]);
    expect((await portal.app.request(kept.url)).status).toBe(200);
    await rose.signInAgain();
    expect((await rose.ask(unused.url)).status).toBe(404);
    const { rows } = await portal.services.db.raw.execute('select id from forum_pictures');
    expect(rows).toMatchObject([{ id: kept.id }]);
  });
});
