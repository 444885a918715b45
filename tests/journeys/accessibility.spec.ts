import type { Page } from '@playwright/test';
import { cast } from '../support/cast.ts';
import { threadAt } from '../support/forum-states.ts';
import { expectAccessibleInEachLook } from './accessible.ts';
import { ownPages, readPages, signInAsAsker, test as inForum } from './forum-portal.ts';
import { expect, replyAtDesk, type RunningPortal, signInAsOwner, test } from './portal.ts';
import type { Words } from './words.ts';

async function openTicket(page: Page, portal: RunningPortal, language: 'ja' | 'en', says: Words) {
  const response = await page.request.post(`${portal.url}/api/tickets`, {
    data: {
      ...cast.hanako,
      subject: says.query,
      message: says.customerWrites,
      language,
      trail: [{ kind: 'page', url: says.articlePath, title: says.article, at: Date.now() }],
    },
  });
  return (await response.json()) as { requestUrl: string; reference: string };
}

test.describe('every kind of page', () => {
  const paths = [
    '',
    'faq/exchange-size/',
    'guides/start-a-return/',
    'guides/measure-your-feet/',
    'troubleshooting/my-order-is-wrong/',
    'troubleshooting/my-order-is-wrong/#packing-slip',
    'troubleshooting/my-order-is-wrong/#send-a-photo',
    'categories/returns/',
    'guides/lace-for-wide-feet/#t=13.5',
    'posts/',
    'posts/autumn-walk/',
    'posts/tags/walks/',
    'posts/authors/ichika-kobayashi/',
    'search/',
    'contact/',
    'offline/',
    'mission/',
    'privacy/',
    'my-data/',
    'my-data/sent/',
    'notices/',
    'api-reference/',
    'no-such-page/',
  ];
  for (const path of paths) {
    test(`is accessible: ${path || 'home'}`, async ({ page, language }) => {
      // A hundred operations on one page: axe looks at some 7,000 elements, four times.
      if (path === 'api-reference/') test.slow();
      await page.goto(`/${language}/${path}`);
      await expectAccessibleInEachLook(page, path || 'home');
    });
  }

  test('is accessible: the choice of a language', async ({ browser, portal }) => {
    const crawler = await browser.newContext({ javaScriptEnabled: true, locale: 'fr-FR', baseURL: portal.url });
    const page = await crawler.newPage();
    await page.goto('/');
    await expect(page.getByRole('link')).toHaveCount(2);
    await expectAccessibleInEachLook(page, 'language choice');
    await crawler.close();
  });

  test('is accessible: a private link that does not work', async ({ page, language }) => {
    await page.goto(`/${language}/requests/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessibleInEachLook(page, 'unknown link');
  });
});

test.describe('every state', () => {
  test('is accessible: search with an answer, and with nothing', async ({ page, language, says }) => {
    await page.goto(`/${language}/`);
    await page.getByLabel(says.search).fill(says.query);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expectAccessibleInEachLook(page, 'results in the panel');
    await page.getByLabel(says.search).fill('qqqqzzzz');
    await page.locator('.search-note').getByText('qqqqzzzz').waitFor();
    await expectAccessibleInEachLook(page, 'no result in the panel');
  });

  test('is accessible: the search page with results, with nothing left by a filter, and failed', async ({
    page,
    language,
    says,
  }) => {
    const address = `/${language}/search/?q=${encodeURIComponent(says.query)}`;
    await page.goto(address);
    await page.locator('.search-results').waitFor();
    await expectAccessibleInEachLook(page, 'results on the page');
    await page.goto(`/${language}/search/?q=qqqqzzzz&kind=faq`);
    await page.locator('.filter-clear').waitFor();
    await expectAccessibleInEachLook(page, 'nothing left by a filter');
    await page.route(/\/pagefind\/|\/search\/\w+\.json/, (route) => route.abort());
    await page.goto(address);
    await page.locator('.search-failed').waitFor();
    await expectAccessibleInEachLook(page, 'search failed to load');
  });

  test('is accessible: feedback asked why, and thanked', async ({ page, says }) => {
    await page.goto(says.articlePath);
    await page.getByRole('button', { name: says.no, exact: true }).click();
    await page.getByLabel(says.reason).check();
    await expectAccessibleInEachLook(page, 'asked why');
    await page.getByRole('button', { name: says.sendReason }).click();
    await expect(page.getByRole('button', { name: says.sendReason })).toHaveCount(0);
    await expectAccessibleInEachLook(page, 'thanked');
  });

  test('is accessible: contact with suggestions, trail and errors, unreachable, and received', async ({
    page,
    language,
    says,
  }) => {
    await page.goto(says.articlePath);
    await page.goto(`/${language}/contact/`);
    await page.getByLabel(says.subject).fill(says.query);
    await page.locator('.suggestions').waitFor();
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessibleInEachLook(page, 'errors');

    await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
    await page.getByLabel(says.email).fill(cast.hanako.email);
    await page.route('**/api/tickets', (route) => route.abort());
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page.getByRole('heading', { name: says.letters.waiting })).toBeFocused();
    await expectAccessibleInEachLook(page, 'unreachable');

    await page.unroute('**/api/tickets');
    await page.getByRole('button', { name: says.letters.tryNow }).click();
    await expect(page.getByRole('heading', { name: says.letters.sent })).toBeVisible();
    await expectAccessibleInEachLook(page, 'received');
  });

  test('is accessible: a request, new and answered', async ({ page, portal, language, says, browser }) => {
    const { requestUrl, reference } = await openTicket(page, portal, language, says);
    await page.goto(`${requestUrl}#sent`);
    await expectAccessibleInEachLook(page, 'new request');

    const staff = await browser.newContext();
    const desk = await staff.newPage();
    await signInAsOwner(desk, portal, language);
    await desk.getByRole('link', { name: reference }).click();
    await replyAtDesk(desk, says);
    await expectAccessibleInEachLook(desk, 'desk with a reply');
    await staff.close();

    await page.reload();
    await expect(page.getByText(says.agentWrites)).toBeVisible();
    await expectAccessibleInEachLook(page, 'answered request');
  });

  test('is accessible: the desk, from signing in to signing out', async ({ browser, page, portal, language, says }) => {
    await openTicket(page, portal, language, says);
    const staff = await browser.newContext({ baseURL: portal.url });
    const desk = await staff.newPage();
    await signInAsOwner(desk, portal, language);
    await desk.locator('.desk-tickets').waitFor();
    await expectAccessibleInEachLook(desk, 'list');
    await desk.locator('.desk-tickets a').first().click();
    await desk.locator('.ticket').waitFor();
    await expectAccessibleInEachLook(desk, 'ticket');
    await desk.getByRole('button', { name: says.desk.signOut }).click();
    await expectAccessibleInEachLook(desk, 'sign in');
    await desk.getByLabel(says.desk.email).fill(cast.tom.email);
    await desk.getByLabel(says.desk.password).fill('a wrong password');
    await desk.getByRole('button', { name: says.desk.signIn }).click();
    await expect(desk.getByRole('alert')).toHaveText(says.desk.wrong);
    await expectAccessibleInEachLook(desk, 'wrong password');
    await desk.goto(`/desk/?again#setup=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
    await desk.getByLabel(says.desk.name).waitFor();
    await expectAccessibleInEachLook(desk, 'set-up');
    await staff.close();
  });
});

inForum.describe('every page of the forum', () => {
  for (const [name, at] of Object.entries(readPages)) {
    inForum(`is accessible: ${name}`, async ({ page, language }) => {
      await page.goto(at(language));
      await expectAccessibleInEachLook(page, name);
    });
  }
  for (const [name, at] of Object.entries(ownPages)) {
    inForum(`is accessible to who is signed in: ${name}`, async ({ page, language }) => {
      await signInAsAsker(page, language);
      await page.goto(at(language), { waitUntil: 'networkidle' });
      await expectAccessibleInEachLook(page, name);
    });
  }

  inForum('is accessible: a member, reporting, editing, and a form with errors', async ({ page, language }) => {
    await signInAsAsker(page, language);
    const thread = threadAt(language, 'solved');
    await page.goto(thread);
    const post = page.locator('.posts .forum-post').first();
    const leadsTo = async (selector: string) => (await post.locator(selector).getAttribute('href')) ?? '';
    const paths = [await leadsTo('.forum-author'), await leadsTo('[data-act=flag]')];
    paths.push((await page.locator('.thread > .forum-post [data-act=edit]').getAttribute('href')) ?? '');
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectAccessibleInEachLook(page, path);
    }
    await page.goto(thread);
    await page.locator('#reply-body').focus();
    await page.locator('.editor-tools').waitFor();
    await page.locator('#reply').getByRole('button').last().click();
    await expect(page.locator('#reply .problem')).toBeVisible();
    await expectAccessibleInEachLook(page, 'a reply without words');
  });
});
