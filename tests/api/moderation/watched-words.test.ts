import { expect, it } from 'vitest';
import type { WatchedWord } from '../../../api/moderation/contract.ts';
import { auditLog } from '../../../api/audit/tables.ts';
import { payloads } from '../../support/payloads.ts';
import { makePortal } from '../../support/services.ts';
import { memberOf } from '../forum/support.ts';
import { pointersOf, problemOf, sendJson } from '../support/ask.ts';

const at = '/api/moderation/watched-words';
const word = { language: 'en', pattern: 'casino*', action: 'queue' };

async function makeWords() {
  const portal = await makePortal();
  const mia = await memberOf(portal, 'Mia', 'moderator');
  return {
    ...portal,
    list: async () => ((await (await mia.ask(at)).json()) as { words: WatchedWord[] }).words,
    add: (changes: object = {}) => sendJson(mia.ask, at, { ...word, ...changes }),
    change: (id: string, changes: object) =>
      sendJson(mia.ask, `${at}/${id}`, { ...word, ...changes }, { method: 'PUT' }),
    remove: (id: string) => mia.ask(`${at}/${id}`, { method: 'DELETE' }),
  };
}

it('watched words are added as they are compared, changed and deleted, and the audit log says so', async () => {
  const { services, list, add, change, remove } = await makeWords();
  const added = (await (await add({ pattern: ' ＣＡＳＩＮＯ** ', note: 'Never about shoes' })).json()) as WatchedWord;
  expect(added).toMatchObject({
    pattern: 'casino*',
    language: 'en',
    action: 'queue',
    note: 'Never about shoes',
    hits: 0,
  });
  expect(await list()).toEqual([added]);
  const changed = await (await change(added.id, { pattern: '副業', language: null, action: 'refuse' })).json();
  expect(changed).toEqual({ id: added.id, pattern: '副業', language: null, action: 'refuse', note: null, hits: 0 });
  expect(await list()).toEqual([changed]);
  expect((await remove(added.id)).status).toBe(204);
  expect(await list()).toEqual([]);
  const log = await services.db.read.select().from(auditLog);
  const what = log.filter(({ action }) => action === 'watched-words:change').map(({ detail }) => detail);
  expect(what).toEqual([{ what: 'added' }, { what: 'changed' }, { what: 'deleted' }]);
});

it('a word is watched once in a language, however it is written', async () => {
  const { add, change } = await makeWords();
  const { id } = (await (await add({ pattern: 'poker' })).json()) as WatchedWord;
  await add();
  await problemOf(add({ pattern: 'Casino*' }), 'name-taken', 409);
  await problemOf(change(id, {}), 'name-taken', 409);
  expect((await add({ language: 'ja' })).status).toBe(201);
});

it('a pattern says something', async () => {
  const { add, list } = await makeWords();
  for (const pattern of ['*', '* *', 'a', '!!!', 'buy *', '', '\u200b\u200b', 'x'.repeat(101)]) {
    expect(pointersOf(await problemOf(add({ pattern }), 'invalid-input', 422))).toEqual(['#/pattern']);
  }
  for (const wrong of [{ language: 'fr' }, { action: 'delete' }, { hits: 3 }]) {
    await problemOf(add(wrong), 'invalid-input', 422);
  }
  expect(await list()).toEqual([]);
});

it('whatever is written as a pattern is kept as text or refused, and posts are compared with it all the same', async () => {
  const { add, list } = await makeWords();
  for (const payload of payloads)
    expect([201, 409, 422]).toContain((await add({ pattern: payload.slice(0, 100) })).status);
  expect((await list()).length).toBeGreaterThan(50);
});

it('what is not there is not found', async () => {
  const { change, remove } = await makeWords();
  await problemOf(change('nobody', {}), 'not-found', 404);
  await problemOf(remove('nobody'), 'not-found', 404);
});
