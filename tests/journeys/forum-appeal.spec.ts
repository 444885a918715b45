import type { Page } from '@playwright/test';
import { messages as dialogsSay } from '../../components/desk/moderation/dialog-messages.ts';
import { messages as itemSays } from '../../components/desk/moderation/item-messages.ts';
import { messages as membersSay } from '../../components/desk/moderation/members/messages.ts';
import { messages as queueSays } from '../../components/desk/moderation/messages.ts';
import { wayMessages as waysSay } from '../../components/desk/moderation/way-messages.ts';
import { messages as actsSay } from '../../components/forum/act-messages.ts';
import { messages as ownSays } from '../../components/forum/own-messages.ts';
import { appealTexts } from '../../api/forum/pages/own-appeal.ts';
import { pageTexts } from '../../api/forum/pages/texts.ts';
import { cast } from '../support/cast.ts';
import { expectAccessible } from './accessible.ts';
import {
  answer,
  approve,
  askAndWait,
  expect,
  inviteModerator,
  forumTest,
  joinForum,
  linkIn,
  openFirst,
  openPage,
} from './forum-people.ts';
import { signInAsOwner } from './portal.ts';

const minute = 60_000;

/** Links to other sites, which newcomers’ posts are looked at for: so that both wait, however they are typed. */
const written = {
  ja: {
    title: '雨の日に履いた靴の乾かし方',
    body: '濡れた靴を早く乾かすには、どうすればよいですか。\nhttps://shoes.example/rain',
    reply: 'ドライヤーはだめですよ、と何度も書かれています。\nhttps://shoes.example/dry',
    flag: '言い方がきつく感じました。',
    appeal: 'きつく言うつもりはありませんでした。乾かし方そのものは正しいはずです。',
    rule: '思いやりのあることばで',
    role: '管理者',
    restored: 'ご投稿は掲載いたします',
    agreed: 'ご報告のとおり',
    disagreed: 'ガイドラインに反していない',
    gentle: { name: 'のぞみ', email: 'nozomi@example.jp' },
    second: { name: '高橋 澪', email: 'mio@aruku.example' },
  },
  en: {
    title: 'How do I dry shoes after rain?',
    body: 'Mine are soaked, and I would like to wear them tomorrow.\nhttps://shoes.example/rain',
    reply: 'As has been said a hundred times: no hair dryer.\nhttps://shoes.example/dry',
    flag: 'That is no way to talk to somebody who asks.',
    appeal: 'I did not mean to be harsh, and what I said about drying is right.',
    rule: 'Be kind',
    role: 'An owner',
    restored: 'your post is shown',
    agreed: 'You were right',
    disagreed: 'it may stay',
    gentle: { name: 'Rose', email: 'rose@example.com' },
    second: { name: 'Mia Wood', email: 'mia@aruku.example' },
  },
} as const;

forumTest(
  'a post is reported, hidden by a rule, appealed for, and shown again by another moderator',
  async ({ browser, forum, language }) => {
    forumTest.setTimeout(300_000);
    const says = written[language];
    const appeals = appealTexts[language];
    const [items, queue, own, dialogs] = [
      itemSays[language],
      queueSays[language],
      ownSays[language],
      dialogsSay[language],
    ];
    const author = language === 'ja' ? cast.hanako : cast.tom;
    const [asker, writer, desk, second, reader] = (await Promise.all(
      [390, 390, 1280, 1280, 1280].map(async (width) => openPage(browser, width)),
    )) as [Page, Page, Page, Page, Page];
    await signInAsOwner(desk, forum, language);
    await inviteModerator(desk, forum, { page: second, ...says.second, password: 'a quiet evening walk' }, language);

    const address = await forumTest.step('somebody asks, and somebody else answers', async () => {
      await joinForum(asker, forum, says.gentle, language);
      const address = await askAndWait(asker, forum, says, language);
      await approve(desk, forum, says.title, language);
      await joinForum(writer, forum, author, language);
      await writer.goto(`${forum.url}${address}`);
      await answer(writer, says.reply, language);
      await expect(writer.getByText(pageTexts[language].standing.pending)).toBeVisible();
      await approve(desk, forum, says.title, language);
      return address;
    });
    const reply = says.reply.split('\n')[0] ?? '';
    const isShown = async (isThere: boolean) => {
      await reader.goto(`${forum.url}${address}`);
      await expect(reader.locator('.post-body', { hasText: reply })).toHaveCount(isThere ? 1 : 0);
    };
    await isShown(true);

    await forumTest.step('whoever asked reports the answer with a reason', async () => {
      await asker.goto(`${forum.url}${address}`);
      await asker.locator('.forum-post', { hasText: reply }).locator('[data-act=flag]').click();
      await asker.getByLabel(actsSay[language].reasons.rude).check();
      await asker.getByRole('textbox', { name: actsSay[language].detail }).fill(says.flag);
      await expectAccessible(asker);
      await asker.getByRole('button', { name: actsSay[language].send, exact: true }).click();
      await expect(asker.getByText(actsSay[language].flagged)).toBeVisible();
    });

    await forumTest.step('a moderator hides it by a rule, takes that back, and hides it after all', async () => {
      await openFirst(desk, forum, says.title);
      await expect(desk.locator('.item-reasons')).toContainText(queue.reasons.rude);
      await expect(desk.locator('.item-reasons')).toContainText(says.flag);
      await expect(desk.locator('.item-reasons')).toContainText(items.flaggedBy(says.gentle.name));
      await hide();
      await isShown(false);
      await desk.keyboard.press('u');
      await expect(desk.locator('.queue-said')).toContainText(queue.undone(1));
      await isShown(true);
      await hide();
      await isShown(false);
    });

    async function hide() {
      await expect(desk.locator('.ticket-title')).toHaveText(says.title);
      await desk.keyboard.press('h');
      await expect(desk.getByRole('radio', { name: says.rule })).toBeChecked();
      await expectAccessible(desk);
      await desk.keyboard.press('1');
      await expect(desk.locator('.queue-said')).toContainText(waysSay[language].done.hide(says.title, 1));
    }

    await forumTest.step('its author learns by which rule and role, and appeals', async () => {
      await forum.restart(3 * minute);
      const mail = await forum.mailTo(author.email, says.rule);
      expect(mail.text).toContain(says.role);
      await writer.goto(linkIn(mail, /http\S+\/forum\/own\//));
      await expect(writer.getByRole('link', { name: says.rule })).toBeVisible();
      await expect(writer.locator('.own-posts')).toContainText(pageTexts[language].decidedBy.owner);
      await writer.locator('summary', { hasText: appeals.appeal }).click();
      await writer.getByLabel(appeals.label).fill(says.appeal);
      await expectAccessible(writer);
      await writer.getByRole('button', { name: appeals.send, exact: true }).click();
      await expect(writer.getByText(own.appealed)).toBeVisible();
      await learns(says.agreed);
    });

    /** Whoever reported it. */
    async function learns(outcome: string) {
      await asker.goto(`${forum.url}/${language}/forum/own/`);
      await expect(asker.locator('mado-own-posts')).toContainText(outcome);
      await expectAccessible(asker);
    }

    await forumTest.step('another moderator shows it again, takes that back, and answers once more', async () => {
      await openFirst(second, forum, says.title, 'appeals');
      await reverse();
      await isShown(true);
      await second.keyboard.press('u');
      await expect(second.locator('.queue-said')).toContainText(queue.undone(1));
      await isShown(false);
      await reverse();
      await isShown(true);
    });

    async function reverse() {
      await expect(second.locator('.item-appeal')).toContainText(says.appeal);
      await second.keyboard.press('a');
      await expectAccessible(second);
      await second.keyboard.press('Control+Enter');
      await expect(second.locator('.queue-said')).toContainText(dialogs.appeal.done.reversed(says.title));
    }

    await forumTest.step('its author and whoever reported it learn of that', async () => {
      await forum.restart(3 * minute);
      const mail = await forum.mailTo(author.email, says.restored);
      await writer.goto(linkIn(mail, /http\S+\/forum\/own\//));
      await expect(writer.getByText(appeals.states.reversed)).toBeVisible();
      await learns(says.disagreed);
    });

    await forumTest.step('the record of whoever reported it counts that, and the history has every step', async () => {
      await openFirst(second, forum, says.title, 'approved');
      for (const step of ['queued', 'approve', 'flagged', 'hide', 'undone', 'appealed', 'reverse']) {
        await expect(second.locator('.item-history')).toContainText(items.events[step] ?? step);
      }
      await expect(second.locator('.item-reasons')).toContainText(items.byAuthor);
      await expect(second.locator('.item-history')).toContainText(says.rule);
      await expectAccessible(second);
      await second.locator('.context-posts').getByRole('link', { name: says.gentle.name }).click();
      await expect(second.locator('.member-facts')).toContainText(membersSay[language].flags(0, 1));
    });
  },
);
