import { rm } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { messages as accountSays } from '../../components/account/messages.ts';
import { messages as actsSay } from '../../components/forum/act-messages.ts';
import { messages as asksSay } from '../../components/forum/ask-messages.ts';
import { messages as threadSays } from '../../components/forum/messages.ts';
import { forumTexts } from '../../site/forum/texts.ts';
import { memberTexts } from '../../site/members/texts.ts';
import { pageTexts } from '../../api/forum/pages/texts.ts';
import { cast } from '../support/cast.ts';
import { startPortal } from '../support/portal-process.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { expectAccessible } from './accessible.ts';
import { expect, signInAsOwner, test } from './portal.ts';

/** With a link to another site, which a newcomer's post is looked at for. */
const written = {
  ja: {
    name: 'はな',
    title: '中敷きだけを買い足すことはできますか',
    body: '半年履いて、中敷きだけがへたってきました。同じものを買い足せるか教えてください。\nhttps://shoes.example/insoles',
    answer: 'はい、中敷きだけでもお求めいただけます。商品ページの下のほうからお選びください。',
  },
  en: {
    name: 'Tom',
    title: 'Can I buy just the insoles again?',
    body: 'After half a year the insoles are worn out, but the shoes are fine. Can I order the same ones?\nhttps://shoes.example/insoles',
    answer: 'Yes, you can order the insoles alone: they are near the end of the page of each shoe.',
  },
} as const;

test('a member registers, asks, is answered by staff, and accepts the answer', async ({ browser, language }) => {
  test.setTimeout(180_000);
  const smtp = await startSmtp();
  const portal = await startPortal({ env: { SMTP_URL: smtp.url } });
  const { email } = language === 'ja' ? cast.hanako : cast.tom;
  const [forum, members, post] = [forumTexts(language), memberTexts(language), written[language]];
  const [acts, asks, live, page] = [actsSay[language], asksSay[language], threadSays[language], pageTexts[language]];
  const member = await open(browser, 390);
  const staff = await open(browser, 1280);
  await signInAsOwner(staff, portal, language);

  await test.step('registering leads back to where they came from', async () => {
    await member.goto(`${portal.url}/${language}/forum/new/`);
    await expectAccessible(member);
    await member.getByRole('main').getByRole('link', { name: page.join }).click();
    await expectAccessible(member);
    await member.getByLabel(members.join.email).fill(email);
    await member.getByRole('button', { name: members.join.send }).click();
    await expect(member.getByRole('heading', { level: 1, name: members.sent.title })).toBeVisible();
    await expectAccessible(member);
    await expect.poll(() => linkIn(smtp)).toBeTruthy();
    await member.goto(linkIn(smtp) ?? '');
    await member.getByLabel(accountSays[language].name, { exact: true }).fill(post.name);
    await expectAccessible(member);
    await member.getByRole('button', { name: accountSays[language].registration.submit }).click();
    await member.waitForURL(`**/${language}/forum/new/`);
  });

  const address = await test.step('a first question waits for a moderator, and says so', async () => {
    await member.getByLabel(forum.new.board).selectOption('shoes');
    await member.getByLabel(forum.new.heading, { exact: true }).fill(post.title);
    await member.getByLabel(forum.body, { exact: true }).fill(post.body);
    await expectAccessible(member);
    await member.getByRole('button', { name: forum.new.send }).click();
    await expect(member.getByText(asks.pending)).toBeVisible();
    await expectAccessible(member);
    await member.getByRole('link', { name: asks.see }).click();
    await expect(member.getByText(page.standing.pending)).toBeVisible();
    return member.url();
  });

  await test.step('it is approved, and staff answers', async () => {
    const { reviewables } = (await (await staff.request.get(`${portal.url}/api/moderation/reviewables`)).json()) as {
      reviewables: { id: string; version: number }[];
    };
    const items = reviewables.map(({ id, version }) => ({ id, version }));
    const decided = await staff.request.post(`${portal.url}/api/moderation/decisions`, {
      headers: { Origin: portal.url },
      data: { items, action: 'approve' },
    });
    expect(decided.status()).toBe(201);
    await member.reload();
    await expect(member.getByText(page.standing.pending)).toBeHidden();

    await staff.goto(address);
    await staff.getByLabel(forum.body, { exact: true }).fill(post.answer);
    await staff.getByRole('button', { name: forum.sendReply }).click();
    await expect(staff.locator('.posts').getByText(post.answer)).toBeVisible();
    await expectAccessible(staff);
  });

  await test.step('whoever asked hears of it where they are, and accepts it', async () => {
    await expect(member.getByText(live.newReplies(1)).first()).toBeVisible();
    await expectAccessible(member);
    await member.getByRole('button', { name: live.show }).click();
    await expect(member.locator('.posts').getByText(page.official)).toBeVisible();
    await member.getByRole('button', { name: page.accept }).click();
    await expect(member.getByRole('heading', { name: page.solvedBy })).toBeVisible();
    await expect(member.getByText(acts.accepted)).toBeAttached();
    await expectAccessible(member);
  });

  await test.step('their own posts are on their page, from which they sign out', async () => {
    await member.goto(`${portal.url}/${language}/forum/own/`);
    await expect(member.locator('.own-posts .threads').getByRole('link', { name: post.title })).toBeVisible();
    await expect(member.locator('.own-subscriptions').getByRole('link', { name: post.title })).toBeVisible();
    await expectAccessible(member);
    await member.getByRole('button', { name: forum.signOut }).click();
    await member.goto(address);
    await expect(member.getByRole('main').getByRole('link', { name: page.signIn })).toBeVisible();
  });

  await portal.stop();
  await smtp.close();
  await rm(portal.dataDir, { recursive: true, force: true });
});

/** What the mail to a new member leads to, once it is there. */
function linkIn({ mails }: TestSmtp): string | undefined {
  return mails.map(({ text }) => /http\S+\/members\/link\/#registration=\S+/.exec(text)?.[0]).find(Boolean);
}

async function open(browser: Browser, width: number): Promise<Page> {
  return (await browser.newContext({ viewport: { width, height: 844 } })).newPage();
}
