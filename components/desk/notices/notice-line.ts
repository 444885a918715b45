import { html, type TemplateResult } from 'lit';
import type { Notice } from '../../../api/notices/contract.ts';
import { timeText } from '../time-text.ts';
import { messages } from './messages.ts';

/** What kind of notice it is and how serious, in words and tone. */
export function noticeLabel({ kind, severity }: Notice, language: 'ja' | 'en'): TemplateResult {
  const { kinds, severities } = messages[language];
  return html`<span class="notice-label" data-severity=${severity}>${kinds[kind]} / ${severities[severity]}</span>`;
}

/** From when until when, as the desk shows times. */
export function noticeSpan({ startsAt, endsAt }: Notice, language: 'ja' | 'en', timeZone: string): string {
  const says = messages[language];
  const start = timeText(startsAt, language, timeZone);
  return endsAt === null ? says.from(start) : says.span(start, timeText(endsAt, language, timeZone));
}
