import type { Language } from '../../content/schema/languages.ts';

interface Version {
  language: Language;
  /** What its front matter says. */
  source?: Language | undefined;
}

/** Of the versions of a page, the one that the others are translated from: the one they name, or the portal's first. */
export function sourceOf<T extends Version>(versions: readonly T[], spoken: readonly Language[]): T | undefined {
  const named = versions.find(({ source }) => source)?.source;
  const order = named ? [named, ...spoken] : spoken;
  return order.flatMap((language) => versions.filter((version) => version.language === language))[0];
}
