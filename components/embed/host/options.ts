import type { EmbedTheme } from '../between.ts';
import { portal } from './portal.ts';

/** How the widget stands on a page, as the attributes of its script say it. */
export interface EmbedOptions {
  /** The portal's own origin: where the script came from. */
  origin: string;
  locale: 'ja' | 'en';
  theme: EmbedTheme;
  side: 'left' | 'right';
  /** What the button says in place of “Help”. */
  label: string | null;
  /** Without a button of its own, a page opens it by its own means. */
  hasButton: boolean;
}

/** Reads `data-locale`, `data-theme`, `data-side`, `data-label` and `data-button` of the script. */
export function optionsOf({ src, dataset }: HTMLScriptElement): EmbedOptions {
  return {
    origin: new URL(src).origin,
    locale: localeFor(dataset['locale'] ?? document.documentElement.lang),
    theme: themeFor(dataset['theme']),
    side: dataset['side'] === 'left' ? 'left' : 'right',
    label: dataset['label'] ?? null,
    hasButton: dataset['button'] !== 'none',
  };
}

/** The portal's language for a language tag; its first one where it has none of that. */
export function localeFor(tag: string | undefined): 'ja' | 'en' {
  const wanted = (tag ?? '').slice(0, 2).toLowerCase();
  return (portal.languages.includes(wanted) ? wanted : portal.languages[0]) as 'ja' | 'en';
}

export function themeFor(value: unknown): EmbedTheme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
