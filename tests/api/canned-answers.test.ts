import { expect, it } from 'vitest';
import type { CannedAnswer } from '../../api/canned-answers/contract.ts';
import { pointersOf, problemOf, sendJson } from './support/ask.ts';
import { makeStaffedPortal } from './support/portal.ts';

const answer = { name: '返送先', ja: '{{customer}} 様\n\n納品書の裏面をご覧ください。', en: '' };

async function makePortal() {
  const { staff } = await makeStaffedPortal();
  const at = '/api/canned-answers';
  return {
    list: async () => ((await (await staff.ask(at)).json()) as { answers: CannedAnswer[] }).answers,
    make: (changes: object = {}) => sendJson(staff.ask, at, { ...answer, ...changes }),
    change: (id: string, changes: object) =>
      sendJson(staff.ask, `${at}/${id}`, { ...answer, ...changes }, { method: 'PUT' }),
    remove: (id: string) => staff.ask(`${at}/${id}`, { method: 'DELETE' }),
    use: (id: string) => staff.ask(`${at}/${id}/uses`, { method: 'POST' }),
  };
}

it('ready answers are made, changed, counted and deleted', async () => {
  const { list, make, change, remove, use } = await makePortal();
  const made = (await (await make()).json()) as CannedAnswer;
  expect(await list()).toEqual([{ ...answer, id: made.id, uses: 0, changedAt: made.changedAt }]);
  expect(await (await change(made.id, { en: 'See the delivery note, {{ customer }}.' })).json()).toMatchObject({
    id: made.id,
    en: 'See the delivery note, {{ customer }}.',
  });
  expect([(await use(made.id)).status, (await use(made.id)).status]).toEqual([204, 204]);
  expect((await list())[0]?.uses).toBe(2);
  expect((await remove(made.id)).status).toBe(204);
  expect(await list()).toEqual([]);
});

it('a ready answer has a name of its own, a text, and only variables that a reply can fill', async () => {
  const { make, change } = await makePortal();
  const { id } = (await (await make({ name: '受付' })).json()) as CannedAnswer;
  await make();
  await problemOf(make(), 'name-taken', 409);
  await problemOf(change(id, {}), 'name-taken', 409);
  expect(pointersOf(await problemOf(make({ name: 'x', ja: '' }), 'invalid-input', 422))).toEqual(['#/ja']);
  const wrong = await problemOf(make({ name: 'y', en: 'Dear {{custmer}}' }), 'invalid-input', 422);
  expect(wrong.errors).toMatchObject([{ pointer: '#/en', detail: expect.stringContaining('{{customer}}') }]);
});

it('what is not there is not found', async () => {
  const { change, remove, use } = await makePortal();
  for (const answered of [change('nobody', {}), remove('nobody'), use('nobody')]) {
    await problemOf(answered, 'not-found', 404);
  }
});
