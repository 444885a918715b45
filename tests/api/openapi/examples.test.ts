import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { routesOf } from '../../../api/access/routes.ts';
import { allOperations } from '../../../api/openapi/all-operations.ts';
import type { OpenApiDocument } from '../../../api/openapi/document.ts';
import { pathTemplate } from '../../../api/openapi/path.ts';
import { bodiesOf, filledPath, idsOf } from '../access/known-ids.ts';
import { makeWorld } from '../access/world.ts';

const operations = Object.values(allOperations).flatMap((described) => Object.entries(described));

describe('the example of every operation', () => {
  it.each(operations)('is answered as it is described: %s', async (name, { example, answer }) => {
    if (example.isSentIn) {
      const text = await readFile(join(import.meta.dirname, '../../..', example.isSentIn), 'utf8');
      // As far as its first parameter: what stands there is made in that test.
      return expect(text).toContain((name.split(' ')[1] ?? '').split('/:')[0]);
    }
    const world = await makeWorld();
    const route = routesOf(world.app).find((known) => known.name === name);
    if (!route) throw new Error('It is no route any more.');
    const { method, path } = route;
    const query = example.query ? `?${new URLSearchParams(example.query)}` : '';
    const address = filledPath(path, idsOf(path, world)?.existing[0] ?? '', idsOf(path, world)?.others?.[0]) + query;
    const sent = { ...(example.body as object | undefined), ...(await bodiesOf[name]?.(world)) };
    expect(example.body === undefined, 'has a body in its example, if it takes one').toBe(route.body === undefined);

    const response = await world.staff.ask(address, {
      method,
      ...(example.body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(sent) } : {}),
    });
    const text = await response.text();
    expect(response.status, text).toBe(answer.status);
    const document = await (await world.app.request('/api/openapi.json')).json();
    const described = answerIn(document as OpenApiDocument, path, method, answer.status);
    if (!described) return expect(text).toBe('');
    if (described.type !== '*/*') expect(response.headers.get('Content-Type')?.split(';')[0]).toBe(described.type);
    if (described.type === 'application/json') {
      // Made of the published description alone: what it says is what programs will rely on.
      expect(z.fromJSONSchema(described.schema).safeParse(JSON.parse(text)).error).toBeUndefined();
    }
  });
});

/** The described answer of a route, as a schema that stands alone. */
function answerIn({ paths, components }: OpenApiDocument, path: string, method: string, status: number) {
  const operation = paths[pathTemplate(path)]?.[method.toLowerCase()] as unknown as {
    responses: Record<string, { content?: Record<string, { schema: object }> }>;
  };
  const [type, content] = Object.entries(operation.responses[status]?.content ?? {})[0] ?? [];
  if (!type) return null;
  const whole = JSON.stringify({ ...content?.schema, $defs: components.schemas });
  return {
    type,
    schema: JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as z.core.JSONSchema.JSONSchema,
  };
}
