import type { Route } from '../access/routes.ts';
import { type ProblemSlug, problems } from '../problem.ts';
import type { Operation } from './operation.ts';
import type { JsonSchema, SchemaOf } from './schemas.ts';

/** What a route may answer, by status: what it does, where a form leads, and everything that can go wrong. */
export function answersOf(route: Route, operation: Operation, schemaOf: SchemaOf): Record<string, JsonSchema> {
  return {
    ...success(operation, schemaOf),
    ...(route.takesForms ? formAnswer : {}),
    ...failures(route, operation),
  };
}

const formAnswer = { 303: { description: 'Sent as a form: leads to the page that says so' } };

function success({ answer, summary }: Operation, schemaOf: SchemaOf) {
  const type = answer.type ?? (answer.body ? 'application/json' : null);
  const schema = answer.body ? schemaOf(answer.body, 'output') : { type: 'string' };
  const isRedirect = answer.status >= 300;
  return {
    [answer.status]: {
      description: isRedirect ? 'Leads there' : answer.status === 204 ? 'Done' : summary,
      ...(isRedirect ? { headers: { Location: { schema: { type: 'string' } } } } : {}),
      ...(type ? { content: { [type]: { schema } } } : {}),
    },
  };
}

/** What follows from what stands before a handler, and what the operation names. */
function failures({ method, access, body, query, isCounted }: Route, { problems: named = [] }: Operation) {
  const changes = method !== 'GET';
  const slugs: ProblemSlug[] = [
    ...(access.kind === 'role' ? (['not-signed-in', 'not-allowed'] as const) : []),
    ...(changes ? (['foreign-origin', 'body-too-large', 'database-busy', 'storage-full'] as const) : []),
    ...(body ? (['malformed-body', 'unsupported-media-type', 'invalid-input'] as const) : []),
    ...(query ? (['invalid-input'] as const) : []),
    ...(isCounted ? (['too-many-tries'] as const) : []),
    ...named,
  ];
  const byStatus = Map.groupBy([...new Set(slugs)].sort(), (slug) => problems[slug].status);
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => [
      status,
      {
        description: found.map((slug) => problems[slug].title.en).join('; '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              found.map((slug) => [
                slug,
                { value: { type: `/problems/${slug}`, title: problems[slug].title.en, status } },
              ]),
            ),
          },
        },
      },
    ]),
  );
}
