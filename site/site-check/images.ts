import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Pictures that would move the page as they load, or that say nothing to who does not see them. */
export function checkImages({ pages }: BuiltSite): Finding[] {
  return pages.flatMap(({ url, root }) =>
    root.querySelectorAll('img').flatMap((image) => {
      const source = image.getAttribute('src') ?? '';
      const isMeasured = ['width', 'height'].every((name) => /^\d+$/.test(image.getAttribute(name) ?? ''));
      return [
        ...(isMeasured ? [] : [{ page: url, reason: `The picture ${source} has no width and height.` }]),
        ...(image.hasAttribute('alt') ? [] : [{ page: url, reason: `The picture ${source} has no alt.` }]),
      ];
    }),
  );
}
