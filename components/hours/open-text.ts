import { addDays, type Calendar, dateInZone, dateLocales, openStateAt } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';

const says = {
  ja: {
    open: (until: string) => `受付中（${until}まで）`,
    always: '受付中',
    closed: (from: string) => `受付時間外・次は${from}から`,
    long: 'ただいま受付を休んでいます',
    tomorrow: (time: string) => `明日${time}`,
    // Some browsers put the weekday into half-width brackets.
    later: (day: string, time: string) => `${day.replace('(', '（').replace(')', '）')}${time}`,
    inZone: (text: string, zone: string) => `${text}（${zone}）`,
  },
  en: {
    open: (until: string) => `Open now, until ${until}`,
    always: 'Open now',
    closed: (from: string) => `Closed now, back ${from}`,
    long: 'Closed at the moment',
    tomorrow: (time: string) => `tomorrow ${time}`,
    later: (day: string, time: string) => `${day}, ${time}`,
    inZone: (text: string, zone: string) => `${text} (${zone})`,
  },
};

/**
 * Whether a channel is open at an instant, and until when or from when on, in words and in the calendar’s own time, which
 * is named for a reader whose clock (`readerZone`, an IANA name) shows another.
 */
export function openText(
  calendar: Calendar,
  now: number,
  language: Language,
  readerZone: string = calendar.timeZone,
): { isOpen: boolean; text: string } {
  const state = openStateAt(calendar, now);
  const { open, always, closed, long } = says[language];
  const when = (instant: number) => zonedTimeText(instant, now, calendar.timeZone, language, readerZone);
  if (state.isOpen) return { isOpen: true, text: state.until === null ? always : open(when(state.until)) };
  return { isOpen: false, text: state.opensAt === null ? long : closed(when(state.opensAt)) };
}

/** The same as `timeText`, with the name of the time zone for a reader whose clock shows another time. */
export function zonedTimeText(
  instant: number,
  now: number,
  timeZone: string,
  language: Language,
  readerZone: string,
): string {
  const text = timeText(instant, now, timeZone, language);
  const wallIn = (zone: string) => new Date(instant).toLocaleString('en', { timeZone: zone });
  if (wallIn(timeZone) === wallIn(readerZone)) return text;
  const parts = new Intl.DateTimeFormat(dateLocales[language], {
    timeZone,
    timeZoneName: 'longGeneric',
  }).formatToParts(instant);
  return says[language].inZone(text, parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone);
}

/**
 * A time of day, with its day unless that is today: `18:00`, `tomorrow 10:00`, and from the day after on the date,
 * `Mon 4 Jan, 10:00`. Midnight at the end of today is said as the end of today.
 */
export function timeText(instant: number, now: number, timeZone: string, language: Language): string {
  const locale = dateLocales[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instant);
  const time = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const today = dateInZone(now, timeZone);
  const day = dateInZone(instant, timeZone);
  if (day === today) return time;
  const isMidnight = dateInZone(instant - 1, timeZone) !== day;
  if (isMidnight && dateInZone(instant - 1, timeZone) === today) return '24:00';
  if (day === addDays(today, 1)) return says[language].tomorrow(time);
  return says[language].later(format({ weekday: 'short', day: 'numeric', month: 'short' }), time);
}
