/** One thing that is wrong in `content/`: where, what was expected, and what would work. */
export interface Finding {
  /** Path from the project's folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  reason: string;
  /** A correction as it would stand in the file. */
  example?: string;
}

/** Findings as they are printed: `file:line` first, so that editors and terminals can open the place. */
export function printed(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, reason, example }) => {
      const remedy = example === undefined ? '' : `\n    for example: ${example}`;
      return `${file}:${line}\n    ${reason}${remedy}`;
    })
    .join('\n');
}
