import type { Language } from '../../content/schema/languages.ts';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKey, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { checkNotice } from './check.ts';
import type { NoticeInput } from './contract.ts';
import { mailToSubscribers } from './subscriptions/mailings.ts';
import { noticeEvents, notices } from './tables.ts';

/**
 * Publishes a notice and gives back its id. Readers see it from its start on. Asked again with the same key, gives back
 * the id of the first time. Throws `invalid-input`, and `key-reused` when the key came with other content before.
 */
export async function publishNotice(
  services: Services,
  input: NoticeInput,
  { language, ...by }: By & { language: Language },
  once: Once,
): Promise<string> {
  const { db, clock, random, noticeBoard } = services;
  const earlier = await earlierResult(db, once);
  if (earlier) return earlier;
  checkNotice(services, input, language);

  const now = clock();
  const id = newId(now, random);
  const ours = claimedFor(once, id);
  const [claimed] = await db.write([
    claimKey(db, once, id, now),
    insertWhere(
      notices,
      { id, ...columnsOf(input), startsAt: input.startsAt ?? now, changedAt: now, createdAt: now },
      ours,
    ),
    insertWhere(
      noticeEvents,
      { id: newId(now, random), noticeId: id, accountId: by.accountId, kind: 'published', detail: {}, createdAt: now },
      ours,
    ),
    ...(input.severity === 'information' ? [] : [mailToSubscribers(services, { noticeId: id }, ours)]),
    audited(services, { ...by, action: 'notices:publish', target: { kind: 'notice', id } }, ours),
  ]);
  await noticeBoard.refresh();
  return claimed?.changes ? id : ((await earlierResult(db, once)) ?? id);
}

/** What is written of a notice, as its table has it. */
export function columnsOf({ kind, severity, title, text, endsAt, categories }: NoticeInput) {
  return {
    kind,
    severity,
    titleJa: title.ja,
    titleEn: title.en,
    textJa: text.ja,
    textEn: text.en,
    endsAt,
    categories: [...new Set(categories)],
  };
}
