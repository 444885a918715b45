import { type HTMLElement, NodeType } from 'node-html-parser';
import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Links and the like within a line of text that begin or end with a space: it is underlined, and in Japanese it is a gap. */
export function checkInlineSpaces({ pages }: BuiltSite): Finding[] {
  return pages.flatMap(({ url, root }) =>
    root
      .querySelectorAll('.prose :is(p, li, td, dd) > :is(a, kbd, strong, em, code)')
      .filter(({ parentNode, textContent }) => textContent !== textContent.trim() && hasText(parentNode))
      .map((element) => ({ page: url, reason: `A space stands inside ${element.toString().slice(0, 120)}` })),
  );
}

function hasText(element: HTMLElement | null): boolean {
  return (element?.childNodes ?? []).some(
    ({ nodeType, text }) => nodeType === NodeType.TEXT_NODE && text.trim() !== '',
  );
}
