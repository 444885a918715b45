import { html, nothing, svg, type TemplateResult } from 'lit';

/** Small pictures beside words in a line of the list; what they mean is always said as well. */
const shapes: Record<string, TemplateResult> = {
  overdue: svg`<path d="M8 1.5 15.2 14H.8Z" fill="currentColor" stroke="none" /><path d="M8 6v3.6M8 11.4v.8" stroke="var(--paper)" />`,
  soon: svg`<circle cx="8" cy="8" r="6.2" /><path d="M8 4.4V8l2.6 1.6" />`,
  urgent: svg`<path d="m3.5 8.5 4.5-4.5 4.5 4.5M3.5 13 8 8.5l4.5 4.5" />`,
  high: svg`<path d="m3.5 10.5 4.5-5 4.5 5" />`,
  low: svg`<path d="m3.5 5.5 4.5 5 4.5-5" />`,
  search: svg`<circle cx="7" cy="7" r="4.6" /><path d="m10.5 10.5 4 4" />`,
  web: svg`<rect x="1.8" y="3" width="12.4" height="10" rx="1.5" /><path d="M1.8 6h12.4" />`,
  email: svg`<rect x="1.8" y="3.5" width="12.4" height="9" rx="1.2" /><path d="m2.5 4.5 5.5 4.5 5.5-4.5" />`,
  channel: svg`<path d="M2 3.2h12v7.6H7.5L4.5 13.6v-2.8H2Z" />`,
  phone: svg`<path d="M4.2 2.2 6.3 2l1 3-1.4 1.3c.7 1.6 1.9 2.8 3.6 3.6l1.3-1.4 3 1-.2 2.1c-.1.9-.8 1.5-1.7 1.4C7 12.4 3.5 9 3 4c-.1-.9.4-1.7 1.2-1.8Z" />`,
};

/** The picture of that name; where there is none, the other one, or nothing. */
export function mark(name: string, otherwise = ''): TemplateResult | typeof nothing {
  const shape = shapes[name] ?? shapes[otherwise];
  if (!shape) return nothing;
  return html`<svg class="line-mark" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}
