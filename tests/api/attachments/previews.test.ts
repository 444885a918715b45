import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createPreviews } from '../../../api/attachments/previews.ts';
import type { Services } from '../../../api/services.ts';
import type { TicketPage } from '../../../api/tickets/contract.ts';
import { fileOf, photo, sendJsonWithFiles } from '../support/files.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

/** Sixty by forty pixels, as a telephone takes them. */
const heic =
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAADwAKAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHOAAEAAAAAAAAANAACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADVaXBycAAAALNpcGNvAAAAc2h2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACdCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprmwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAPAAAACgAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAADxtZGF0AAAAMCgBr1jnDNh22gi+Mg5EBJq89nY5D3EsuD+EvdMBuYhvJezJCCX8LopRaodwotZ8Qw==';

async function makeReceivingPortal(changes: Partial<Services> = {}) {
  const portal = await makeStaffedPortal(changes);
  const shown = async () => {
    const { tickets } = (await (await portal.staff.ask('/api/tickets')).json()) as TicketPage;
    const [attachment] = (await portal.staff.read(tickets[0]?.reference ?? '')).messages[0]?.attachments ?? [];
    if (!attachment) throw new Error('Nothing is attached');
    return attachment;
  };
  return {
    ...portal,
    shown,
    receive: async (file: File) => {
      const answer = await sendJsonWithFiles(portal.app.request, '/api/tickets', lateParcel, [file]);
      expect(answer.status).toBe(201);
      return shown();
    },
    previewOf: async (id: string) => {
      const answer = await portal.staff.ask(`/api/attachments/${id}/preview`);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
  };
}

describe('the picture that shows a photo', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('is drawn anew, upright and bare: %s', async (type) => {
    const { receive, previewOf } = await makeReceivingPortal();
    const isTurned = type !== 'gif' && type !== 'avif';
    const { id, preview } = await receive(fileOf(await photo(type), `犬.${type}`));
    expect(preview).toEqual(
      isTurned ? { width: 40, height: 60 } : expect.objectContaining({ width: expect.any(Number) }),
    );
    const picture = await sharp((await previewOf(id)) ?? undefined).metadata();
    expect(picture).toMatchObject({ format: 'webp', ...preview });
    expect([picture.exif, picture.xmp, picture.icc, picture.orientation]).toEqual(Array(4).fill(undefined));
  });

  it('is drawn of what telephones take, too', async () => {
    const { receive, previewOf } = await makeReceivingPortal();
    const { id, type, preview } = await receive(fileOf(Buffer.from(heic, 'base64'), 'IMG_0001.HEIC'));
    expect({ type, preview }).toEqual({ type: 'image/heic', preview: { width: 60, height: 40 } });
    expect((await sharp((await previewOf(id)) ?? undefined).metadata()).format).toBe('webp');
  });

  it('is at most 1,600 pixels wide or high', async () => {
    const { receive } = await makeReceivingPortal();
    const { preview } = await receive(fileOf(await photo('png', 4000, 100), 'wide.png'));
    expect(Math.max(preview?.width ?? 0, preview?.height ?? 0)).toBe(1600);
  });

  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>>]>([
    ['a few bytes that claim to be 100 million pixels', () => photo('png', 10_000, 10_000)],
    ['a picture that was cut', async () => (await photo('jpeg', 400, 400)).slice(0, 400)],
    ['a GIF that is a script', async () => new TextEncoder().encode('GIF89a/*\u0001*/=1;alert(1)')],
    ['a PNG that goes on as a drawing', async () => new TextEncoder().encode('\u0089PNG\r\n\u001a\n<svg onload="x"/>')],
    ['HEIC that is none', async () => Buffer.from(heic, 'base64').subarray(0, 200)],
  ])('is none where there is nothing to draw: %s', async (_, content) => {
    const { receive, staff } = await makeReceivingPortal();
    const { id, preview } = await receive(fileOf(await content(), '写真.png'));
    expect(preview).toBeNull();
    expect((await staff.ask(`/api/attachments/${id}/preview`)).status).toBe(404);
    expect((await staff.ask(`/api/attachments/${id}`)).status).toBe(200);
  });

  it.each([
    ['hangs', 'for (;;);'],
    ['takes all the memory', 'const all = []; for (;;) all.push(Buffer.alloc(50_000_000, 1));'],
    ['dies', 'process.kill(process.pid, "SIGSEGV");'],
    ['says nonsense', 'console.log("{"); '],
    ['says a size of its own', 'console.log(JSON.stringify({ width: "1 onload=x", height: 2 }));'],
  ])('is none when the decoder %s, and the portal goes on', async (_, code) => {
    const portal = await makeReceivingPortal({ previews: waiting });
    const { id } = await portal.receive(fileOf(await photo(), '写真.jpg'));
    const script = join(portal.folder, 'broken.ts');
    await writeFile(script, code);
    const limits = { mostMs: 1_500, mostMemoryBytes: 300_000_000 };
    await createPreviews({ ...portal.services, ...limits, script }).make([id]);
    expect((await portal.app.request('/healthz')).status).toBe(200);
    expect((await portal.shown()).preview).toBeNull();
    const { rows } = await portal.services.db.raw.execute('select preview from attachments');
    expect(rows).toMatchObject([{ preview: 'none' }]);
  });

  it('is drawn later when the portal ended in the middle of it', async () => {
    const portal = await makeReceivingPortal({ previews: waiting });
    await portal.receive(fileOf(await photo(), '写真.jpg'));
    expect((await portal.shown()).preview).toBeNull();
    const previews = createPreviews(portal.services);
    await previews.makeLeftOver(portal.time.now + 60_000);
    expect((await portal.shown()).preview).toBeNull();
    await previews.makeLeftOver(portal.time.now + 600_000);
    expect((await portal.shown()).preview).toEqual({ width: 40, height: 60 });
  });
});

/** Draws nothing, as a portal that has just ended. */
const waiting: Services['previews'] = {
  make: async () => undefined,
  makeLeftOver: async () => undefined,
  close: async () => undefined,
};
