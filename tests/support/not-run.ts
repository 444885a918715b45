declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is not run, when it is not. */
    notRun?: string;
  }
}

/** A test that was not run, and why; an empty reason is a mistake. */
export interface NotRun {
  name: string;
  reason: string;
}

/** Options of a test, or of all in a `describe`, that cannot be run everywhere; the reason stands in the report of `npm test`. */
export function runOnlyIf(isPossible: boolean, reason: string): { skip: boolean; meta: { notRun: string } } {
  return { skip: !isPossible, meta: { notRun: reason } };
}

/** One line for each reason, with the tests that were not run for it. */
export function notRunLines(tests: readonly NotRun[]): string[] {
  const byReason = Map.groupBy(tests, ({ reason }) => reason);
  return [...byReason].flatMap(([reason, skipped]) => [
    `NOT RUN, ${reason || 'WITHOUT A REASON: give one (tests/support/not-run.ts)'}:`,
    ...skipped.map(({ name }) => `  ${name}`),
  ]);
}
