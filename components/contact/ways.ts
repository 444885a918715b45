import { html, nothing, type TemplateResult } from 'lit';
import { afterOpeningTime, type Calendar, openStateAt } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import { timeText } from '../hours/open-text.ts';
import { messages } from './messages.ts';

const minuteMs = 60_000;
/** An answer that is further away leaves time to call. */
const longMs = 4 * 60 * minuteMs;

/** A channel where somebody answers at once while it is open. */
export interface OtherWay {
  name: string;
  number: string;
  calendar: Calendar;
}

interface Expected {
  calendar: Calendar;
  /** What is promised, in minutes of opening time. */
  promised: number;
  /** What was measured, likewise; `null` when that is not known. */
  usual: number | null;
}

/** How soon an answer usually comes, and who could be called instead when that is a while and they are there now. */
export function ways(
  { calendar, promised, usual }: Expected,
  others: readonly OtherWay[],
  language: Language,
  now: number = Date.now(),
): TemplateResult {
  const says = messages[language];
  const by = afterOpeningTime(calendar, now, (usual ?? promised) * minuteMs);
  const isLong = by === null || by - now > longMs;
  return html`${usual === null ? nothing : html`<p class="reply-usual">${says.usually(lengthText(usual, language))}</p>`}
  ${isLong ? others.map((other) => otherWay(other, language, now)) : nothing}`;
}

function otherWay({ name, number, calendar }: OtherWay, language: Language, now: number) {
  const state = openStateAt(calendar, now);
  if (!state.isOpen) return nothing;
  const says = messages[language];
  const lead =
    state.until === null
      ? says.hurryAlways(name)
      : says.hurry(name, timeText(state.until, now, calendar.timeZone, language));
  return html`<p class="hurry">${lead}<a href="tel:${number.replaceAll('-', '')}">${number}</a></p>`;
}

/** Up to an hour to five minutes, beyond to the hour; never shorter than it is. */
function lengthText(minutes: number, language: Language): string {
  const says = messages[language];
  return minutes <= 55 ? says.minutesOf(Math.ceil(minutes / 5) * 5) : says.hoursOf(Math.ceil(minutes / 60));
}
