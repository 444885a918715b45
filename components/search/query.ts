import { html, type TemplateResult } from 'lit';

/** Characters of a query that are kept, as many as the field takes, and that are shown in a line of text. */
const longest = 200;
const longestShown = 40;

/** Control characters, and those that turn the direction of the text around them. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** What was typed or came with an address, as it is searched for, shown and remembered. */
export function asQuery(typed: string): string {
  return cut(typed.slice(0, longest * 2).toWellFormed(), longest)
    .replaceAll(unprintable, ' ')
    .trim();
}

/** A sentence around a query, whose direction stays its own. */
export function aroundQuery(sentence: (query: string) => string, query: string): TemplateResult {
  const place = '\u0000';
  const [before, after] = sentence(place).split(place);
  return html`${before}<bdi>${shownQuery(query)}</bdi>${after}`;
}

/** A query as it is shown back: the beginning of a long one. */
export function shownQuery(query: string): string {
  return query.length > longestShown ? `${cut(query, longestShown)}…` : query;
}

/** No more characters than that, and none of them cut in two. */
function cut(text: string, most: number): string {
  const start = text.slice(0, most);
  return start.isWellFormed() ? start : start.slice(0, -1);
}
