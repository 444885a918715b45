import type { Route } from '../access/routes.ts';
import { rules } from '../access/rules.ts';
import { allOperations } from './all-operations.ts';
import { answersOf } from './answers.ts';
import type { Operation } from './operation.ts';
import { parametersOf } from './parameters.ts';
import { pathTemplate } from './path.ts';
import { createSchemas, type JsonSchema, problemBody, type SchemaOf } from './schemas.ts';

export interface OpenApiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, JsonSchema>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> };
}

/** Routes without an operation, as sentences that say what to do; nothing when each is described. */
export function undescribed(routes: readonly Route[]): string[] {
  const described = new Map(Object.values(allOperations).flatMap((operations) => Object.entries(operations)));
  const names = new Set(routes.map(({ name }) => name));
  return [
    ...[...names]
      .filter((name) => !described.has(name))
      .map(
        (name) =>
          `${name} is not described: add '${name}' with summary, answer and example to operations.ts in its feature’s folder (api/tickets/operations.ts shows how), and that file to api/openapi/all-operations.ts.`,
      ),
    ...[...described.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `${name} is described, and no route any more: take it out of its feature’s operations.ts.`),
  ];
}

/** The description of the API (OpenAPI 3.1): of each route, what its handlers check and what its operation says. */
export function openApiDocument(routes: readonly Route[], publicUrl: string): OpenApiDocument {
  const schemas = createSchemas();
  schemas.schemaOf(problemBody, 'output');
  const byName = new Map(routes.map((route) => [route.name, route]));
  const paths: OpenApiDocument['paths'] = {};
  for (const [feature, operations] of Object.entries(allOperations)) {
    for (const [name, operation] of Object.entries(operations)) {
      const route = byName.get(name);
      if (!route) continue;
      const described = describe(route, operation, feature, schemas.schemaOf);
      (paths[pathTemplate(route.path)] ??= {})[route.method.toLowerCase()] = described;
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Madoguchi',
      version: '0.1.0',
      description:
        'Bodies are JSON. What goes wrong is answered as application/problem+json, in the language of Accept-Language.',
    },
    servers: [{ url: publicUrl }],
    tags: Object.keys(allOperations).map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.named,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: publicUrl.startsWith('https:') ? '__Host-mado-session' : 'mado-session',
          description: 'Set by signing in.',
        },
      },
    },
  };
}

function describe(route: Route, operation: Operation, feature: string, schemaOf: SchemaOf): JsonSchema {
  const { access, body, takesForms, takesFiles } = route;
  const { summary, description, example } = operation;
  const content = body && {
    schema: schemaOf(body, 'input'),
    ...(example.body === undefined ? {} : { example: example.body }),
  };
  return {
    summary,
    ...(description ? { description } : {}),
    operationId: operationId(route),
    tags: [feature],
    ...(access.kind === 'role'
      ? { security: [{ session: [] }], 'x-action': access.action, 'x-roles': rules[access.action] }
      : { security: [] }),
    ...(access.kind === 'capability' ? { 'x-capability': access.capability } : {}),
    parameters: parametersOf(route, operation, schemaOf),
    ...(content
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': content,
              ...(takesFiles ? { 'multipart/form-data': { schema: withFiles } } : {}),
              ...(takesForms ? { 'application/x-www-form-urlencoded': { schema: content.schema } } : {}),
            },
          },
        }
      : {}),
    responses: answersOf(route, operation, schemaOf),
  };
}

/** How files go along: the body as one field of the form, and they as others. */
const withFiles: JsonSchema = {
  type: 'object',
  properties: {
    json: { type: 'string', contentMediaType: 'application/json', description: 'The body' },
    files: { type: 'array', items: { type: 'string', format: 'binary' } },
  },
};

/** `putApiTicketsReferenceState`: what programs that are made of the description call it. */
function operationId({ method, path }: Route): string {
  const words = pathTemplate(path).match(/[A-Za-z]+/g) ?? [];
  const capital = words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
  return [method.toLowerCase(), ...capital, ...(path.endsWith('/') ? ['Page'] : [])].join('');
}
