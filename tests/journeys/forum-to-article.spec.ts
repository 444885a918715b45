import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messages as threadsSay } from '../../components/desk/moderation/threads/messages.ts';
import { pageTexts } from '../../api/forum/pages/texts.ts';
import { cast } from '../support/cast.ts';
import { type Commanded, runCommand } from '../support/command.ts';
import { copySample } from '../support/sample-copy.ts';
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
  openForum,
  openPage,
} from './forum-people.ts';
import { signInAsOwner } from './portal.ts';

const minute = 60_000;

const written = {
  ja: {
    title: '濡れた革靴はどう乾かせばよいですか',
    body: '夕立で、中までずぶ濡れになってしまいました。\nhttps://shoes.example/rain',
    answer: '新聞紙を詰めて、風通しのよい日陰で2日ほど乾かしてください。**ドライヤーは使わないでください。**',
    missing: 'ほかの聞き方',
    wordings: ['びしょ濡れの靴', '靴がなかなか乾かない', '雨のあとの手入れ', '新聞紙を詰める', '靴の中が濡れた'],
  },
  en: {
    title: 'How should I dry soaked leather shoes?',
    body: 'I was caught in a downpour, and they are wet inside.\nhttps://shoes.example/rain',
    answer: 'Stuff them with newspaper and leave them in the shade for two days. **Don’t use a hair dryer.**',
    missing: 'another wording',
    wordings: ['shoes soaked in the rain', 'drying boots', 'newspaper in shoes', 'wet inside', 'caught in a downpour'],
  },
} as const;

/** A portal on a copy of the project, since what is published here is nothing that the sample should have. */
const articleTest = forumTest.extend<{ folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  folder: async ({}, use) => {
    const sample = await copySample();
    await use(sample.folder);
    await sample.remove();
  },
  forum: async ({ folder }, use) => {
    const forum = await openForum({ folder });
    await use(forum);
    await forum.close();
  },
});

articleTest(
  'an accepted answer becomes an article, which the thread links and its readers hear of',
  async ({ browser, folder, forum, language }) => {
    articleTest.setTimeout(300_000);
    const says = written[language];
    const asker = language === 'ja' ? cast.hanako : cast.tom;
    const [member, desk] = [await openPage(browser, 390), await openPage(browser, 1280)];
    const run = (script: string, ...args: string[]): Promise<Commanded> =>
      runCommand(script, args, { DATA_DIR: forum.dataDir }, folder);
    await signInAsOwner(desk, forum, language);

    const address = await articleTest.step('a question is answered, and the answer is accepted', async () => {
      await joinForum(member, forum, asker, language);
      const address = await askAndWait(member, forum, says, language);
      await approve(desk, forum, says.title, language);
      await desk.goto(`${forum.url}${address}`);
      await answer(desk, says.answer, language);
      await expect(desk.locator('.replies .post-body strong')).toBeVisible();
      await member.reload();
      await member.getByRole('button', { name: pageTexts[language].accept }).click();
      await expect(member.getByRole('heading', { name: pageTexts[language].solvedBy })).toBeVisible();
      return address;
    });

    const page = await articleTest.step('a moderator makes a draft of it at the desk', async () => {
      await openFirst(desk, forum, says.title, 'approved');
      await desk.keyboard.press('m');
      await desk.getByRole('radio', { name: threadsSay[language].acts.draft }).check();
      await expectAccessible(desk);
      await desk.getByRole('button', { name: threadsSay[language].send, exact: true }).click();
      const said = desk.locator('.queue-said');
      await expect(said).toContainText(threadsSay[language].drafted(`faq/${language}/`));
      const [, slug = ''] = /faq\/[a-z]+\/([a-z0-9-]+)\.mdx/.exec((await said.textContent()) ?? '') ?? [];
      return `faq/${slug}`;
    });
    const file = `content/${page.replace('/', `/${language}/`)}.mdx`;

    await articleTest.step('an editor takes it into the content, and finishes it', async () => {
      const listed = await run('api/forum/articles/pull-command.ts');
      expect(listed.output).toContain(says.title);
      const pulled = await run('api/forum/articles/pull-command.ts', page);
      expect(pulled.output).toContain(file);
      expect(pulled.output, 'what is still to be written').toMatch(/asked: [1-5] more wordings/);
      let text = await readFile(join(folder, file), 'utf8');
      expect(text).toContain(`TODO ${says.missing}`);
      for (const [index, wording] of says.wordings.entries()) {
        text = text.replace(`TODO ${says.missing} ${index + 1}`, wording);
      }
      await writeFile(join(folder, file), text);
      expect((await run('site/content-check/main.ts')).output).toContain(page);
      expect((await run('site/content-check/main.ts', '--publish')).output).toContain('1 added');
      expect(await run('site/content-check/main.ts')).toMatchObject({ code: 0 });
    });

    await articleTest.step('once it is published, the thread links it and whoever follows it gets a mail', async () => {
      await forum.restart(10 * minute);
      const mail = await forum.mailTo(asker.email, `/${page}/`.replace('/faq/', `/${language}/faq/`));
      await member.goto(linkIn(mail, /http\S+\/faq\/[a-z0-9-]+\//));
      await expect(member.getByRole('heading', { level: 1 })).toHaveText(says.title);
      await expectAccessible(member);
      await member.getByRole('article').or(member.getByRole('main')).locator(`a[href="${address}"]`).click();
      await expect(member.getByText(pageTexts[language].article)).toBeVisible();
      await expect(member.locator('mado-thread').getByRole('link', { name: says.title })).toBeVisible();
      await expectAccessible(member);
    });
  },
);
