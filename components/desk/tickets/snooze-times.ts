import { addDays, dateInZone, instantAt } from '../../../content/calendar.ts';

export const snoozeNames = ['later', 'tomorrow', 'monday', 'week'] as const;
export type SnoozeName = (typeof snoozeNames)[number];

const hourMs = 3_600_000;

/** When a ticket that is put off now comes back: in three hours, or at nine of a coming day where the portal stands. */
export function snoozeTime(name: SnoozeName, now: number, timeZone: string): number {
  if (name === 'later') return now + 3 * hourMs;
  const today = dateInZone(now, timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = { tomorrow: 1, monday: (8 - weekday) % 7 || 7, week: 7 }[name];
  return instantAt(addDays(today, days), '09:00', timeZone);
}

/** What the times are called. */
export const snoozeTexts: Record<'ja' | 'en', Record<SnoozeName, string>> = {
  ja: { later: '3時間後', tomorrow: '明日の9時', monday: '次の月曜日の9時', week: '1週間後の9時' },
  en: { later: 'In 3 hours', tomorrow: 'Tomorrow at 9', monday: 'Monday at 9', week: 'In a week at 9' },
};
