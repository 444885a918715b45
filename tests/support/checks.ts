import type { Step } from './steps.ts';

/** What needs neither a browser nor a server to say that a change is sound. */
export const checks: Step[] = [
  { name: 'types', command: 'astro', args: ['check', '--minimumFailingSeverity', 'warning'] },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware'] },
  { name: 'content', command: 'node', args: ['site/content-check/main.ts'] },
];
