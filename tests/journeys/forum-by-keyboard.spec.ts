import { forumTexts } from '../../site/forum/texts.ts';
import { threadAt } from '../support/forum-states.ts';
import { signInAsAsker, test } from './forum-portal.ts';
import { expect, tabTo } from './portal.ts';

const words = { ja: '川辺の中敷きは別売りです。', en: 'Those of the Riverside are sold alone.' };

test('the keyboard alone leads from the forum to an answer of one’s own', async ({ quietPage: page, language }) => {
  const { keyboard } = page;
  const says = forumTexts(language);
  const path = threadAt(language, 'unanswered');
  await signInAsAsker(page, language);
  await page.goto(`/${language}/forum/`);
  await tabTo(page, page.locator(`.threads a[href="${path}"]`));
  await keyboard.press('Enter');
  await page.waitForURL(`**${path}`);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByRole('main').locator('[data-act=quote]').first());
  await keyboard.press('Enter');
  await expect(page.locator('#reply-body')).toBeFocused();
  await page.locator('.editor-tools').waitFor();
  await keyboard.insertText(words[language]);
  await tabTo(page, page.getByRole('button', { name: says.sendReply }));
  await keyboard.press('Enter');
  const posted = page.locator('.posts .forum-post').last();
  await expect(posted).toBeFocused();
  await expect(posted).toContainText(words[language]);
  await tabTo(page, posted.locator('[data-act=edit]'));
  await keyboard.press('Enter');
  await expect(posted.locator('textarea')).toBeFocused();
});
