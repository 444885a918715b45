import { folded } from './folded-text.ts';

/* Addresses of the web as people write them: whole, without `https://`, or with the dot spelled out. */

const topLevel =
  'com|net|org|info|biz|co|io|ly|gl|gg|cc|tv|app|dev|xyz|top|club|vip|shop|store|site|online|website|space|live|link|' +
  'click|pro|work|fun|icu|cyou|buzz|life|today|world|money|loan|bet|casino|win|tokyo|page|blog|news|ru|su|cn|tk|ml|ga|cf|gq|' +
  'jp|uk|de|fr|es|nl|pl|br|eu|ca|au|kr|tw|hk|vn|th|ph|sg|ch|se|dk|fi|pw|ws|la|st|sh|ai|' +
  'example|test|invalid';
/** They also begin sentences, where somebody left out a space: an address with them has a path. */
const words = 'it|is|in|at|be|no|us|me|to|my|im|id';
const dot = String.raw`(?:\.|\s?[(\[](?:dot|ドット)[)\]]\s?)`;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const path = String.raw`[/?#][^\s<>()\[\]"'、。「」（）]{0,500}`;
const whole = String.raw`https?:\/{1,2}[^\s<>()\[\]"'、。「」（）ぁ-んァ-ヶ一-龠]{1,500}`;
const bare = String.raw`(?<![a-z0-9@.\/_-])(?:${label}${dot}){1,6}(?:(?:${topLevel})(?![a-z0-9-]|\.[a-z])(?:${path})?|(?:${words})${path})`;
const address = new RegExp(`${whole}|${bare}`, 'gu');

/** An address that was found, `host` in small letters without a port. */
export interface FoundAddress {
  host: string;
  /** What stands before the host, as in `https://bank.example@elsewhere.example/`. */
  hasUser: boolean;
  index: number;
  length: number;
}

/** All addresses in text that is folded. */
export function addressesIn(text: string): FoundAddress[] {
  return [...text.matchAll(address)].flatMap(({ 0: found, index }) => {
    const url = parsed(found.replaceAll(new RegExp(dot, 'gu'), '.'));
    if (!url || !url.hostname.includes('.')) return [];
    return [{ host: url.hostname, hasUser: url.username !== '', index, length: found.length }];
  });
}

/** The host that an address leads to, `null` for one within the site and for what is none. */
export function hostOf(href: string): string | null {
  const text = folded(href.trim());
  if (/^[/#?.]/.test(text) && !text.startsWith('//')) return null;
  return addressesIn(text.replace(/^\/\//, 'https://'))[0]?.host ?? null;
}

function parsed(found: string): URL | null {
  const withScheme = /^https?:/.test(found) ? found : `https://${found}`;
  return URL.canParse(withScheme) ? new URL(withScheme) : null;
}
