import { describe, expect, it } from 'vitest';
import { createPages } from '../../../api/http/pages.ts';
import { article, makePortal } from '../../support/services.ts';
import { sendForm } from '../support/ask.ts';
import { textAt } from '../support/html.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

const vote = { language: 'ja', kind: 'faq', slug: article.slug, helpful: 'yes' };

describe('a vote without JavaScript', () => {
  it.each([
    ['yes', 1],
    ['no', 0],
  ])('is stored, and thanked for on the page of the article: %s', async (helpful, stored) => {
    const { app, services } = await makePortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/feedback/votes', { ...vote, helpful });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`${article.url}#thanks`);
    const { rows } = await services.db.raw.execute('select * from votes');
    expect(rows).toMatchObject([
      { language: 'ja', kind: 'faq', slug: article.slug, helpful: stored, reason: null, created_at: services.clock() },
    ]);
  });

  it('that is wrong comes back on the page of the article; nothing is stored', async () => {
    const { app, services } = await makePortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/feedback/votes', { ...vote, helpful: 'perhaps' });
    expect(answer.status).toBe(422);
    expect(textAt(await answer.text(), '#feedback [data-slot="problem"] p')).toBe('入力内容をご確認ください');
    expect((await rowCounts(services.db)).votes).toBe(0);
  });

  it('on an article that is not there says so on a page', async () => {
    const { app } = await makePortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/feedback/votes', { ...vote, slug: 'no-such-article' });
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(textAt(page, 'h1')).toBe('お探しのページは見つかりませんでした');
    expect(textAt(page, '[data-slot="problem-detail"]')).toBe('検索してみてください。');
  });

  it.each([
    [{ language: '', kind: 'evil.example', slug: 'x' }],
    [{ language: 'ja', kind: '..', slug: '../desk' }],
    [{ language: 'ja', kind: 'requests', slug: 'shell' }],
  ])('shows the page of no other address than an article’s: %j', async (names) => {
    const asked: string[] = [];
    const pages = createPages(async (path) => {
      asked.push(path);
      return null;
    });
    const { app } = await makePortal({ pages });
    expect((await sendForm(app.request, '/api/feedback/votes', { ...vote, ...names })).status).toBe(422);
    expect(asked).toEqual(['/ja/problem/']);
  });
});
