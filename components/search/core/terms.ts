import type { Language } from '../../../content/schema.ts';
import { featuresOf } from './features.ts';

/*
 * Terms are the features that shards list phrases by: words in letters, pairs of characters in Japanese, and three kana
 * of how it sounds (behind an `s`, because sound and spelling are different things).
 */

/** Terms of a text as it is written. */
export function writtenTerms(text: string, language: Language): string[] {
  return [...featuresOf(text, language).keys()].filter(
    (name) => name.startsWith('w') || (language === 'ja' && (name.startsWith('k') || /^g..$/u.test(name))),
  );
}

/** Terms of a Japanese text as it sounds. */
export function soundTerms(sound: string): string[] {
  return [...featuresOf(sound, 'ja').keys()].filter((name) => /^g[ぁ-ゖー]{3}$/u.test(name)).map(asSound);
}

/** The name of a feature of how something sounds, beside the same feature of how it is written. */
export function asSound(feature: string): string {
  return `s${feature}`;
}
