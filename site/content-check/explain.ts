import { z } from 'zod';

/** What stands in the place of a wrong value, in words. */
export function expectation(issue: z.core.$ZodIssue): string {
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

/** The example nearest to a place in a schema, as its fields carry it in `meta`. */
export function exampleAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  const along = schemasAlong(schema, path);
  return along.length <= path.length ? undefined : along.at(-1)?.meta()?.['example'];
}

/** The fields there are at a place; of several kinds, those of the kind that is written there. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string[] {
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

/** The value at a path, `undefined` where there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}
