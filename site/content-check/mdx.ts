import { articleComponents } from '../../content/schema/articles.ts';
import { isComment } from '../article-text/pieces.ts';
import { type MdxNode, parseMdx } from '../article-text/processor.ts';
import type { Finding } from './finding.ts';
import { checkFlows } from './flow.ts';

/** What is wrong in the body of an article, apart from where its links lead. `linesBefore` is how many the front matter takes. */
export function checkBody(
  file: string,
  body: string,
  linesBefore: number,
): { findings: Finding[]; tree: MdxNode | null } {
  let tree: MdxNode;
  try {
    // Empty lines in the place of the front matter: what the tree and its errors count are then lines of the file.
    tree = parseMdx('\n'.repeat(linesBefore) + body);
  } catch (error) {
    return { findings: [{ file, ...syntaxComplaint(error) }], tree: null };
  }
  const findings: Finding[] = [];
  walk(tree, (node) => {
    for (const complaint of complaints(node)) findings.push({ file, line: lineOf(node), ...complaint });
  });
  return { findings: [...findings, ...checkFlows(tree, file)], tree };
}

export function walk(node: MdxNode, visit: (node: MdxNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

export function lineOf(node: MdxNode): number {
  return node.position?.start.line ?? 1;
}

/** The text of an attribute; `undefined` when it is absent or not plain text. */
export function attribute(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

type Complaint = Pick<Finding, 'reason' | 'example'>;

const importComplaint: Complaint = {
  reason: 'Articles import and export nothing, and no line begins with either word: the components are simply there.',
  example: `<Callout tone="tip">…</Callout> (there are: ${Object.keys(articleComponents).join(', ')})`,
};

function complaints(node: MdxNode): Complaint[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [importComplaint];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node)
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
    case 'image':
    case 'imageReference':
      return [{ reason: 'A picture stands in a <Figure>.', example: '<Figure src="measure-heel.svg" alt="…" />' }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentComplaints(node);
    default:
      return [];
  }
}

function componentComplaints(node: MdxNode): Complaint[] {
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
  const given = (node.attributes ?? []).map(({ name: written }) => written ?? '{…}');
  const unknown = given.filter((written) => !allowed.includes(written));
  const withoutText = known.optional.filter((optional) => given.includes(optional) && !attribute(node, optional));
  return [
    ...missing.map((required) => ({ reason: `<${name}> needs ${required}="…" with a text.`, example: sample })),
    ...withoutText.map((optional) => ({
      reason: `${optional} of <${name}> is a text, or left out.`,
      example: `<${name} ${optional}="…">`,
    })),
    ...unknown.map((written) => ({
      reason: `<${name}> has no attribute ${written}. Known: ${allowed.join(', ') || 'none'}`,
      example: sample,
    })),
  ];
}

function syntaxComplaint(error: unknown): Complaint & { line: number } {
  const { reason = String(error), line } = error as { reason?: string; line?: number };
  // A tag that is open at the end of the file is named with its place, without a line of its own.
  const named = /\((\d+):\d+-/.exec(reason)?.[1];
  const place = { line: line ?? Number(named ?? 1) };
  if (reason.includes('import/exports')) return { ...place, ...importComplaint };
  return {
    ...place,
    reason: `This is not MDX: ${reason}`,
    example: 'close every tag (<Steps> … </Steps>), and write \\< and \\{ for signs that should be read',
  };
}
