/** A thing as schema.org describes it. */
export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/**
 * Things as the text of a `<script type="application/ld+json">`. No text in them can end the script: `<` is written as
 * JSON's own escape (OWASP, Cross Site Scripting Prevention: JSON in a script element).
 */
export function scriptText(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
