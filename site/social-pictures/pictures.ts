import type { Language } from '../../content/schema/languages.ts';
import { categoryBy, portal } from '../portal.ts';
import type { Words } from './drawing.ts';
import { size } from './look.ts';

/** A social picture as a page names it. */
export interface SocialPicture {
  /** Site-absolute. */
  address: string;
  alt: string;
  width: number;
  height: number;
}

/** The picture of a category's pages, or of all others. */
export function socialPicture(language: Language, category?: string): SocialPicture {
  return pictureAt(category === undefined ? language : `${language}-${category}`, wordsOf(language, category));
}

/** A picture by the name of its file; whoever names it makes sure that `site/pages/social/` paints it. */
export function pictureAt(name: string, { title, siteName }: Words): SocialPicture {
  const alt = title === siteName ? siteName : `${title} | ${siteName}`;
  return { address: `/social/${name}.png`, alt, ...size };
}

/** Every picture there is, by the name of its file. */
export function socialPictures(): { name: string; words: Words }[] {
  return portal.languages.flatMap((language) => [
    { name: language, words: wordsOf(language) },
    ...portal.categories.map(({ slug }) => ({ name: `${language}-${slug}`, words: wordsOf(language, slug) })),
  ]);
}

function wordsOf(language: Language, category?: string): Words {
  const siteName = portal.name[language];
  if (category === undefined) return { language, siteName: portal.organisation[language], title: siteName };
  const { name, description } = categoryBy(category);
  return { language, siteName, title: name[language], subtitle: description[language] };
}
