import { expect, it } from 'vitest';
import { appeal } from '../../../api/moderation/appeal.ts';
import { flagPost } from '../../../api/moderation/flags.ts';
import { sanction } from '../../../api/moderation/sanctions.ts';
import { erasePerson } from '../../../api/privacy/erase.ts';
import { dataOfPerson } from '../../../api/privacy/export.ts';
import { makeModeration } from './some-moderation.ts';

const words = /Hidcote|bunions|sister/;

it('what moderation holds of a member is in their copy without who flagged or decided, and its words go when they are erased', async () => {
  const forum = await makeModeration();
  const { services, tom, rose, mia } = forum;
  const thread = await forum.thread();
  const [post, other] = [await forum.post(thread.id, tom), await forum.post(thread.id, rose)];
  await flagPost(services, post, { reason: 'private', detail: 'Rose says so' }, rose);
  await flagPost(services, other, { reason: 'rude', detail: 'My sister is no fool.' }, tom);
  const { id } = await forum.verdict('hide', [post], mia, { note: 'You live in Hidcote.' });
  await appeal(services, id, { body: 'It is about my bunions.' }, tom);
  await sanction(services, tom.id, { version: 1, kind: 'warning', reason: 'Not about Hidcote.' }, mia);

  const copy = JSON.stringify(await dataOfPerson(services, { kind: 'member', id: tom.id }));
  for (const said of ['You live in Hidcote.', 'my bunions', 'My sister', 'Not about Hidcote.'])
    expect(copy).toContain(said);
  for (const hidden of ['Rose says so', rose.id, mia.id]) expect(copy).not.toContain(hidden);

  await erasePerson(services, { kind: 'member', id: tom.id }, { way: 'staff', accountId: null });
  const tables = [
    'review_reasons',
    'review_events',
    'moderation_decisions',
    'appeals',
    'sanctions',
    'outbox',
    'spam_verdicts',
  ];
  const everything = await Promise.all(tables.map((table) => forum.rows(`select * from ${table}`)));
  expect(JSON.stringify(everything)).not.toMatch(words);
  // What others did stays countable.
  expect(await forum.row('reviewables', 'subject_id = ?', post)).toMatchObject({
    state: 'pending',
    verdict: 'rejected',
  });
});
