import { describe, expect, it } from 'vitest';
import { routesOf } from '../../../api/access/routes.ts';
import { rules } from '../../../api/access/rules.ts';
import { type OpenApiDocument, undescribed } from '../../../api/openapi/document.ts';
import { makePortal } from '../../support/services.ts';

interface Described {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description: string; content?: Record<string, object> }>;
  'x-roles'?: string[];
  'x-capability'?: string;
}

async function readDocument() {
  const { app } = await makePortal();
  const answer = await app.request('/api/openapi.json');
  const document = (await answer.json()) as Omit<OpenApiDocument, 'paths'> & {
    paths: Record<string, Record<string, Described>>;
  };
  return { app, answer, document };
}

describe('the description of the API', () => {
  it('holds every route, and no other', async () => {
    const { app } = await makePortal();
    expect(undescribed(routesOf(app))).toEqual([]);
  });

  it('says of a route that is missing, or gone, where it is to be described', async () => {
    const { app } = await makePortal();
    const [first, ...rest] = routesOf(app);
    if (!first) throw new Error('There are no routes');
    const added = { ...first, name: 'GET /api/parcels/:id' };
    expect(undescribed([added, ...rest])).toEqual([
      expect.stringMatching(
        /^GET \/api\/parcels\/:id is not described: add .* to operations\.ts in its feature’s folder/,
      ),
      expect.stringMatching(/^GET \/healthz is described, and no route any more/),
    ]);
  });

  it('is OpenAPI 3.1 that is read again only when it has changed', async () => {
    const { app, answer, document } = await readDocument();
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(document).toMatchObject({ openapi: '3.1.1', servers: [{ url: 'http://localhost:4321' }] });
    const headers = { 'If-None-Match': answer.headers.get('ETag') ?? '' };
    expect((await app.request('/api/openapi.json', { headers })).status).toBe(304);
  });

  it('points only to what it holds, and calls no two operations by one name', async () => {
    const { document } = await readDocument();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, reference = '']) => reference,
    );
    expect(references.length).toBeGreaterThan(30);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    for (const reference of references) expect(known).toContain(reference);
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says who may: whose role, by which capability, or everybody', async () => {
    const { paths } = (await readDocument()).document;
    expect(paths['/api/tickets/{reference}/state']?.['put']).toMatchObject({
      security: [{ session: [] }],
      'x-roles': rules['tickets:move'],
      responses: { 401: { description: 'Please sign in' }, 403: {} },
    });
    expect(paths['/{language}/requests/{token}/messages']?.['post']).toMatchObject({
      security: [],
      'x-capability': 'private-link',
    });
    expect(paths['/api/tickets']?.['post']).toMatchObject({ security: [] });
  });

  it('says what a body has to be as it is checked: what is sent, in its bounds, as JSON or as a form', async () => {
    const { paths } = (await readDocument()).document;
    const content = paths['/api/tickets']?.['post']?.requestBody?.content;
    expect(Object.keys(content ?? {})).toEqual([
      'application/json',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
    ]);
    expect(content?.['application/json']?.schema).toMatchObject({
      additionalProperties: false,
      required: ['email', 'subject', 'message', 'language'],
      properties: { message: { type: 'string', minLength: 1, maxLength: 5000 } },
    });
  });

  it('names every parameter of a path, and the key that makes a retry safe', async () => {
    const { paths } = (await readDocument()).document;
    for (const [path, methods] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
      }
    }
    expect(paths['/api/tickets']?.['post']?.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header' }]);
    expect(paths['/{language}/notices/']?.['get']?.parameters).toMatchObject([{ schema: { enum: ['ja', 'en'] } }]);
  });
});
