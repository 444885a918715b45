import { addressesIn, hostOf } from './addresses.ts';
import { folded } from './folded-text.ts';

/**
 * What is pasted from elsewhere: `[text](address)`, `[url=address]text[/url]`, `<a href="address">text</a>`. Where one part
 * ends and the next begins is never a choice, so that nothing is gone through again and again.
 */
const markdownLink = /!?\[([^\][]{0,300})\]\(\s*<?([^)\s<>]{1,2000})/g;
const codedLink =
  /\[url=([^[\]\s]{1,2000})\]([^[]{0,300})|<a\s[^<>]{0,300}?href\s?=\s?["']?([^"'\s<>]{1,2000})(?:["'\s][^<>]{0,300})?>([^<]{0,300})/gi;

/** A host with letters that are read as Latin ones. */
const foreignHost = /https?:\/\/[^\s/]{0,100}[\p{Script=Cyrillic}\p{Script=Greek}][^\s/]{0,100}/gu;

export interface FoundLinks {
  /** Every host that the text leads to, as often as it does. */
  hosts: string[];
  /** Hosts of links that show something else than where they lead, or nothing. */
  deceptive: string[];
}

/** All links of a post, also those that are only text. */
export function linksIn(text: string): FoundLinks {
  const plain = folded(text);
  const addresses = addressesIn(plain);
  const labelled = [
    ...[...text.matchAll(markdownLink)].map(([whole, label = '', href = '']) => ({
      href,
      label,
      isPicture: whole.startsWith('!'),
    })),
    ...[...text.matchAll(codedLink)].map(([, href, label, second, secondLabel]) => ({
      href: href ?? second ?? '',
      label: label ?? secondLabel ?? '',
      isPicture: false,
    })),
  ];
  const deceptive = labelled.flatMap(({ href, label, isPicture }) => {
    const host = hostOf(href);
    return host !== null && !isPicture && deceives(label, host) ? [host] : [];
  });
  const disguised = [...text.matchAll(foreignHost)].flatMap(([found]) => addressesIn(folded(found)));
  const odd = [...addresses, ...disguised]
    .filter((found) => found.hasUser || found.host.includes('xn--') || disguised.includes(found))
    .map(({ host }) => host);
  return { hosts: addresses.map(({ host }) => host), deceptive: [...deceptive, ...odd] };
}

const fileName = /\.(?:pdf|docx?|xlsx?|zip|jpe?g|png|apk|exe)\s*$/;

/** A text that is nothing, a file, or the address of another place. */
function deceives(label: string, host: string): boolean {
  const text = folded(label).trim();
  if (!/[\p{L}\p{N}]/u.test(text) || fileName.test(text)) return true;
  const shown = addressesIn(text)[0]?.host;
  return shown !== undefined && withoutWww(shown) !== withoutWww(host);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
