import { categoryBy, portal } from '../portal.ts';
import type { Category } from '../../content/schema/portal.ts';

/** The languages in which there is a forum: all, or none. */
export function forumLanguages() {
  return portal.forum ? portal.languages.map((language) => ({ params: { language } })) : [];
}

/** The categories that have a board, in order. */
export function boards(): Category[] {
  return (portal.forum?.boards ?? []).map(categoryBy);
}
