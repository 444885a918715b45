import type { Reviewable } from '../../../api/moderation/contract.ts';
import type { Forum } from '../../../content/schema/forum.ts';

export type Rule = Forum['rules'][number];

/** Which rule a reason points to, by the ids that rules of a forum usually have. */
const usual: Partial<Record<Reviewable['reasons'][number]['reason'], readonly string[]>> = {
  private: ['private', 'privacy'],
  'contact-data': ['private', 'privacy'],
  spam: ['no-advertising', 'advertising', 'spam'],
  'spam-filter': ['no-advertising', 'advertising', 'spam'],
  links: ['no-advertising', 'advertising', 'spam'],
  duplicate: ['no-advertising', 'advertising', 'spam'],
  rude: ['kind', 'be-kind'],
  'off-topic': ['on-topic', 'off-topic'],
  wrong: ['honest'],
};

/** The rule that the reasons for a look point to, most weight first; none where they point to nothing. */
export function suggestedRule(items: readonly Reviewable[], rules: readonly Rule[]): string | undefined {
  const reasons = items.flatMap(({ reasons: all }) => all).toSorted((one, other) => other.weight - one.weight);
  const ids = reasons.flatMap(({ reason }) => usual[reason] ?? []);
  return ids.find((id) => rules.some((rule) => rule.id === id));
}

/** What an author whose post comes back is told, ready to be sent or to be written on. */
export function readyText(rule: Rule | undefined, language: 'ja' | 'en', to: 'revise' | 'mind'): string {
  const last = {
    revise: { ja: '該当する部分を直して、もう一度お送りください。', en: 'Please change that part and send it again.' },
    mind: { ja: '今後のご投稿では、この点にご注意ください。', en: 'Please keep to that from now on.' },
  }[to][language];
  if (!rule) return '';
  return language === 'ja' ? `${rule.text.ja}${last}` : `${rule.text.en} ${last}`;
}

/** What a rule is called; its id where the portal has it no more. */
export function ruleTitle(rules: readonly Rule[], id: string, language: 'ja' | 'en'): string {
  return rules.find((rule) => rule.id === id)?.title[language] ?? id;
}
