import type { z } from 'zod';
import type { Finding } from '../content-check/finding.ts';
import { checkBody } from '../content-check/mdx.ts';
import { checkYaml } from '../content-check/yaml.ts';
import type { Heading } from '../reading/headings.ts';
import { piecesOf, type TextPiece } from './pieces.ts';
import type { MdxNode } from './processor.ts';

/** What can be said of a file by itself; it can be kept as JSON. */
export interface ReadArticle<Fields> {
  /** `null` when the front matter cannot be used. */
  fields: Fields | null;
  findings: Finding[];
  /** What is looked at of its text later: links, components and headings, with their lines. `null` when it is not MDX. */
  tree: MdxNode | null;
  /** Its text; none when something is wrong with it. */
  pieces: TextPiece[];
  headings: Heading[];
}

/** Reads the text of an article's file, whose lines end in `\n`, by the schema of its front matter. */
export function readArticle<S extends z.ZodType>(file: string, text: string, schema: S): ReadArticle<z.output<S>> {
  const { head, yaml } = frontMatterOf(text);
  if (!head) {
    const reason = 'The file begins with its front matter between two lines of ---.';
    const finding = { file, line: 1, reason, example: '---\ntitle: …\n---' };
    return { fields: null, findings: [finding], tree: null, pieces: [], headings: [] };
  }
  const { value, findings: wrongFields } = checkYaml(file, yaml, schema, 2);
  const { tree, findings: wrongText } = checkBody(file, text.slice(head.length), head.split('\n').length - 1);
  const pointing = tree && { type: 'root', children: pointingNodes(tree) };
  const shown = tree && wrongText.length === 0 ? piecesOf(tree) : { pieces: [], headings: [] };
  return { fields: value, findings: [...wrongFields, ...wrongText], tree: pointing, ...shown };
}

/** The line of a field, or of the nearest one around it that is there. */
export function lineOfField(file: string, text: string, schema: z.ZodType, path: readonly PropertyKey[]): number {
  return checkYaml(file, frontMatterOf(text).yaml, schema, 2).lineOf(path);
}

/** What stands between the two lines of `---`, and that with the lines themselves; nothing when they are not there. */
export function frontMatterOf(text: string): { head: string; yaml: string } {
  const [head = '', yaml = ''] = /^---\n([\s\S]*?)\n---\n?/.exec(text) ?? [];
  return { head, yaml };
}

function pointingNodes({ children = [], ...node }: MdxNode): MdxNode[] {
  const within = children.flatMap(pointingNodes);
  const { type, name, url, attributes, position } = node;
  if (url === undefined && !name && type !== 'heading') return within;
  return [
    {
      type,
      ...(name ? { name } : {}),
      ...(url === undefined ? {} : { url }),
      ...(attributes
        ? { attributes: attributes.map(({ type, name, value }) => ({ type, name: name ?? '', value })) }
        : {}),
      ...(position ? { position: { start: { line: position.start.line } } } : {}),
      children: within,
    },
  ];
}
