import type { Reviewable } from '../../../api/moderation/contract.ts';

type Reason = Reviewable['reasons'][number];

/** From here on a post has more in common with spam than with what members write. */
const muchLikeSpam = 1;

/** What a reviewer found, in words; what it noted may be figures. */
export function foundText({ reason, detail }: Pick<Reason, 'reason' | 'detail'>, language: 'ja' | 'en'): string {
  if (!detail) return '';
  const isJapanese = language === 'ja';
  const [first = 0, second = 0] = (detail.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  switch (reason) {
    case 'typed-too-fast':
      return isJapanese ? `${first}文字を${second}秒で送信` : `${first} characters within ${second} s`;
    case 'rate':
      return isJapanese ? `${second}分間に${first}件` : `${first} posts within ${second} minutes`;
    case 'first-post':
    case 'spam-filter': {
      const isMuch = Number(detail) >= muchLikeSpam;
      if (isJapanese) return isMuch ? '迷惑投稿によく似た文面' : '迷惑投稿にやや似た文面';
      return isMuch ? 'It reads much like spam.' : 'It reads a little like spam.';
    }
    case 'duplicate':
      return isJapanese ? 'ほかの投稿とほぼ同じ内容' : 'Nearly the same as another post';
    case 'links':
      return isJapanese ? `リンク先：${detail}` : `Leads to ${detail}`;
    default:
      return isJapanese ? `検出：${detail}` : `Found: ${detail}`;
  }
}

/** What to mark in a post, as it stands there: what was found of contact data and links. */
export function wordsFound(reasons: readonly Reason[]): string[] {
  return reasons.flatMap(({ kind, reason, detail }) => {
    if (kind !== 'queue' || !detail) return [];
    if (reason === 'contact-data') return [detail];
    if (reason === 'links') return detail.split(', ');
    // Of a pattern what stands between its asterisks.
    return reason === 'watched-word' ? detail.split(/, |\*/).filter(({ length }) => length > 1) : [];
  });
}
