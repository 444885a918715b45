import type { BenchPost } from './halves.ts';

/** Kinds of hard cases, by what was noted of a post when it was written; the first that fits. */
const kinds: readonly (readonly [name: string, RegExp])[] = [
  [
    'letters disguised',
    /zero-width|look-alike|leet|spaced|half-width|full-width|math|emoji letters|dotted|filler|obfus/i,
  ],
  ['written by a machine', /ai-filler|ai-like|machine.?transl|\bMT\b/i],
  [
    'pretends to be the shop, or a bank',
    /phishing|fake (support|staff|official|lost|community)|refund|parcel fee|recovery/i,
  ],
  ['copies an honest post', /copied honest|copies|praise|generic|condolence/i],
  ['advice with something to sell', /competitor|disguised|question as bait|plug|testimony|story|realistic|slipped/i],
  ['one link or a list of them', /link|shortener|seo|url/i],
  ['very short', /short|one.?word|one-liner|thanks|emoji|laugh|plus one|terse/i],
  ['angry', /angry|complain|furious|capital|rant/i],
  ['looks like an advertisement', /\bad\b|free|sale|coupon|price|limited|win|lottery|crypto|job|scam|praise|prize/i],
  ['personal data', /number|private|address|phone|mail/i],
  ['unusual writing', /non-native|foreigner|hiragana|kana|slang|dialect|typo|voice|lowercase|lower|mix|code/i],
];

export function kindOf({ why }: BenchPost): string {
  return kinds.find(([, pattern]) => pattern.test(why))?.[0] ?? 'other';
}
