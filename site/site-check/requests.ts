import type { HTMLElement } from 'node-html-parser';
import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Everything by which markup makes a browser ask for something. */
const loading = 'script, img, source, video, audio, track, iframe, embed, object, input, link';
const named = ['src', 'srcset', 'poster', 'data', 'href'];
/** Links that only say something. */
const said = new Set(['canonical', 'alternate', 'author', 'license', 'me', 'next', 'prev']);

/** Pages, stylesheets, pictures and manifests that make a browser ask somebody else for something. */
export function checkRequests({ pages, texts, origin }: BuiltSite): Finding[] {
  const isElsewhere = (address: string) => {
    const url = URL.parse(address, `${origin || 'http://localhost'}/`);
    return url !== null && /^https?:$/.test(url.protocol) && url.origin !== (origin || 'http://localhost');
  };
  return [
    ...pages.flatMap(({ url, root }) =>
      root
        .querySelectorAll(loading)
        .filter((element) => !isSaidOnly(element))
        .flatMap(addressesOf)
        .filter(isElsewhere)
        .map((address) => say(url, address)),
    ),
    ...[...texts]
      .filter(([file]) => /\.(css|svg|webmanifest)$/.test(file))
      .flatMap(([file, text]) =>
        addressesInText(text)
          .filter(isElsewhere)
          .map((address) => say(file, address)),
      ),
  ];
}

function say(page: string, address: string): Finding {
  return { page, reason: `It loads ${address} from elsewhere.` };
}

function isSaidOnly(element: HTMLElement): boolean {
  const relations = element.getAttribute('rel')?.split(/\s+/) ?? [];
  return element.tagName === 'LINK' && relations.every((relation) => said.has(relation));
}

function addressesOf(element: HTMLElement): string[] {
  return named.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    return name === 'srcset' ? value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '') : [value];
  });
}

function addressesInText(text: string): string[] {
  const found = text.matchAll(
    /url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)|<(?:image|use)\b[^>]*href="([^"]+)"|image-set\(\s*["']([^"']+)|"src":"([^"]+)"/g,
  );
  return [...found].map((parts) => parts.slice(1).find((part) => part !== undefined) ?? '');
}
