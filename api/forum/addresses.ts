import type { Language } from '../../content/schema/languages.ts';

/** The page of a thread. */
export function threadUrl({ language, number }: { language: Language; number: number }, page = 1): string {
  return `/${language}/forum/${number}/${page === 1 ? '' : `?page=${page}`}`;
}

/** The place of a post on it. */
export function postUrl(thread: { language: Language; number: number }, postId: string, page: number): string {
  return `${threadUrl(thread, page)}#post-${postId}`;
}
