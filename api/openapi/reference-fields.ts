import { html } from 'hono/html';
import type { Fragment } from '../http/pages.ts';
import type { JsonSchema } from './schemas.ts';

/** The fields of an object, each with its type, its bounds and what it means; fields within fields stand below them. */
export function fieldList(schema: JsonSchema): Fragment | string {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, JsonSchema>; required?: string[] };
  const fields = Object.entries(properties);
  if (fields.length === 0) return '';
  return html`<dl class="reference-fields">
    ${fields.map(
      ([name, field]) =>
        html`<div>
          <dt><code>${name}</code>${required.includes(name) ? '' : html` <span>optional</span>`}</dt>
          <dd>
            <p>${typeText(field)}${boundsText(field)}</p>
            ${field['description'] ? html`<p>${field['description'] as string}</p>` : ''}
            ${within(field).map((inner) => fieldList(inner))}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** What a value is, in a few words: `text`, `list of Message`, `one of ja, en`. Named schemas lead to themselves. */
export function typeText(schema: JsonSchema): Fragment {
  const { $ref, type, items, anyOf, oneOf, const: only } = schema;
  const choices = schema['enum'];
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (Array.isArray(choices))
    return html`one of
    ${listed(
      (choices as unknown[]).map((choice) => html`<code>${choice as string}</code>`),
      ', ',
    )}`;
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`;
  const several = anyOf ?? oneOf;
  if (Array.isArray(several)) return alternatives(several as JsonSchema[]);
  if (type === 'array') return html`list of ${typeText((items ?? {}) as JsonSchema)}`;
  const types = (Array.isArray(type) ? type : [type ?? 'anything']) as string[];
  return html`${types.map((one) => typeNames[one] ?? one).join(' or ')}`;
}

/** Objects of several kinds are one word: what parts them stands below. */
function alternatives(several: JsonSchema[]): Fragment {
  const [, ...moreObjects] = several.filter(({ type }) => type === 'object');
  return listed(several.filter((one) => !moreObjects.includes(one)).map(typeText), ' or ');
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
};

interface Bounds {
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

function boundsText(field: JsonSchema): string {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, default: value } = field as Bounds;
  const bounds = [
    between(minLength, maxLength, ' characters'),
    between(minItems, maxItems, ' of them'),
    between(minimum, maximum, ''),
    value === undefined ? '' : `${JSON.stringify(value)} if left out`,
  ];
  return bounds.map((bound) => (bound ? `, ${bound}` : '')).join('');
}

function between(least: number | undefined, most: number | undefined, noun: string): string {
  if (most === undefined) return least === undefined ? '' : `at least ${least}${noun}`;
  return least === undefined ? `at most ${most}${noun}` : `${least} to ${most}${noun}`;
}

/** Objects within a field whose fields have no section of their own. */
function within({ type, items, properties, anyOf, oneOf, ...rest }: JsonSchema): JsonSchema[] {
  if (properties) return [{ ...rest, properties }];
  if (type === 'array') return within(items as JsonSchema);
  return (((anyOf ?? oneOf) as JsonSchema[] | undefined) ?? []).flatMap(within);
}

function listed(parts: Fragment[], between: string): Fragment {
  return html`${parts.map((part, index) => [index === 0 ? '' : between, part])}`;
}
