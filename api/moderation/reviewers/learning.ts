import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import type { Statement } from '../../db/statements.ts';
import type { Services } from '../../services.ts';
import { spamPairs, spamVerdicts } from '../tables.ts';
import { filterText } from './filter-text.ts';
import { pairsOf } from './pairs.ts';

/** What a moderator found a post to be; `null` takes back what was learnt of it. */
export interface Verdict {
  postId: string;
  language: Language;
  /** Empty for replies. */
  title: string;
  body: string;
  verdict: 'spam' | 'honest' | null;
}

/**
 * What the filter learns of a verdict, for the same write as the verdict. A post is learnt once, as what it was found to be
 * last, however often it is decided: what was learnt of it before is taken back, as it was then, even if the post was
 * edited meanwhile.
 */
export function learningStatements(services: Services, verdict: Verdict, guard: SQL): Statement[] {
  const { postId, language, title, body } = verdict;
  const unlearnt = [
    sql`update ${spamPairs} set
      spam = max(0, spam - (select is_spam from ${spamVerdicts} where post_id = ${postId})),
      honest = max(0, honest - (select 1 - is_spam from ${spamVerdicts} where post_id = ${postId}))
      where language = (select language from ${spamVerdicts} where post_id = ${postId})
      and pair in (select value from json_each((select pairs from ${spamVerdicts} where post_id = ${postId})))
      and ${guard}`,
    sql`delete from ${spamPairs} where spam = 0 and honest = 0
      and language = (select language from ${spamVerdicts} where post_id = ${postId})
      and pair in (select value from json_each((select pairs from ${spamVerdicts} where post_id = ${postId})))
      and ${guard}`,
    sql`delete from ${spamVerdicts} where post_id = ${postId} and ${guard}`,
  ];
  if (verdict.verdict === null) return unlearnt;
  const isSpam = verdict.verdict === 'spam' ? 1 : 0;
  // The pair '' counts the posts themselves.
  const pairs = JSON.stringify(['', ...pairsOf(filterText(services, title, body))]);
  return [
    ...unlearnt,
    sql`insert into ${spamVerdicts} (post_id, language, is_spam, pairs, learnt_at)
      select ${postId}, ${language}, ${isSpam}, ${pairs}, ${services.clock()} where ${guard}`,
    sql`insert into ${spamPairs} (language, pair, spam, honest)
      select ${language}, value, ${isSpam}, ${1 - isSpam} from json_each(${pairs}) where ${guard}
      on conflict (language, pair) do update set spam = spam + excluded.spam, honest = honest + excluded.honest`,
  ];
}
