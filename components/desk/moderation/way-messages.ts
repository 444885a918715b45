import type { DecisionAction } from '../../../api/moderation/contract.ts';

/** A decision as it reads on what it is about. */
export type NamedWay = DecisionAction | 'keep' | 'keep-hidden' | 'member-approve' | 'member-reject';

interface WayMessages {
  ways: Record<NamedWay, string>;
  /** Between what one button does with different things. */
  or: string;
  /** What was done with one, by its title, or with many. */
  done: Record<NamedWay, (title: string, count: number) => string>;
}

const inJapanese = (what: string) => (title: string, count: number) =>
  count === 1 ? `「${title}」を${what}` : `${count}件を${what}`;
const inEnglish = (what: string) => (title: string, count: number) =>
  count === 1 ? `${what}: “${title}”.` : `${what}: ${count}.`;

export const wayMessages: Record<'ja' | 'en', WayMessages> = {
  ja: {
    ways: {
      approve: '掲載',
      keep: '問題なし',
      'member-approve': '問題なし',
      reject: '不掲載',
      'member-reject': '問題あり',
      hide: '非表示',
      'keep-hidden': '非表示のまま',
      return: '書き直し依頼',
      ignore: '対応不要',
      remove: '削除',
      restore: '掲載に戻す',
    },
    or: '・',
    done: {
      approve: inJapanese('掲載しました。'),
      keep: inJapanese('問題なしとしました。'),
      'member-approve': inJapanese('問題なしとしました。'),
      reject: inJapanese('不掲載にしました。'),
      'member-reject': inJapanese('問題ありとしました。'),
      hide: inJapanese('非表示にしました。'),
      'keep-hidden': inJapanese('非表示のままにしました。'),
      return: inJapanese('書き直しの依頼として投稿者に戻しました。'),
      ignore: inJapanese('対応不要にしました。'),
      remove: inJapanese('削除しました。'),
      restore: inJapanese('掲載に戻しました。'),
    },
  },
  en: {
    ways: {
      approve: 'Approve',
      keep: 'Keep',
      'member-approve': 'No concern',
      reject: 'Reject',
      'member-reject': 'Concern',
      hide: 'Hide',
      'keep-hidden': 'Keep hidden',
      return: 'Return',
      ignore: 'Ignore',
      remove: 'Remove',
      restore: 'Show again',
    },
    or: ' / ',
    done: {
      approve: inEnglish('Approved'),
      keep: inEnglish('Kept'),
      'member-approve': inEnglish('No concern'),
      reject: inEnglish('Rejected'),
      'member-reject': inEnglish('Noted as a concern'),
      hide: inEnglish('Hidden'),
      'keep-hidden': inEnglish('Kept hidden'),
      return: inEnglish('Returned to its author'),
      ignore: inEnglish('Ignored'),
      remove: inEnglish('Removed'),
      restore: inEnglish('Shown again'),
    },
  },
};
