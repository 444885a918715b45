import { createMiddleware } from 'hono/factory';
import { languages, type Language } from '../../content/schema/languages.ts';
import type { Env } from './env.ts';

/** The language of an answer: the address's, else the browser's wish, else the portal's first. */
export const withLanguage = createMiddleware<Env>(async (c, next) => {
  const [, first = ''] = c.req.path.split('/');
  const spoken = c.get('services').languages();
  const named = spoken.find((language) => language === first);
  c.set('language', named ?? wishedLanguage(c.req.header('Accept-Language'), spoken) ?? spoken[0] ?? 'ja');
  await next();
});

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The one of our languages that an Accept-Language header (RFC 9110, 12.5.4) asks for most, or `null`. */
export function wishedLanguage(header: string | undefined, spoken: readonly Language[] = languages): Language | null {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { language } of wishes) {
    const known = spoken.find((ours) => ours === language);
    if (known) return known;
  }
  return null;
}
