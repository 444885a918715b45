import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { createPages } from '../../../api/http/pages.ts';
import { routesOf } from '../../../api/access/routes.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import { dangersIn } from '../support/html.ts';

const pages = createPages(async (path) =>
  /^\/(ja|en)\/api-reference\/$/.test(path)
    ? '<!doctype html><html lang="en"><body><nav data-slot="contents"></nav><main><div data-slot="operations"></div><h2 id="schemas">Schemas</h2><div data-slot="schemas"></div></main></body></html>'
    : null,
);

async function readReference() {
  const portal = await makePortal({ pages });
  const answer = await portal.app.request('/en/api-reference/');
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  const text = await answer.text();
  return { ...portal, text, page: parse(text) };
}

/** A text as readers see it. */
function shown(text = ''): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

describe('the reference', () => {
  it('shows every operation with its address, who may, and what it answers', async () => {
    const { app, page } = await readReference();
    const addresses = page.querySelectorAll('.reference-address').map(({ textContent }) => shown(textContent));
    expect(addresses).toHaveLength(routesOf(app).length);
    expect(addresses).toContain('PUT /api/tickets/{reference}/state');
    const move = page.querySelector('[aria-labelledby=putApiTicketsReferenceState]');
    expect(shown(move?.querySelector('.reference-access')?.textContent)).toBe(
      'For staff who are signed in as owner, agent.',
    );
    expect(move?.querySelectorAll('.reference-answers dt').map(({ textContent }) => textContent)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
      '503',
      '507',
    ]);
    const request = page.querySelector('[aria-labelledby=postLanguageRequestsTokenMessages]');
    expect(shown(request?.querySelector('.reference-access')?.textContent)).toBe('For whoever holds the private link.');
  });

  it('has something at the end of each of its links, and no two places of one name', async () => {
    const { page } = await readReference();
    const ids = page.querySelectorAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = page.querySelectorAll('a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1));
    expect(links.length).toBeGreaterThan(40);
    for (const link of links) expect(ids).toContain(link);
  });

  it('says what a field is, within its bounds, down to fields within fields', async () => {
    const { page } = await readReference();
    const fields =
      page.querySelector('[aria-labelledby=postApiTickets]')?.querySelectorAll('.reference-fields > div') ?? [];
    const field = (name: string) =>
      fields.find((one) => one.querySelector('dt code')?.textContent === name)?.textContent;
    expect(shown(field('message'))).toMatch(/text, 1 to 5000 characters/);
    expect(shown(field('language'))).toMatch(/one of ja, en/);
    expect(shown(field('trail'))).toMatch(/list of object, at most 40 of them[\s\S]*reached/);
  });

  it('runs nothing and loads nothing', async () => {
    expect(dangersIn((await readReference()).text)).toEqual([]);
  });

  it('is found without a language, and is a page that is missing where the site has none', async () => {
    const { app } = await readReference();
    const answer = await app.request('/api/reference/', { headers: { 'Accept-Language': 'en' } });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/en/api-reference/']);
    await problemOf((await makePortal()).app.request('/ja/api-reference/'), 'not-found', 404);
  });
});
