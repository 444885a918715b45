import type { Browser } from 'playwright';
import { openPortal } from './built-portal.ts';
import { corpusArticles } from './corpus.ts';
import { ask, openEngines } from './engines.ts';
import { knownItems } from './headings.ts';
import { dataFile } from './needs.ts';
import { passages } from './passages.ts';
import { asSentences, withTypos } from './phrasings.ts';
import { head } from './scores.ts';
import { say } from './say.ts';

/** How many queries of a kind at most. */
const most = 300;

/** Documentation pages nobody made for this search: headings as queries, the page they stand on as the answer. */
export async function knownItemsTable(browser: Browser): Promise<void> {
  for (const language of ['en', 'ja'] as const) {
    const articles = await corpusArticles(dataFile('corpus/astro-docs.tar.gz'), language);
    const items = knownItems(articles);
    const queries = [
      ...items.slice(0, most),
      ...(language === 'en' ? withTypos(items).slice(0, most) : []),
      ...asSentences(items, language).slice(0, most),
      ...passages(articles).slice(0, most),
    ];
    const portal = await openPortal(`corpus-${language}`, articles);
    say(
      `\nKnown items, ${language}: ${articles.length} pages of documentation, nothing listed as asked; up to ${most} of the ` +
        `${items.length} headings (h2, h3) that stand on one page only, each to find its page,\nwhich for us are phrases of the question index; and a few words of the running text, which are not\n${head}`,
    );
    for (const engine of await openEngines(browser, portal, language)) {
      await ask(engine, queries);
      await engine.close();
    }
    await portal.stop();
  }
}
