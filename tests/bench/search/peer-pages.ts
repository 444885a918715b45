import { readFile } from 'node:fs/promises';
import type { Language } from '../../../content/schema/languages.ts';
import { wholeIndexOptions } from './whole-index.ts';

/*
 * The least page on which a peer can be typed into: it begins to load when its field gets the focus, and lists titles.
 * Pagefind, which may have to fetch for a query, waits for another key first; less than its own interface does (300 ms).
 */

const pagefindPauseMs = 120;
const most = 5;

export function pagefindPage(language: Language): string {
  return page(
    language,
    `const load = async () => {
      const pagefind = await import('/pagefind/pagefind.js');
      await pagefind.init();
      return async (query) => {
        const { results } = await pagefind.search(query);
        const pages = await Promise.all(results.slice(0, ${most}).map((hit) => hit.data()));
        return pages.map(({ meta }) => meta.title);
      };
    };`,
    pagefindPauseMs,
  );
}

/** The library is in the page already: only the index is fetched, in one request. */
export async function wholeIndexPage(language: Language): Promise<string> {
  const library = await readFile(new URL(import.meta.resolve('minisearch')), 'utf8');
  return page(
    language,
    `${library.replace(/export \{[^}]*\};/, '').replaceAll('</script', '<\\/script')}
    ${wholeIndexOptions.toString()}
    const load = async () => {
      const text = await (await fetch('/whole-index-${language}.json')).text();
      const index = MiniSearch.loadJSON(text, wholeIndexOptions('${language}'));
      return async (query) => index.search(query).slice(0, ${most}).map(({ title }) => title);
    };`,
    0,
  );
}

function page(language: Language, script: string, pauseMs: number): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Peer</title>
<input autocomplete="off"><ul></ul><script type="module">
${script}
const [field, list] = [document.querySelector('input'), document.querySelector('ul')];
let loading;
let timer;
field.addEventListener('focus', () => (loading ??= load()));
const show = async () => {
  const query = field.value;
  const titles = query ? await (await loading)(query) : [];
  if (field.value !== query) return;
  list.replaceChildren(...titles.map((title) => {
    const item = document.createElement('li');
    item.className = 'result-title';
    item.textContent = title;
    return item;
  }));
};
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(show, ${pauseMs});
});
</script></html>`;
}
