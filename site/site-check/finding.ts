/** One thing that is wrong in a built site. */
export interface Finding {
  /** The address of the page, or of another file. */
  page: string;
  reason: string;
}

/** Findings as they are printed: those of a page together. */
export function printed(findings: readonly Finding[]): string {
  return [...Map.groupBy(findings, ({ page }) => page)]
    .map(([page, of]) => [page, ...of.map(({ reason }) => `    ${reason}`)].join('\n'))
    .join('\n');
}
