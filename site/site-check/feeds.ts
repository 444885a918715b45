import { type HTMLElement, parse } from 'node-html-parser';
import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';
import { xmlComplaint } from './xml.ts';

/** Feeds that readers of feeds cannot read: not well-formed, with entries that are no page, or in the wrong order. */
export function checkFeeds({ texts, addresses, origin }: BuiltSite): Finding[] {
  return [...texts]
    .filter(([file]) => file.endsWith('/feed.xml'))
    .flatMap(([file, text]) => {
      const broken = xmlComplaint(text);
      const reasons = broken ? [`It is not well-formed: ${broken}`] : complaints(text, file, addresses, origin);
      return reasons.map((reason) => ({ page: file, reason }));
    });
}

function complaints(text: string, file: string, addresses: ReadonlySet<string>, origin: string): string[] {
  // To the HTML parser, a <link> ends where it begins.
  const root = parse(text.replaceAll(/<(\/?)(link|title)\b/g, '<$1atom-$2'));
  const entries = root.querySelectorAll('entry');
  const links = root.querySelectorAll('atom-link').map((link) => link.getAttribute('href') ?? '');
  const days = entries.map((entry) => textOf(entry, 'published'));
  return [
    ...(entries.length > 0 ? [] : ['It has no entry.']),
    ...(links.includes(`${origin}${file}`) ? [] : ['It does not name its own address.']),
    ...links.filter((link) => !isThere(link, addresses, origin)).map((link) => `${link} leads nowhere.`),
    ...entries.flatMap((entry) => {
      const name = textOf(entry, 'id');
      return ['atom-title', 'id', 'updated', 'published', 'content']
        .filter((field) => textOf(entry, field) === '')
        .map((field) => `${name}: an entry has no ${field.replace('atom-', '')}.`);
    }),
    ...entries.flatMap((entry) =>
      relativeIn(textOf(entry, 'content')).map((address) => `${textOf(entry, 'id')}: ${address} is no whole address.`),
    ),
    ...(days.every((day, index) => index === 0 || day <= (days[index - 1] ?? ''))
      ? []
      : ['The newest entry is not first.']),
  ];
}

function textOf(entry: HTMLElement, name: string): string {
  return (entry.querySelector(name)?.textContent ?? '').replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1').trim();
}

function isThere(link: string, addresses: ReadonlySet<string>, origin: string): boolean {
  const url = URL.parse(link);
  return url !== null && (url.origin !== origin || addresses.has(decodeURIComponent(url.pathname)));
}

function relativeIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^[a-z][a-z+.-]*:/.test(address));
}
