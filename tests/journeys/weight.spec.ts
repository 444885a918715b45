import { weighPage } from '../support/page-weight.ts';
import { expect, test } from './portal.ts';

const budget = { htmlAndCss: 25_000, script: 15_000 };

test('an article needs at most 25 kB of HTML and CSS and 15 kB of script before it is touched', async ({
  browser,
  portal,
  says,
  language,
}) => {
  for (const path of [
    says.articlePath,
    `/${language}/guides/start-a-return/`,
    `/${language}/troubleshooting/my-order-is-wrong/`,
  ]) {
    const weight = await weighPage(browser, `${portal.url}${path}`);
    expect(weight.htmlAndCss, path).toBeGreaterThan(2000);
    expect(weight.htmlAndCss, path).toBeLessThanOrEqual(budget.htmlAndCss);
    expect(weight.script, path).toBeLessThanOrEqual(budget.script);
  }
});
