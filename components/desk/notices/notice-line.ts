import { html, type TemplateResult } from 'lit';
import type { Notice } from '../../../api/notices/contract.ts';
import { timeText } from '../time-text.ts';
import { messages } from './messages.ts';

/** What kind of notice it is and how serious, in words and tone. */
export function noticeLabel(notice: Notice, language: 'ja' | 'en'): TemplateResult {
  return html`<span class="notice-label" data-severity=${notice.severity}>${noticeLabelText(notice, language)}</span>`;
}

/** The words of a notice's label, as readers see them: nothing beside the kind of what only informs. */
export function noticeLabelText({ kind, severity }: Pick<Notice, 'kind' | 'severity'>, language: 'ja' | 'en'): string {
  const { kinds, severities } = messages[language];
  if (severity === 'information') return kinds[kind];
  return language === 'ja'
    ? `${kinds[kind]}・${severities[severity]}`
    : `${kinds[kind]}, ${severities[severity].toLowerCase()}`;
}

/** From when until when, as the desk shows times. */
export function noticeSpan({ startsAt, endsAt }: Notice, language: 'ja' | 'en', timeZone: string): string {
  const says = messages[language];
  const start = timeText(startsAt, language, timeZone);
  return endsAt === null ? says.from(start) : says.span(start, timeText(endsAt, language, timeZone));
}
