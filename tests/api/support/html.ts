import { type HTMLElement, parse } from 'node-html-parser';

/** What stands at a place of a page, as a reader sees it. */
export function textAt(page: string, selector: string): string | null {
  return parse(page).querySelector(selector)?.textContent.trim() ?? null;
}

/** What a browser puts into a field: the value of an input, the text of a textarea without its first line end. */
export function valueOf(page: string, name: string): string | undefined {
  const field = parse(page)
    .querySelectorAll('input, textarea')
    .find((element) => element.getAttribute('name') === name);
  if (field?.tagName === 'TEXTAREA') return field.textContent.replace(/^\r?\n/, '');
  return field?.getAttribute('value');
}

/**
 * Everything in a page that could run or load something: elements, handlers, addresses that are scripts. Elements are
 * looked for in the text, too: what one parser overlooks, another may not.
 */
export function dangersIn(page: string): string[] {
  const elements = parse(page).querySelectorAll('*').filter(isDangerous);
  const withoutValues = page.replaceAll(/="[^"]*"/g, '');
  return [...elements.map(({ outerHTML }) => outerHTML), ...(withoutValues.match(dangerousTag) ?? [])];
}

const dangerousTag = /<(script|img|svg|iframe|style|object|embed|base|meta)\b[^>]*>/gi;

function isDangerous({ attributes }: HTMLElement): boolean {
  return Object.entries(attributes).some(
    ([name, value]) => name.startsWith('on') || /^\s*(javascript|data):/i.test(value),
  );
}
