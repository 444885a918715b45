import type { PropertyChange } from './mado-ticket-properties.ts';

/** Tells the properties around a field what was chosen in it. */
export function choose(field: Element, detail: PropertyChange): void {
  field.dispatchEvent(new CustomEvent('property-chosen', { detail, bubbles: true }));
}
