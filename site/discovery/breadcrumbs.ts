import type { Thing } from './structured-data.ts';

/** The way from the front page to a page, the page itself last. */
export function breadcrumbs(trail: readonly { title: string; url: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ title, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: url,
    })),
  };
}
