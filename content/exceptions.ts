import { addDays, type Calendar } from './calendar.ts';

/** A run of days that differ from the week, all for the same reason. */
export type ExceptionRun = Calendar['exceptions'][number];

/**
 * The days that differ from the week, in order and each named once: where two exceptions cover a day, the first in the
 * list holds, as it does for `spansOn`. Days before `today` (`YYYY-MM-DD`) are left out with their run.
 */
export function exceptionRuns(exceptions: Calendar['exceptions'], today: string): ExceptionRun[] {
  const runs: ExceptionRun[] = [];
  for (const exception of exceptions) {
    let rest: { from: string; to: string }[] = [exception];
    for (const { from, to } of runs) rest = rest.flatMap((part) => without(part, from, to));
    runs.push(...rest.map(({ from, to }) => ({ ...exception, from, to })));
  }
  return runs.filter(({ to }) => to >= today).sort((one, other) => one.from.localeCompare(other.from));
}

/** What is left of some days when others are taken out of them. */
function without(days: { from: string; to: string }, from: string, to: string): { from: string; to: string }[] {
  if (to < days.from || days.to < from) return [days];
  const before = { from: days.from, to: addDays(from, -1) };
  const after = { from: addDays(to, 1), to: days.to };
  return [before, after].filter((part) => part.from <= part.to);
}
