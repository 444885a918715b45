import type { Brand } from '../../content/schema/brand.ts';
import { rolesOf, type Token, tokenRoles, tokensOf } from './tokens.ts';

/** The brand as custom properties: each colour for both themes, and the typefaces. `media` is the way to content/media. */
export function brandStyles({ logo, colours, type }: Brand, media: string): string {
  const light = tokensOf(rolesOf(colours, 'light'), 'light');
  const dark = tokensOf(rolesOf(colours, 'dark'), 'dark');
  const names = Object.keys(tokenRoles) as Token[];
  const properties = names.map((name) => `--${name}: light-dark(${light[name]}, ${dark[name]});`);
  return [
    `:root { ${properties.join(' ')} }`,
    ...type.fonts.map((font) => fontFace(font, media)),
    ...type.fonts.map(({ family, for: use, language }) => {
      const place = language ? `[lang='${language}']` : '[lang]';
      return `${place} { --own-${use}: '${family}',; }`;
    }),
    ...(type.headings === 'sans' ? ['[lang] { --display: var(--own-headings,) var(--sans); }'] : []),
    ...(logo?.dark ? [twoLogos] : []),
  ].join('\n');
}

/** A page is shown in what is there at first sight: a typeface that comes later is for the next page, and nothing jumps. */
function fontFace({ family, file, weight }: Brand['type']['fonts'][number], media: string): string {
  return `@font-face { font-family: '${family}'; src: url('${media}/${file}') format('woff2'); font-weight: ${weight}; font-display: optional; }`;
}

/** One of two logos is shown: by the reader's choice, or else by the device's theme. */
const twoLogos = `
[data-for='dark'], :root[data-theme='dark'] [data-for='light'] { display: none; }
:root[data-theme='dark'] [data-for='dark'] { display: block; }
@media (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) [data-for='light'] { display: none; }
  :root:not([data-theme='light']) [data-for='dark'] { display: block; }
}`;
