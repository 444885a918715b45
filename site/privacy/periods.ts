import type { Language } from '../../content/schema/languages.ts';
import { fixedDays, partsOf, type Retention } from '../../content/schema/retention.ts';
import { type Periods, privacyTexts } from './texts.ts';

/** Every period of the settings, and those that are fixed, in the words of a language. */
export function periodsIn(language: Language, retention: Retention): Periods {
  const { day, month } = privacyTexts(language);
  const words = (period: string) => {
    const { count, unit } = partsOf(period);
    return unit === 'month' ? month(count) : day(count);
  };
  return {
    closedConversations: words(retention.closedConversations),
    spam: words(retention.spam),
    voteComments: words(retention.voteComments),
    mails: words(retention.mails),
    receivedMails: words(retention.receivedMails),
    auditLog: words(retention.auditLog),
    logs: words(retention.logs),
    backups: words(retention.backups),
    idempotencyKeys: day(fixedDays.idempotencyKeys),
    privateLinks: day(fixedDays.privateLinks),
    sessions: day(fixedDays.sessions),
    oneTimeTokens: day(fixedDays.oneTimeTokens),
  };
}
