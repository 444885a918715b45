import type { Locator } from '@playwright/test';
import { messages as accountSays } from '../../components/account/messages.ts';
import { messages as actsSay } from '../../components/forum/act-messages.ts';
import { messages as asksSay } from '../../components/forum/ask-messages.ts';
import { messages as threadSays } from '../../components/forum/news-messages.ts';
import { messages as similarSays } from '../../components/forum/similar-messages.ts';
import { messages as searchSays } from '../../components/search/messages.ts';
import { forumTexts } from '../../site/forum/texts.ts';
import { memberTexts } from '../../site/members/texts.ts';
import { pageTexts } from '../../api/forum/pages/texts.ts';
import { cast } from '../support/cast.ts';
import { expectAccessible } from './accessible.ts';
import { answer, approve, ask, expect, forumTest, joinForum, linkIn, openPage, write } from './forum-people.ts';
import { signInAsOwner } from './portal.ts';
import { words } from './words.ts';

/** With a link to another site, which a newcomer's post is looked at for. */
const written = {
  ja: {
    name: 'はな',
    earlier: '靴底の張り替えはどこに頼めますか',
    title: '靴底の張り替えをお願いした方はいますか',
    body: '半年履いて、かかとがすり減ってきました。頼んだ方がいれば、様子を教えてください。\nhttps://shoes.example/soles',
    answer: '商品ページに↻マークのある靴なら、1足につき1回、張り替えを承ります。',
    other: { name: 'のぞみ', email: 'nozomi@example.jp' },
    solution: '春に頼んで、三週間ほどで戻ってきました。\nhttps://shoes.example/spring',
    query: '靴底 張り替え お願いした方',
  },
  en: {
    name: 'Tom',
    earlier: 'Where can I have soles replaced?',
    title: 'Has anybody had the soles replaced?',
    body: 'After half a year the heels are worn down. I would like to hear how it went.\nhttps://shoes.example/soles',
    answer: 'Look for the ↻ mark on the page of the shoe: with it, we replace the soles once per pair.',
    other: { name: 'Rose', email: 'rose@example.com' },
    solution: 'I sent mine in spring, and had them back after three weeks.\nhttps://shoes.example/spring',
    query: 'anybody soles replaced',
  },
} as const;

forumTest(
  'a member registers, asks, is answered by staff and by another member, accepts that, and it is found',
  async ({ browser, forum: portal, language }) => {
    forumTest.setTimeout(300_000);
    const { email } = language === 'ja' ? cast.hanako : cast.tom;
    const [forum, members, post] = [forumTexts(language), memberTexts(language), written[language]];
    const [acts, asks, live, page] = [actsSay[language], asksSay[language], threadSays[language], pageTexts[language]];
    const [member, staff, other] = [
      await openPage(browser, 390),
      await openPage(browser, 1280),
      await openPage(browser, 1280),
    ];
    await signInAsOwner(staff, portal, language);
    await ask(staff, portal, { title: post.earlier, body: post.answer }, language);
    await expect(staff.getByRole('heading', { level: 1 })).toHaveText(post.earlier);

    await forumTest.step('registering leads back to where they came from', async () => {
      await member.goto(`${portal.url}/${language}/forum/new/`);
      await expectAccessible(member);
      await member.getByRole('main').getByRole('link', { name: page.join }).click();
      await expectAccessible(member);
      await member.getByLabel(members.join.email).fill(email);
      await member.getByRole('button', { name: members.join.send }).click();
      await expect(member.getByRole('heading', { level: 1, name: members.sent.title })).toBeVisible();
      await expectAccessible(member);
      await member.goto(linkIn(await portal.mailTo(email, '#registration='), /http\S+#registration=\S+/));
      await member.getByLabel(accountSays[language].name, { exact: true }).fill(post.name);
      await expectAccessible(member);
      await member.getByRole('button', { name: accountSays[language].registration.submit }).click();
      await member.waitForURL(`**/${language}/forum/new/`);
    });

    await forumTest.step('while the title is typed, articles and threads about the same are shown', async () => {
      await member.getByLabel(forum.new.board).selectOption('shoes');
      const similar = member.getByRole('region', { name: similarSays[language].title });
      await expect(async () => {
        // The earlier thread is found a moment after it was posted.
        await member.getByLabel(forum.new.heading, { exact: true }).fill('');
        await member.getByLabel(forum.new.heading, { exact: true }).pressSequentially(post.title);
        await expect(similar.getByRole('listitem').filter({ hasText: post.earlier })).toContainText(
          similarSays[language].thread,
          { timeout: 4000 },
        );
      }).toPass();
      await expect(similar.getByText(similarSays[language].article).first()).toBeVisible();
      await expectAccessible(member);
    });

    const address = await forumTest.step('a first question waits for a moderator, and says so', async () => {
      await write(member, post.body, language);
      await expectAccessible(member);
      await member.getByRole('button', { name: forum.new.send }).click();
      await expect(member.getByText(asks.pending)).toBeVisible();
      await expectAccessible(member);
      await member.getByRole('link', { name: asks.see }).click();
      await expect(member.getByText(page.standing.pending)).toBeVisible();
      return member.url();
    });

    await forumTest.step('it is approved by keyboard, and staff says something', async () => {
      await approve(staff, portal, post.title, language);
      await member.reload();
      await expect(member.getByText(page.standing.pending)).toBeHidden();
      await staff.goto(address);
      await answer(staff, post.answer, language);
      await expect(staff.locator('.posts').getByText(post.answer)).toBeVisible();
      await expectAccessible(staff);
      await hearsOfReply();
      await expect(member.locator('.posts').getByText(page.official)).toBeVisible();
    });

    /** Whoever asked, where they are. */
    async function hearsOfReply() {
      await expect(member.getByText(live.newReplies(1)).first()).toBeVisible();
      await expectAccessible(member);
      await member.getByRole('button', { name: live.show }).click();
    }

    await forumTest.step('another member’s answer is approved, too, and is the one that is accepted', async () => {
      await joinForum(other, portal, post.other, language);
      await other.goto(address);
      await answer(other, post.solution, language);
      await expect(other.getByText(page.standing.pending)).toBeVisible();
      await approve(staff, portal, post.title, language);
      await hearsOfReply();
      const [solution = ''] = post.solution.split('\n');
      const shown = member.locator('.forum-post', { hasText: solution });
      await shown.getByRole('button', { name: page.accept }).click();
      await expect(member.getByRole('region', { name: page.solvedBy })).toContainText(solution);
      await expect(member.getByText(acts.accepted)).toBeAttached();
      await expectAccessible(member);
    });

    await forumTest.step('it is found in the search box, as a thread that is solved', async () => {
      await other.goto(`${portal.url}/${language}/`);
      const box = other.getByLabel(words[language].search);
      const found: Locator = other.getByRole('option').filter({ hasText: post.title });
      await expect(async () => {
        await box.fill('');
        await box.fill(post.query);
        await expect(found).toContainText(searchSays[language].forum, { timeout: 3000 });
        await expect(found).toContainText(searchSays[language].solved, { timeout: 100 });
      }).toPass({ timeout: 30_000 });
      await expectAccessible(other);
      await found.click();
      await expect(other).toHaveURL(new RegExp(new URL(address).pathname));
    });

    await forumTest.step('their own posts are on their page, from which they sign out', async () => {
      await member.goto(`${portal.url}/${language}/forum/own/`);
      await expect(member.locator('.own-posts .threads').getByRole('link', { name: post.title })).toBeVisible();
      await expect(member.locator('.own-subscriptions').getByRole('link', { name: post.title })).toBeVisible();
      await expectAccessible(member);
      await member.getByRole('button', { name: forum.signOut }).click();
      await member.goto(address);
      await expect(member.getByRole('main').getByRole('link', { name: page.signIn })).toBeVisible();
    });
  },
);
