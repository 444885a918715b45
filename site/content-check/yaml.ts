import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
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
  const placeOf = ({ code, path }: z.core.$ZodIssue) => JSON.stringify([code === 'unrecognized_keys', path]);
  return issues.filter((issue, index) => issues.findIndex((other) => placeOf(other) === placeOf(issue)) === index);
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
  const given = valueAt(data, issue.path);
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
          : issue.inclusive
            ? `${issue.minimum} or more`
            : `more than ${issue.minimum}`;
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
      return issue.inclusive === false || !issue.options ? issue.message : `one of ${issue.options.join(', ')}`;
    case 'invalid_key':
      return `a name in ${issue.issues[0]?.message ?? issue.message}`;
    default:
      return issue.message;
  }
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

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  const place = schemasAlong(schema, path).at(-1);
  const within = valueAt(data, path);
  const option =
    place instanceof z.ZodDiscriminatedUnion
      ? place.options.find((candidate) => isKindOf(candidate as z.ZodType, place.def.discriminator, within))
      : place;
  return option instanceof z.ZodObject ? Object.keys(option.shape) : [];
}

function isKindOf(option: z.ZodType, discriminator: string, data: unknown): boolean {
  const literal = inside(option, discriminator);
  return literal !== undefined && literal.safeParse(valueAt(data, [discriminator])).success;
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
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return inside(schema.unwrap() as z.ZodType, key);
  }
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
