import { html } from 'hono/html';
import type { Fragment } from '../http/pages.ts';
import type { OpenApiDocument } from './document.ts';
import { type DescribedOperation, operationSection } from './reference-operation.ts';
import { fieldList } from './reference-fields.ts';

/** The reference for people, made of the description for programs: what stands at the slots of its page. */
export function referenceSlots({ tags, paths, components }: OpenApiDocument): Record<string, Fragment> {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      ...(operation as unknown as Omit<DescribedOperation, 'path' | 'method'>),
    })),
  );
  const features = tags.map(({ name }) => ({
    name,
    id: anchor(name),
    operations: all.filter(({ tags }) => tags[0] === name),
  }));
  const schemas = Object.entries(components.schemas).sort(([one], [other]) => one.localeCompare(other));
  return {
    contents: html`<ul>
      ${features.map(
        ({ name, id, operations }) =>
          html`<li>
            <a href="#${id}">${name}</a>
            <ul>
              ${operations.map(({ operationId, summary }) => html`<li><a href="#${operationId}">${summary}</a></li>`)}
            </ul>
          </li>`,
      )}
      <li><a href="#schemas">Schemas</a></li>
    </ul>`,
    operations: html`${features.map(
      ({ name, id, operations }) =>
        html`<section aria-labelledby="${id}">
          <h2 id="${id}">${name}</h2>
          ${operations.map((operation) => operationSection(operation))}
        </section>`,
    )}`,
    schemas: html`${schemas.map(
      ([name, schema]) =>
        html`<section class="reference-schema" aria-labelledby="schema-${name}">
          <h3 id="schema-${name}">${name}</h3>
          ${schema['description'] ? html`<p>${schema['description'] as string}</p>` : ''} ${fieldList(schema)}
        </section>`,
    )}`,
  };
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
