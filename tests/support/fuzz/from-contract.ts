import * as fc from 'fast-check';
import { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;

/** Values that a contract takes, or nearly: what JSON Schema cannot say of it is left out. */
export function valuesFor(contract: z.ZodType): fc.Arbitrary<unknown> {
  return valuesOf(z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }));
}

function valuesOf(schema: Schema | boolean | undefined): fc.Arbitrary<unknown> {
  if (schema === undefined || typeof schema === 'boolean') return fc.jsonValue({ maxDepth: 1 });
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map(valuesOf));
  switch (schema.type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(valuesOf(schema.items as Schema), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.oneof(
        fc.integer({ min: Math.max(schema.minimum ?? 0, 0), max: Math.min(schema.maximum ?? 9, 9) }),
        fc
          .maxSafeInteger()
          .map((number) => Math.min(Math.max(number, schema.minimum ?? number), schema.maximum ?? number)),
      );
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valuesOf(field)]));
  return fc.record(fields, { requiredKeys: required });
}

function textOf({ minLength = 0, maxLength = 80, format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === 'email') return fc.integer({ min: 1, max: 500 }).map((number) => `customer-${number}@example.jp`);
  if (pattern) return fc.constantFrom('/ja/faq/return-policy/', '/a', 'a-b', '2026-11-16', '10:00');
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 80)) };
  return fc.oneof(
    fc.string({ unit: 'grapheme', ...bounds }),
    fc.string({ unit: fc.constantFrom('返', '品', 'a', '\n', ' '), ...bounds }),
  );
}
