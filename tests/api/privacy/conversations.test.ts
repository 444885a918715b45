import { expect, it } from 'vitest';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { personalDataOf, requestDataOf } from '../../../api/privacy/export.ts';
import { article } from '../../support/services.ts';
import { makeDesk } from '../tickets/desk.ts';

const words = ['warehouse-word', 'tag-word', 'subject-word', 'comment-word', 'taken-back-word'];

async function makeTalkedOver() {
  const desk = await makeDesk();
  const { reference, conversationId } = await desk.received();
  const other = await desk.received({
    sender: { kind: 'post', value: '9 Far Road', name: 'Neighbour', isProven: false },
  });
  await desk.send(`${reference}/notes`, { body: 'warehouse-word' });
  await desk.send(`${reference}/articles`, { url: article.url });
  await desk.set(reference, { subject: 'subject-word', category: 'returns', tags: ['tag-word'] });
  await desk.bulk([reference, other.reference], { removeTags: ['tag-word'], priority: 'high' });
  await desk.set(reference, { tags: ['tag-word'] });
  await desk.services.db.raw.execute({
    sql: "insert into ratings (conversation_id, score, comment, created_at, changed_at) values (?, 'good', 'comment-word', 1, 1)",
    args: [conversationId],
  });
  await desk.services.db.raw.execute({
    sql: `insert into messages (id, conversation_id, channel, direction, body, created_at, taken_back_at)
      values ('m', ?, 'web', 'out', 'taken-back-word', 1, 1)`,
    args: [conversationId],
  });
  const { customerId } = await desk.read(reference);
  return { ...desk, conversationId, customerId, other };
}

it('a copy has what was said and how it was sorted, and nothing that staff say among themselves', async () => {
  const { services, conversationId, customerId } = await makeTalkedOver();
  for (const { data } of [await personalDataOf(services, customerId), await requestDataOf(services, conversationId)]) {
    const text = JSON.stringify(data);
    for (const word of ['tag-word', 'subject-word', 'comment-word', article.url]) {
      expect(text).toContain(word);
    }
    for (const word of ['warehouse-word', 'taken-back-word', '9 Far Road']) expect(text).not.toContain(word);
    expect(Object.keys(data)).not.toContain('notes');
    expect(Object.keys(data['conversation_changes']?.[0] ?? {}).sort()).toEqual([
      'createdAt',
      'id',
      'kind',
      'undoneAt',
    ]);
  }
});

it('erasing leaves none of it, and what others of the same change can be undone by', async () => {
  const { services, rows, customerId, other } = await makeTalkedOver();
  await eraseCustomer(services, { customerId, way: 'customer', accountId: null });
  const tables = await rows("select name from sqlite_schema where type = 'table' and name not like 'search%'");
  for (const { name } of tables) {
    const text = JSON.stringify(await rows(`select * from "${name as string}"`));
    for (const word of words) expect(text, name as string).not.toContain(word);
  }
  const [change] = await rows('select before from conversation_changes');
  expect(JSON.parse(change?.['before'] as string)).toMatchObject([{ id: other.conversationId }]);
  expect(await rows('select score, comment from ratings')).toEqual([{ score: 'good', comment: null }]);
});
