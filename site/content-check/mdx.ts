import { createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { articleComponents } from '../../content/schema.ts';
import type { Finding } from './finding.ts';
import { checkFlows } from './flow.ts';

/** The part of a Markdown syntax tree that the check looks at. */
export interface MdxNode {
  type: string;
  name?: string | null;
  url?: string;
  depth?: number;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number } };
}

export interface MdxPlace {
  file: string;
  /** How many lines of the file stand before the body. */
  linesBefore: number;
}

const processor = createProcessor({ remarkPlugins: [remarkGfm] });

/** What is wrong in the body of an article, apart from where its links lead. */
export function checkBody(body: string, place: MdxPlace): { findings: Finding[]; tree: MdxNode | null } {
  let tree: MdxNode;
  try {
    tree = processor.parse(body) as MdxNode;
  } catch (error) {
    return { findings: [syntaxFinding(error, place)], tree: null };
  }
  const findings: Finding[] = [];
  walk(tree, (node) => {
    for (const { reason, example } of complaints(node)) {
      findings.push({ file: place.file, line: lineOf(node, place), reason, ...(example ? { example } : {}) });
    }
  });
  return { findings: [...findings, ...checkFlows(tree, place)], tree };
}

export function walk(node: MdxNode, visit: (node: MdxNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

export function lineOf(node: MdxNode, { linesBefore }: MdxPlace): number {
  return (node.position?.start.line ?? 1) + linesBefore;
}

/** The text of an attribute; `undefined` when it is absent or not plain text. */
export function attribute(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

function complaints(node: MdxNode): { reason: string; example?: string }[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [
        {
          reason: 'Articles import and export nothing: the components are simply there.',
          example: `<Callout tone="tip">…</Callout> (there are: ${Object.keys(articleComponents).join(', ')})`,
        },
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // A comment is the one thing braces may hold.
      return /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '')
        ? []
        : [{ reason: `Articles hold no code: {${node.value ?? ''}}`, example: '\\{ for a brace that should be read' }];
    case 'heading':
      return node.depth === 1
        ? [
            {
              reason: 'The page has its title already; headings in the text begin with ##.',
              example: '## What happens next',
            },
          ]
        : [];
    case 'html':
      return [{ reason: 'Raw HTML is not part of an article.', example: '<Callout tone="note">…</Callout>' }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentComplaints(node);
    default:
      return [];
  }
}

function componentComplaints(node: MdxNode): { reason: string; example?: string }[] {
  const name = node.name ?? '';
  const known = Object.entries(articleComponents).find(([component]) => component === name)?.[1];
  if (!known) {
    return [
      {
        reason: `There is no component <${name}>.`,
        example: `one of ${Object.keys(articleComponents)
          .map((component) => `<${component}>`)
          .join(' ')}`,
      },
    ];
  }
  const allowed: readonly string[] = [...known.required, ...known.optional];
  const sample = `<${name}${known.required.map((required) => ` ${required}="…"`).join('')}>`;
  const missing = known.required.filter((required) => !attribute(node, required));
  const unknown = (node.attributes ?? [])
    .map((given) => given.name ?? '{…}')
    .filter((given) => !allowed.includes(given));
  return [
    ...missing.map((required) => ({ reason: `<${name}> needs ${required}="…" with a text.`, example: sample })),
    ...unknown.map((given) => ({
      reason: `<${name}> has no attribute ${given}. Known: ${allowed.join(', ') || 'none'}`,
      example: sample,
    })),
  ];
}

function syntaxFinding(error: unknown, place: MdxPlace): Finding {
  const { reason, line } = error as { reason?: string; line?: number };
  return {
    file: place.file,
    line: (line ?? 1) + place.linesBefore,
    reason: `This is not MDX: ${reason ?? String(error)}`,
    example: 'close every tag (<Steps> … </Steps>), and write \\< and \\{ for signs that should be read',
  };
}
