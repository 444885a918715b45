import type { Route } from '../access/routes.ts';
import type { Operation } from './operation.ts';
import { parametersIn } from './path.ts';
import type { JsonSchema, SchemaOf } from './schemas.ts';

/** What stands in the path of a route, after its question mark and in its headers. */
export function parametersOf(route: Route, operation: Operation, schemaOf: SchemaOf): JsonSchema[] {
  return [...pathParameters(route, operation), ...queryParameters(route, operation, schemaOf), ...headers(operation)];
}

const parameterTexts: Readonly<Record<string, string>> = {
  language: 'The language of the page',
  reference: 'What people say when they mean a ticket',
  token: 'The secret part of a link that only one person was given',
  link: 'The signed part of the link in a mail of notices',
};

function pathParameters({ path }: Route, { example }: Operation) {
  return parametersIn(path).map(({ name, pattern }) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(pattern ? bounds(pattern) : {}) },
    ...(parameterTexts[name] ? { description: parameterTexts[name] } : {}),
    ...(example.params?.[name] ? { example: example.params[name] } : {}),
  }));
}

/** A choice of words, where it is nothing but that. */
function bounds(pattern: string): JsonSchema {
  return /^\w+(\|\w+)*$/.test(pattern) ? { enum: pattern.split('|') } : { pattern: `^(?:${pattern})$` };
}

function queryParameters(route: Route, { query, example }: Operation, schemaOf: SchemaOf) {
  const contract = route.query ?? query;
  if (!contract) return [];
  const { properties = {}, required = [] } = schemaOf(contract, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(description ? { description } : {}),
    ...(example.query?.[name] ? { example: example.query[name] } : {}),
  }));
}

function headers({ isOnce }: Operation) {
  if (!isOnce) return [];
  const description = 'Makes a retry the same request: sent again with the same key, it happens once.';
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description,
      schema: { type: 'string', minLength: 8, maxLength: 100 },
    },
  ];
}
