import { html } from 'hono/html';
import type { Fragment } from '../http/pages.ts';
import { fieldList, typeText } from './reference-fields.ts';
import type { JsonSchema } from './schemas.ts';

/** An operation of the description, as far as the reference shows it. */
export interface DescribedOperation {
  path: string;
  method: string;
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
  'x-roles'?: string[];
  'x-capability'?: string;
}

/** One operation: where it is, who may, what it takes, what it answers, and a request that succeeds. */
export function operationSection(operation: DescribedOperation): Fragment {
  const { operationId, method, path, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json'];
  return html`<article class="reference-operation" aria-labelledby="${operationId}">
    <h3 id="${operationId}">${summary}</h3>
    <p class="reference-address">
      <code><strong>${method.toUpperCase()}</strong> ${breakable(path)}</code>
    </p>
    ${description ? html`<p>${description}</p>` : ''}
    <p class="reference-access">${accessText(operation)}</p>
    ${
      parameters.length > 0
        ? html`<h4>Parameters</h4>
            <dl class="reference-fields">
              ${parameters.map(
                (parameter) =>
                  html`<div>
                    <dt>
                      <code>${parameter.name}</code>
                      <span>${parameter.in}${parameter.required ? '' : ', optional'}</span>
                    </dt>
                    <dd>
                      <p>${typeText(parameter.schema)}</p>
                      ${parameter.description ? html`<p>${parameter.description}</p>` : ''}
                    </dd>
                  </div>`,
              )}
            </dl>`
        : ''
    }
    ${
      body
        ? html`<h4>Body</h4>
            ${fieldList(body.schema)}
            <h4>Example</h4>
            <pre tabindex="0"><code>${JSON.stringify(body.example, null, 2)}</code></pre>`
        : ''
    }
    <h4>Answers</h4>
    <dl class="reference-answers">
      ${Object.entries(responses).map(
        ([status, answer]) =>
          html`<div>
            <dt>${status}</dt>
            <dd>${answer.description}${contentText(answer.content)}</dd>
          </div>`,
      )}
    </dl>
  </article>`;
}

/** A path that may break after each of its parts. */
function breakable(path: string): Fragment {
  return html`${path.split(/(?<=\/)/).map((part) => html`${part}<wbr />`)}`;
}

function accessText({ 'x-roles': roles, 'x-capability': capability }: DescribedOperation): string {
  if (roles) return `For staff who are signed in as ${roles.join(', ')}.`;
  return capability ? `For whoever holds the ${capability.replaceAll('-', ' ')}.` : 'For everybody.';
}

function contentText(content: Record<string, { schema: JsonSchema }> | undefined): Fragment | string {
  const [type, found] = Object.entries(content ?? {})[0] ?? [];
  if (!type || !found || type === 'application/problem+json') return '';
  const { $ref } = found.schema;
  return html`: ${typeof $ref === 'string' ? typeText(found.schema) : html`<code>${type}</code>`}`;
}
