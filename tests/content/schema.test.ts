import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { articleSchemas } from '../../content/schema/articles.ts';
import { portalSchema } from '../../content/schema/portal.ts';

const schemas: Record<string, z.ZodType> = { ...articleSchemas, portal: portalSchema };
const fields = Object.entries(schemas).flatMap(([name, schema]) => fieldsWithin(name, schema));

describe('the contract of what editors write', () => {
  it('accepts the portal’s own settings', async () => {
    const text = await readFile(join(import.meta.dirname, '../../content/portal.yaml'), 'utf8');
    const result = portalSchema.safeParse(parse(text));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it('keeps a channel that is off out of everybody’s sight', async () => {
    const text = await readFile(join(import.meta.dirname, '../../content/portal.yaml'), 'utf8');
    const settings = parse(text) as { channels: { id: string; off?: boolean }[] };
    const idsOf = () => portalSchema.parse(settings).channels.map(({ id }) => id);
    expect(idsOf()).toEqual(['form', 'phone', 'email']);
    for (const channel of settings.channels.slice(0, 2)) channel.off = true;
    expect(idsOf()).toEqual(['email']);
    for (const channel of settings.channels) channel.off = true;
    expect(portalSchema.safeParse(settings).error?.issues).toMatchObject([
      { path: ['channels'], message: 'at least one channel that is not off' },
    ]);
  });

  it('has examples that are right by the rules they explain', () => {
    const examples = fields.filter(({ example }) => example !== undefined);
    expect(examples.length).toBeGreaterThan(40);
    const wrong = examples.filter(({ schema, example }) => !schema.safeParse(example).success);
    expect(wrong.map(({ path, example }) => `${path}: ${JSON.stringify(example)}`)).toEqual([]);
  });

  it('has an example for every value that an editor fills in', () => {
    const bare = fields.filter(({ schema, example, isShown }) => isValue(schema) && example === undefined && !isShown);
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('says of every field of an article what it is for', () => {
    for (const [kind, { shape }] of Object.entries(articleSchemas)) {
      const silent = Object.entries<z.ZodType>(shape).filter(([, field]) => !field.description);
      expect(silent.map(([name]) => `${kind}.${name}`)).toEqual([]);
    }
  });

  it.for([
    { value: '2028-02-29', isDay: true },
    { value: '2026-02-29', isDay: false },
    { value: '2026-02-30', isDay: false },
    { value: '2026-13-01', isDay: false },
    { value: '2026-1-1', isDay: false },
    { value: '01.11.2026', isDay: false },
    { value: new Date('2026-11-01'), isDay: true },
  ])('takes $value as a day: $isDay', ({ value, isDay }) => {
    expect(articleSchemas.faq.shape.reviewed.safeParse(value).success).toBe(isDay);
  });
});

interface Field {
  path: string;
  schema: z.ZodType;
  example: unknown;
  /** Whether an example of the list it stands in shows it. */
  isShown: boolean;
}

/** A schema and all schemas within it, by the path that leads to them. */
function fieldsWithin(path: string, schema: z.ZodType, isShown = false): Field[] {
  const example = schema.meta()?.['example'];
  const shows = !(schema instanceof z.ZodObject) && (isShown || example !== undefined);
  const inner = (name: string, field: unknown) => fieldsWithin(`${path}${name}`, field as z.ZodType, shows);
  return [{ path, schema, example, isShown }, ...within(schema).flatMap(([name, field]) => inner(name, field))];
}

function within(schema: z.ZodType): [string, unknown][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).map(([name, field]) => [`.${name}`, field]);
  if (schema instanceof z.ZodUnion) return schema.options.map((option, index) => [`|${index}`, option]);
  if (schema instanceof z.ZodArray) return [['[]', schema.element]];
  if (schema instanceof z.ZodRecord) return [['.*', schema.valueType]];
  if (schema instanceof z.ZodDefault) return [['', schema.unwrap()]];
  return [];
}

/** One value, not made of others; a literal is its own example. */
function isValue(schema: z.ZodType): boolean {
  return within(schema).length === 0 && !(schema instanceof z.ZodLiteral);
}
