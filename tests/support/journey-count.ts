import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { NotRun } from './not-run.ts';

/** How tests went. */
export interface Count {
  passed: number;
  failed: number;
  notRun: NotRun[];
}

/** What Playwright's JSON report says. A journey that passed the second time only has not passed. */
export function journeyCount(report: string): Count {
  const { stats, suites } = JSON.parse(report) as JSONReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, notRun: suites.flatMap(skippedIn) };
}

function skippedIn({ specs, suites = [] }: JSONReportSuite): NotRun[] {
  const here = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations, projectName }) => ({
        name: `[${projectName || 'journeys'}] ${title}`,
        reason: annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? '',
      })),
  );
  return [...here, ...suites.flatMap(skippedIn)];
}
