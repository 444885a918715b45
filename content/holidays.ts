import holidayJp from '@holiday-jp/holiday_jp';

/** Japanese public holidays of `years` years from `firstYear` on, as `YYYY-MM-DD`. */
export function daysOffFrom(firstYear: number, years: number): string[] {
  const wanted = new Set(Array.from({ length: years }, (_, index) => String(firstYear + index)));
  return Object.keys(holidayJp.holidays).filter((date) => wanted.has(date.slice(0, 4)));
}
