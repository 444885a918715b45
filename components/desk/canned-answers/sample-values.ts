import type { Variable } from '../../../api/canned-answers/contract.ts';

/** What variables become in a preview; the agent and the organisation are the real ones. */
export function sampleValues(language: 'ja' | 'en', agent: string, organisation: string): Record<Variable, string> {
  const isJapanese = language === 'ja';
  return {
    customer: isJapanese ? '佐藤花子' : 'Hanako Sato',
    reference: 'M-2K7F',
    subject: isJapanese ? '靴の返品' : 'Returning shoes',
    agent: agent || (isJapanese ? '山田' : 'Emma'),
    team: isJapanese ? '返品' : 'Returns',
    organisation: organisation || (isJapanese ? '店名' : 'the shop'),
  };
}
