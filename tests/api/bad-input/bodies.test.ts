import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { pointersOf, problemOf, sendJson } from '../support/ask.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

const limit = 64 * 1024;

/** A portal, and a check that it has stored nothing since it was made. */
async function makeWatchedPortal() {
  const portal = await makePortal();
  const before = await rowCounts(portal.services.db);
  return {
    ...portal,
    expectNothingStored: async () => {
      expect(await rowCounts(portal.services.db)).toEqual(before);
    },
  };
}

describe('a body that cannot be used', () => {
  it.each([
    ['text that is no JSON', 'こんにちは'],
    ['nothing at all', ''],
    ['JSON that was cut off', JSON.stringify(lateParcel).slice(0, -1)],
    ['brackets without end', '['.repeat(60_000)],
  ])('is malformed when it is %s, and nothing is stored', async (_, body) => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Type': 'application/json' };
    const { detail } = await problemOf(
      app.request('/api/tickets', { method: 'POST', headers, body }),
      'malformed-body',
      400,
    );
    expect(detail).toBe('JSONとして読み取れません。');
    await expectNothingStored();
  });

  it.each([['text/plain'], ['application/xml'], ['']])('is refused as %j, and nothing is stored', async (type) => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Type': type };
    const init = { method: 'POST', headers, body: JSON.stringify(lateParcel) };
    await problemOf(app.request('/api/tickets', init), 'unsupported-media-type', 415);
    await expectNothingStored();
  });

  it('is read as JSON whatever the case and the parameters of its content type', async () => {
    const { app } = await makePortal();
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    expect((await sendJson(app.request, '/api/tickets', lateParcel, { headers })).status).toBe(201);
  });

  it.each([['null'], ['[]'], ['"text"'], ['7']])('has to be an object: %s is not', async (body) => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Type': 'application/json' };
    const answer = app.request('/api/tickets', { method: 'POST', headers, body });
    expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual(['#']);
    await expectNothingStored();
  });

  it.each([
    ['nested too deeply', `${'['.repeat(25)}${']'.repeat(25)}`],
    ['nested too deeply in a field', `{"trail":${'{"a":'.repeat(30)}1${'}'.repeat(30)}}`],
    ['nested as deeply as fits', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ])('is refused when it is %s', async (_, body) => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Type': 'application/json' };
    const answer = app.request('/api/tickets', { method: 'POST', headers, body });
    expect(await problemOf(answer, 'malformed-body', 400)).toMatchObject({ detail: 'JSONの入れ子が深すぎます。' });
    await expectNothingStored();
  });

  it('is refused when its bytes are no text', async () => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Type': 'application/json' };
    const [before = '', after = ''] = JSON.stringify({ ...lateParcel, subject: '#' }).split('#');
    const body = Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(after)]);
    await problemOf(app.request('/api/tickets', { method: 'POST', headers, body }), 'malformed-body', 400);
    await expectNothingStored();
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip'])('is refused when it is compressed: %s', async (coding) => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Encoding': coding };
    await problemOf(sendJson(app.request, '/api/tickets', lateParcel, { headers }), 'unsupported-media-type', 415);
    await expectNothingStored();
  });

  it('with the name of a prototype in it changes none, and is refused for that field', async () => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const headers = { 'Content-Type': 'application/json' };
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const body = JSON.stringify(lateParcel).replace('{', `{"${name}":{"role":"owner","isAdmin":true},`);
      const answer = await app.request('/api/tickets', { method: 'POST', headers, body });
      expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual([`#/${name}`]);
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
    await expectNothingStored();
  });

  it('that names a field twice counts by the last', async () => {
    const { app, services } = await makePortal();
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(lateParcel).replace('{', '{"email":"tom@example.com",');
    expect((await app.request('/api/tickets', { method: 'POST', headers, body })).status).toBe(201);
    const { rows } = await services.db.raw.execute('select value from identities');
    expect(rows).toMatchObject([{ value: lateParcel.email }]);
  });

  it('of more than 64 KiB is refused by its declared length, and nothing is stored', async () => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    const body = JSON.stringify({ ...lateParcel, message: 'a'.repeat(limit) });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
    await problemOf(app.request('/api/tickets', { method: 'POST', headers, body }), 'body-too-large', 413);
    await expectNothingStored();
  });

  it('of more than 64 KiB is refused without a declared length, before all of it is read', async () => {
    const { app, expectNothingStored } = await makeWatchedPortal();
    let given = 0;
    const endless = new ReadableStream({
      pull(stream) {
        given += 1024;
        stream.enqueue(new Uint8Array(1024).fill(0x61));
      },
    });
    const headers = { 'Content-Type': 'application/json' };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' };
    await problemOf(app.request('/api/tickets', init), 'body-too-large', 413);
    expect(given).toBeGreaterThan(limit);
    expect(given).toBeLessThan(2 * limit);
    await expectNothingStored();
  });

  it('of 64 KiB exactly is read', async () => {
    const { app } = await makePortal();
    const text = JSON.stringify(lateParcel);
    const body = text + ' '.repeat(limit - Buffer.byteLength(text));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(limit) };
    expect((await app.request('/api/tickets', { method: 'POST', headers, body })).status).toBe(201);
  });
});
