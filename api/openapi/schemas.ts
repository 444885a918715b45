import { z } from 'zod';
import type { ProblemBody } from '../problem.ts';

/** A piece of JSON Schema (draft 2020-12, which OpenAPI 3.1 shares). */
export type JsonSchema = Record<string, unknown>;

/** The body of every answer that says something is wrong (RFC 9457). */
export const problemBody = z
  .strictObject({
    type: z.string().describe('/problems/ and the name of the problem'),
    title: z.string().describe('In the language of the request'),
    status: z.int(),
    detail: z.string().exactOptional(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().describe('Where it is wrong: a JSON pointer after #'),
          detail: z.string().describe('What would be right'),
        }),
      )
      .exactOptional(),
    requestId: z.string().exactOptional().describe('Names this answer in the logs'),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' }) satisfies z.ZodType<ProblemBody>;

/** Turns contracts into JSON Schema; those with a name (`meta({ id })`) are kept once, in `named`. */
export function createSchemas() {
  const named: Record<string, JsonSchema> = {};

  function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, override: tidy }) as JsonSchema;
    for (const [id, found] of Object.entries($defs as JsonSchema)) named[id] = pointed(found) as JsonSchema;
    const { id, ...own } = pointed(rest) as JsonSchema;
    if (typeof id !== 'string') return own;
    named[id] = own;
    return { $ref: `${place}${id}` };
  }
  return { named, schemaOf };
}

export type SchemaOf = ReturnType<typeof createSchemas>['schemaOf'];

const place = '#/components/schemas/';

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** What Zod leaves out or says too much of. */
const tidy: Override = ({ zodSchema, jsonSchema }) => {
  // A text that is put in order first and checked then: what is checked holds for what is sent, too.
  if (zodSchema instanceof z.ZodPipe && zodSchema.out instanceof z.ZodString) {
    const { minLength, maxLength, pattern } = z.toJSONSchema(zodSchema.out);
    Object.assign(jsonSchema, { minLength, maxLength, ...(pattern ? { pattern } : {}) });
  }
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** The same with every reference pointing to where named schemas stand. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', place) : pointed(inner),
    ]),
  );
}
