import { describe, expect, it } from 'vitest';
import { article, makePortal } from '../support/services.ts';
import { problemOf, sendJson } from './support/ask.ts';

const vote = { language: 'ja', kind: 'faq', slug: article.slug, helpful: 'no' } as const;

async function makeVoters() {
  const portal = await makePortal();
  return {
    ...portal,
    stored: async () => {
      const { rows } = await portal.services.db.raw.execute('select helpful, reason, comment from votes order by id');
      return rows.map((row) => ({ helpful: row['helpful'], reason: row['reason'], comment: row['comment'] }));
    },
  };
}

describe('a vote on an article', () => {
  it('may bring its reason along', async () => {
    const { api, stored } = await makeVoters();
    const answer = await api.feedback.votes.$post({ json: { ...vote, reason: 'unclear', comment: ' 図がほしい ' } });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(await stored()).toEqual([{ helpful: 0, reason: 'unclear', comment: '図がほしい' }]);
  });

  it('may be given its reason later, by whoever knows its id, and only that vote gets it', async () => {
    const { api, stored } = await makeVoters();
    await api.feedback.votes.$post({ json: { ...vote, helpful: 'yes' } });
    const { id } = await (await api.feedback.votes.$post({ json: vote })).json();
    const answer = await api.feedback.votes[':id'].reason.$put({ param: { id }, json: { reason: 'outdated' } });
    expect(answer.status).toBe(204);
    const votes = await stored();
    expect(votes).toHaveLength(2);
    expect(votes).toContainEqual({ helpful: 1, reason: null, comment: null });
    expect(votes).toContainEqual({ helpful: 0, reason: 'outdated', comment: null });
  });

  it('sent again with the same key is one vote with one id', async () => {
    const { api, stored } = await makeVoters();
    const headers = { 'Idempotency-Key': 'a-key-of-a-reader' };
    const send = async () => (await api.feedback.votes.$post({ json: vote }, { headers })).json();
    const [first, racing] = await Promise.all([send(), send()]);
    expect(racing).toEqual(first);
    expect(await send()).toEqual(first);
    expect(await stored()).toHaveLength(1);
  });

  it('of the same mind by two readers is two votes', async () => {
    const { api, stored } = await makeVoters();
    await api.feedback.votes.$post({ json: vote });
    await api.feedback.votes.$post({ json: vote });
    expect(await stored()).toHaveLength(2);
  });

  it('keeps its reason when another one is refused', async () => {
    const { app, api, stored } = await makeVoters();
    const { id } = await (await api.feedback.votes.$post({ json: { ...vote, reason: 'unclear' } })).json();
    const wrong = { reason: 'boring', comment: 'あ'.repeat(1001) };
    const answer = sendJson(app.request, `/api/feedback/votes/${id}/reason`, wrong, { method: 'PUT' });
    await problemOf(answer, 'invalid-input', 422);
    expect(await stored()).toMatchObject([{ reason: 'unclear' }]);
  });
});
