import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { exampleAt, expectation, knownKeys, valueAt } from './explain.ts';
import type { Finding } from './finding.ts';

const longestGiven = 120;

interface Checked<T> {
  value: T | null;
  findings: Finding[];
  /** The line of a value, or of the nearest one around it that is there. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads YAML and holds it against a schema. `firstLine` is where the text begins in its file. */
export function checkYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  firstLine = 1,
): Checked<z.output<S>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));

  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      reason: `This is not YAML: ${error.message}`,
      example: `title: "Text with a colon: in quotes"`,
    }));
    return { value: null, findings, lineOf };
  }

  const data: unknown = document.toJS() ?? {};
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, findings: [], lineOf };
  const findings = firstOfEachPlace(result.error.issues).flatMap((issue) =>
    describe(issue, data, schema, file, lineOf),
  );
  return { value: null, findings, lineOf };
}

/** A value that breaks two rules at once is still one thing to mend. */
function firstOfEachPlace(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.filter((issue, index) => issues.findIndex((other) => placeOf(other) === placeOf(issue)) === index);
}

function placeOf({ code, path }: z.core.$ZodIssue): string {
  return JSON.stringify([code === 'unrecognized_keys', path]);
}

function describe(
  issue: z.core.$ZodIssue,
  data: unknown,
  schema: z.ZodType,
  file: string,
  lineOf: Checked<unknown>['lineOf'],
): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      reason: `${[...issue.path, key].join('.')}: there is no such field. Known here: ${knownKeys(schema, issue.path, data).join(', ')}`,
    }));
  }
  const path = issue.path.join('.') || 'the file';
  const given = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(data, issue.path);
  const got = given === undefined ? 'it is missing' : `got ${shortened(JSON.stringify(given))}`;
  const example = exampleAt(schema, issue.path);
  const key = issue.path.findLast((part) => typeof part === 'string');
  const isItem = typeof issue.path.at(-1) === 'number';
  return [
    {
      file,
      line: lineOf(issue.path),
      reason: `${path}: expected ${expectation(issue)}; ${got}`,
      ...(example === undefined ? {} : { example: `${isItem ? '-' : `${String(key)}:`} ${JSON.stringify(example)}` }),
    },
  ];
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOfKey(document, path.slice(0, length)) ?? offsetOfValue(document, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return offsetOfValue(document, []) ?? 0;
}

/** A list may begin on the line after its name: a field stands where its name does. */
function offsetOfKey(document: Document, path: readonly PropertyKey[]): number | undefined {
  const around = nodeAt(document, path.slice(0, -1));
  if (!isMap(around)) return undefined;
  const key = around.items.map((pair) => pair.key).find((key) => isScalar(key) && key.value === path.at(-1));
  return isScalar(key) ? key.range?.[0] : undefined;
}

function offsetOfValue(document: Document, path: readonly PropertyKey[]): number | undefined {
  const node = nodeAt(document, path);
  return isNode(node) ? node.range?.[0] : undefined;
}

function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true);
}

function shortened(text: string): string {
  return text.length > longestGiven ? `${text.slice(0, longestGiven)}…` : text;
}
