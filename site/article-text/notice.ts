import { parse } from 'yaml';
import type { z } from 'zod';
import { exampleAt } from '../content-check/explain.ts';
import type { Finding } from '../content-check/finding.ts';
import { escapeText } from './html.ts';
import type { TextPiece } from './pieces.ts';
import { frontMatterOf } from './read.ts';

/** What is wrong with an article, in the place of its text: file and line, the reason, and what would work. */
export function noticeOf(findings: readonly Finding[]): TextPiece[] {
  return findings.map(({ file, line, reason, example }) => ({
    name: 'Callout',
    attributes: { tone: 'warning', title: `${file}:${line}` },
    pieces: [
      `<p>${escapeText(reason)}</p>`,
      ...(example === undefined ? [] : [`<pre><code>${escapeText(example)}</code></pre>`]),
    ],
  }));
}

/** Fields for a page that has to be shown without some of its own: the schema's examples in the place of those. */
export function standInFields(schema: z.ZodObject, text: string): Record<string, unknown> {
  const written = writtenFields(text);
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => [
    name,
    field.safeParse(written[name]).success ? written[name] : exampleAt(schema, [name]),
  ]);
  return Object.fromEntries(fields) as Record<string, unknown>;
}

function writtenFields(text: string): Record<string, unknown> {
  try {
    const fields: unknown = parse(frontMatterOf(text).yaml);
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
}
