import { messages as dialogsSay } from '../../components/desk/moderation/dialog-messages.ts';
import { messages as itemSays } from '../../components/desk/moderation/item-messages.ts';
import { messages as queueSays } from '../../components/desk/moderation/messages.ts';
import { wayMessages as waysSay } from '../../components/desk/moderation/way-messages.ts';
import { messages as threadTexts } from '../../components/desk/tickets/thread-messages.ts';
import { pageTexts } from '../../api/forum/pages/texts.ts';
import { cast } from '../support/cast.ts';
import { expectAccessible } from './accessible.ts';
import {
  answer,
  approve,
  askAndWait,
  expect,
  forumTest,
  joinForum,
  linkIn,
  openFirst,
  openPage,
} from './forum-people.ts';
import { signInAsOwner } from './portal.ts';
import { told } from './searching.ts';
import { words } from './words.ts';

const written = {
  ja: {
    title: '交換の品がまだ届きません',
    body: '先週お願いした交換の品は、いつごろ届きますか。\nhttps://shoes.example/parcel',
    private: '届け先は長野県松本市大手9-8-7の土蔵の隣、電話は0263-00-0000です。',
    query: '大手 土蔵の隣',
    more: 'よろしくお願いします。平日の午前は留守です。',
  },
  en: {
    title: 'My exchange has not arrived',
    body: 'I asked for another size last week. When will it come?\nhttps://shoes.example/parcel',
    private: 'It goes to 12 Larkspur Lane, next to the granary, and you can ring me on 07700 900123.',
    query: 'Larkspur granary',
    more: 'Thank you. I am out on weekday mornings.',
  },
} as const;

forumTest(
  'a post with an address becomes a private request, and comes back when that is undone',
  async ({ browser, forum, language }) => {
    forumTest.setTimeout(300_000);
    const says = written[language];
    const [queue, request] = [queueSays[language], words[language]];
    const author = language === 'ja' ? cast.hanako : cast.tom;
    const [writer, desk, reader] = [
      await openPage(browser, 390),
      await openPage(browser, 1280),
      await openPage(browser, 1280),
    ];
    await signInAsOwner(desk, forum, language);

    const address = await forumTest.step('somebody writes where they live, and a moderator lets it pass', async () => {
      await joinForum(writer, forum, author, language);
      const address = await askAndWait(writer, forum, says, language);
      await approve(desk, forum, says.title, language);
      await writer.reload();
      await answer(writer, says.private, language);
      await expect(writer.getByText(pageTexts[language].standing.pending)).toBeVisible();
      await openFirst(desk, forum, says.title);
      await expect(desk.locator('.item-reasons')).toContainText(queue.reasons['contact-data']);
      await expect(desk.locator('.item-facts')).toContainText(queue.urgent);
      await desk.keyboard.press('a');
      await expect(desk.locator('.queue-said')).toContainText(waysSay[language].done.approve(says.title, 1));
      return address;
    });

    /** In the thread, in its feed and in the search of the portal. */
    const isPublic = async (isThere: boolean) => {
      const places = isThere ? 1 : 0;
      await reader.goto(`${forum.url}${address}`);
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(says.title);
      await expect(reader.getByText(says.private)).toHaveCount(places);
      const feed = await (await reader.request.get(`${forum.url}${address}feed.xml`)).text();
      expect(feed.includes(says.private)).toBe(isThere);
      await expect(async () => {
        await reader.goto(`${forum.url}/${language}/search/?q=${encodeURIComponent(says.query)}`);
        await expect(told(reader)).not.toBeEmpty();
        const found = reader.locator('main ol').getByRole('link', { name: says.title });
        await expect(found).toHaveCount(places, { timeout: 3000 });
      }).toPass({ timeout: 30_000 });
    };
    await isPublic(true);

    const reference = await forumTest.step('a moderator makes a private request of it', async () => {
      await openFirst(desk, forum, says.title, 'approved');
      await expect(desk.locator('.item-post')).toContainText(says.private);
      await desk.keyboard.press('t');
      await expectAccessible(desk);
      await desk.keyboard.press('Enter');
      const pattern = new RegExp(dialogsSay[language].ticket.done('(M-[2-9B-Z]+)'));
      await expect(desk.locator('.queue-said')).toContainText(pattern);
      return pattern.exec((await desk.locator('.queue-said').textContent()) ?? '')?.[1] ?? '';
    });
    await isPublic(false);

    await forumTest.step('its author goes on in private, by the link in the mail', async () => {
      await writer.goto(`${forum.url}/${language}/forum/own/`);
      await expect(writer.getByText(pageTexts[language].madePrivate)).toBeVisible();
      await expectAccessible(writer);
      const mail = await forum.mailTo(author.email, '/requests/');
      expect(mail.text).not.toContain(says.private);
      await writer.goto(linkIn(mail, /http\S+\/requests\/[^\s/]+\//));
      await expect(writer.getByText(says.private)).toBeVisible();
      await expectAccessible(writer);
      await writer.getByLabel(request.writeBack, { exact: true }).fill(says.more);
      await writer.getByRole('button', { name: request.send, exact: true }).click();
      await expect(writer.locator('.messages').getByText(says.more)).toBeVisible();
    });

    await forumTest.step('whoever answers tickets finds it with what was said, and where', async () => {
      const tickets = await desk.context().newPage();
      await tickets.goto(`${forum.url}/desk/`);
      await tickets.getByRole('link', { name: reference }).click();
      const messages = tickets.locator('.messages');
      await expect(messages.getByText(says.private)).toBeVisible();
      await expect(messages.getByText(says.more)).toBeVisible();
      await expect(messages.locator('[data-channel=forum]').first()).toHaveText(
        threadTexts[language].channels['forum'] ?? '',
      );
      await expect(tickets.locator('.ticket-trail').getByRole('link', { name: says.title })).toBeVisible();
      await expectAccessible(tickets);
      await tickets.close();
    });

    await forumTest.step('undone, the post is there again, and the history says so', async () => {
      await desk.keyboard.press('u');
      await expect(desk.locator('.queue-said')).toContainText(queue.undone(1));
      await isPublic(true);
      await openFirst(desk, forum, says.title, 'approved');
      for (const step of ['queued', 'approve', 'to-ticket', 'undone']) {
        await expect(desk.locator('.item-history')).toContainText(itemSays[language].events[step] ?? step);
      }
      await writer.goto(`${forum.url}/${language}/forum/own/`);
      await expect(writer.locator('.threads .forum-mark').first()).toHaveText(pageTexts[language].visibilities.visible);
    });
  },
);
