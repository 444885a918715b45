import { size } from '../social-pictures/look.ts';
import type { BuiltPage, BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Pages without a picture for cards, or with one that is not there, not of the size, or not said to be. */
export function checkSocialPictures({ pages, pictures, origin }: BuiltSite): Finding[] {
  return pages
    .filter(({ isIndexed }) => isIndexed)
    .flatMap((page) => reasons(page, pictures, origin).map((reason) => ({ page: page.url, reason })));
}

function reasons({ root }: BuiltPage, pictures: BuiltSite['pictures'], origin: string): string[] {
  const said = (name: string) =>
    root.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '';
  const address = said('og:image');
  if (address === '') return ['It has no og:image.'];
  if (!address.startsWith(`${origin}/`)) return [`og:image is no whole address of this site: ${address}.`];
  const found = pictures.get(new URL(address).pathname);
  const isRight = found?.width === size.width && found.height === size.height;
  return [
    ...(isRight ? [] : [`${address} is no PNG of ${size.width} by ${size.height}.`]),
    ...(['width', 'height'] as const)
      .filter((side) => said(`og:image:${side}`) !== String(size[side]))
      .map((side) => `og:image:${side} is not ${size[side]}.`),
    ...(said('og:image:alt') === '' ? ['It has no og:image:alt.'] : []),
    ...(said('twitter:card') === 'summary_large_image' ? [] : ['twitter:card is not summary_large_image.']),
  ];
}
