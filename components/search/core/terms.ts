import type { Language } from '../../../content/schema/languages.ts';
import { featuresOf } from './features.ts';

/*
 * Terms are the features that shards list phrases by: words in letters, pairs of characters in Japanese, and two or
 * three kana of how it sounds (behind an `s`, because sound and spelling are different things).
 */

/** Terms of a text as it is written. */
export function writtenTerms(text: string, language: Language): string[] {
  return [...featuresOf(text, language).keys()].filter(
    (name) => name.startsWith('w') || (language === 'ja' && (name.startsWith('k') || /^g..$/u.test(name))),
  );
}

/** Terms of a Japanese text as it sounds: three kana each, and words of two that stand by themselves. */
export function soundTerms(sound: string): string[] {
  const three = [...featuresOf(sound, 'ja').keys()].filter((name) => /^g[ぁ-ゖー]{3}$/u.test(name));
  const two = (sound.match(/(?<![ぁ-ゖー])[ぁ-ゖー]{2}(?![ぁ-ゖー])/gu) ?? []).map((word) => `g${word}`);
  return [...three, ...two].map(asSound);
}

/** The name of a feature of how something sounds, beside the same feature of how it is written. */
export function asSound(feature: string): string {
  return `s${feature}`;
}
