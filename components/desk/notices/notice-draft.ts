import type { Notice, NoticeInput, NoticeKind, Severity } from '../../../api/notices/contract.ts';
import { type EndChoice, endAt, instantOfWallTime, wallTime } from './end-choices.ts';
import type { NoticeDeskMessages } from './messages.ts';
import { templates } from './templates.ts';

/** A notice as it stands in the form. */
export interface NoticeDraft {
  kind: NoticeKind | '';
  severity: Severity | '';
  title: { ja: string; en: string };
  text: { ja: string; en: string };
  start: 'now' | 'chosen';
  /** As the fields have them: wall-clock times in the portal's time zone. */
  startsAt: string;
  end: EndChoice;
  endsAt: string;
  categories: string[];
}

export function emptyDraft(): NoticeDraft {
  return {
    kind: '',
    severity: '',
    title: { ja: '', en: '' },
    text: { ja: '', en: '' },
    start: 'now',
    startsAt: '',
    end: 'open',
    endsAt: '',
    categories: [],
  };
}

/** A published notice, to be edited. */
export function draftOf(notice: Notice, timeZone: string): NoticeDraft {
  const { kind, severity, title, text, startsAt, endsAt, categories } = notice;
  return {
    kind,
    severity,
    title: { ...title },
    text: { ...text },
    start: 'chosen',
    startsAt: wallTime(startsAt, timeZone),
    end: endsAt === null ? 'open' : 'chosen',
    endsAt: endsAt === null ? '' : wallTime(endsAt, timeZone),
    categories: [...categories],
  };
}

/** The draft as another kind: texts that nobody has touched become those of the kind's template. */
export function withKind(draft: NoticeDraft, kind: NoticeKind): NoticeDraft {
  const { title, text, severity } = templates[kind];
  const before = draft.kind ? templates[draft.kind] : null;
  return {
    ...draft,
    kind,
    severity: draft.severity === '' || draft.severity === before?.severity ? severity : draft.severity,
    title: {
      ja: unlessTouched(draft.title.ja, title.ja, before?.title.ja),
      en: unlessTouched(draft.title.en, title.en, before?.title.en),
    },
    text: {
      ja: unlessTouched(draft.text.ja, text.ja, before?.text.ja),
      en: unlessTouched(draft.text.en, text.en, before?.text.en),
    },
  };
}

function unlessTouched(now: string, template: string, former = ''): string {
  return now.trim() === '' || now === former ? template : now;
}

/** What can be seen to be missing or wrong before anything is sent, by the field. */
export function missingIn(
  draft: NoticeDraft,
  timeZone: string,
  says: NoticeDeskMessages['errors'],
): Record<string, string> {
  const { kind, severity, title, text, start, startsAt, end, endsAt } = draft;
  const isNoTime = (value: string) => value !== '' && instantOfWallTime(value, timeZone) === null;
  const checks: [field: string, isMissing: boolean, message: string][] = [
    ['kind', kind === '', says.chooseKind],
    ['severity', severity === '', says.chooseSeverity],
    ['title-ja', title.ja.trim() === '', says.fillIn],
    ['text-ja', text.ja.trim() === '', says.fillIn],
    ['title-en', title.en.trim() === '', says.fillIn],
    ['text-en', text.en.trim() === '', says.fillIn],
    ['startsAt', start === 'chosen' && startsAt === '', says.chooseTime],
    ['startsAt', start === 'chosen' && isNoTime(startsAt), says.wrongTime],
    ['endsAt', end === 'chosen' && endsAt === '', says.chooseTime],
    ['endsAt', end === 'chosen' && isNoTime(endsAt), says.wrongTime],
  ];
  return Object.fromEntries(checks.filter(([, isMissing]) => isMissing).map(([field, , message]) => [field, message]));
}

/**
 * What is sent for a draft without gaps. A time that was not touched stays as exact as it was in `before`; "now" is the
 * server's. Throws when a chosen time is none: it never becomes "now", or no end.
 */
export function inputOf(
  draft: NoticeDraft,
  { now, timeZone, before = null }: { now: number; timeZone: string; before?: Notice | null },
): Omit<NoticeInput, 'kind' | 'severity'> & { kind: NoticeKind; severity: Severity } {
  const exact = (value: string, known: number | null | undefined) => {
    if (typeof known === 'number' && wallTime(known, timeZone) === value) return known;
    const instant = instantOfWallTime(value, timeZone);
    if (instant === null) throw new RangeError(`${value} is no time`);
    return instant;
  };
  const startsAt = draft.start === 'now' ? null : exact(draft.startsAt, before?.startsAt);
  const endsAt =
    draft.end === 'chosen' ? exact(draft.endsAt, before?.endsAt) : endAt(draft.end, startsAt ?? now, timeZone);
  return {
    kind: draft.kind || 'outage',
    severity: draft.severity || 'information',
    title: draft.title,
    text: draft.text,
    ...(startsAt === null ? {} : { startsAt }),
    endsAt,
    categories: draft.categories,
  };
}
