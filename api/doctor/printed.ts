import type { Finding } from './finding.ts';

const signs = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

/** Findings for a person: what is well in a line each, what is not with its meaning and remedy. */
export function printed(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ subject, level, what, meaning, remedy }) => [
    `${signs[level]} ${subject}: ${what}`,
    ...(meaning ? [`          ${meaning}`] : []),
    ...(remedy ? [`          → ${remedy}`] : []),
  ]);
  const count = (level: 'fault' | 'warning') => {
    const number = findings.filter((finding) => finding.level === level).length;
    return `${number} ${level}${number === 1 ? '' : 's'}`;
  };
  return [...lines, '', `${count('fault')}, ${count('warning')}`].join('\n');
}
