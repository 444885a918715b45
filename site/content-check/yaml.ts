import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Finding } from './finding.ts';

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
  const findings = result.error.issues.flatMap((issue) => describe(issue, data, schema, file, lineOf));
  return { value: null, findings, lineOf };
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
      reason: `${[...issue.path, key].join('.')}: there is no such field. Known here: ${knownKeys(schema, issue.path).join(', ')}`,
    }));
  }
  const path = issue.path.join('.') || 'the file';
  const given = valueAt(data, issue.path);
  const got = given === undefined ? 'it is missing' : `got ${JSON.stringify(given)}`;
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

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { string: 'text', int: 'a whole number', number: 'a number', array: 'a list', object: 'fields' }[
          issue.expected as string
        ] ?? issue.expected
      );
    case 'too_small':
      return issue.origin === 'string'
        ? `at least ${issue.minimum} characters`
        : issue.origin === 'array'
          ? `at least ${issue.minimum} entries`
          : `${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `at most ${issue.maximum} entries`
          : `${issue.maximum} or less`;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'email' ? 'an e-mail address' : issue.message;
    case 'invalid_union':
      return issue.message === 'Invalid input' ? 'a known kind' : issue.message;
    default:
      return issue.message;
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/** The example nearest to a place in a schema, as its fields carry it in `meta`. */
function exampleAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  const along = schemasAlong(schema, path);
  return along.length <= path.length ? undefined : along.at(-1)?.meta()?.['example'];
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const place = schemasAlong(schema, path).at(-1);
  return place instanceof z.ZodObject ? Object.keys(place.shape) : [];
}

/** The schema itself and each one on the way to `path`, with wrappers such as `default` taken off. */
function schemasAlong(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const found = [bare(schema)];
  for (const key of path) {
    const inner = inside(found.at(-1), key);
    if (!inner) break;
    found.push(bare(inner));
  }
  return found;
}

function inside(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, z.ZodType>)[key];
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => inside(option as z.ZodType, key)).find(Boolean);
  }
  return undefined;
}

function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    const inner = schema.unwrap() as z.ZodType;
    return inner.meta()?.['example'] === undefined && schema.meta()?.['example'] !== undefined ? schema : bare(inner);
  }
  return schema;
}
