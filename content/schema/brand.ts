import { z } from 'zod';
import { languages } from './languages.ts';

const colour = z
  .string()
  .regex(
    /^(#([0-9a-f]{3}|[0-9a-f]{6})|oklch\(\s*(100|\d{1,2})(\.\d+)?%\s+0?\.?\d+\s+\d{1,3}(\.\d+)?(deg)?\s*\))$/i,
    'a colour without transparency, as #rrggbb or oklch(lightness% chroma hue)',
  )
  .meta({ example: '#2b3f8f' });

const inBothThemes = (light: string, dark: string) =>
  z.strictObject({
    light: colour.meta({ example: light }),
    dark: colour.meta({ example: dark }),
  });

const drawing = (example: string) =>
  z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\.svg$/, 'the name of an SVG file in content/media')
    .meta({ example });

const font = z.strictObject({
  family: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,60}$/u, 'the name of a typeface, without quotes')
    .meta({ example: 'Zen Old Mincho' }),
  file: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\.woff2$/, 'the name of a WOFF2 file in content/media')
    .meta({ example: 'fonts/zen-old-mincho-600.woff2' }),
  weight: z
    .string()
    .regex(/^[1-9]\d{0,2}( [1-9]\d{0,2})?$/, 'a weight, or the two ends of a variable one, in quotes')
    .default('400')
    .meta({ example: '600' }),
  for: z.enum(['headings', 'text']).describe('What is set in it').meta({ example: 'headings' }),
  language: z.enum(languages).optional().describe('Left out, both languages are set in it').meta({ example: 'ja' }),
});

const colours = {
  accent: { light: 'oklch(39% 0.125 266)', dark: 'oklch(80% 0.085 266)' },
  paper: { light: 'oklch(98.4% 0.007 85)', dark: 'oklch(18.5% 0.008 75)' },
  ink: { light: 'oklch(24% 0.018 265)', dark: 'oklch(91% 0.012 85)' },
};
const type = { headings: 'serif' as const, fonts: [] };

/** The look of a portal that names none. */
export const defaultBrand = { colours, type };

/** `brand` in `content/portal.yaml`: the logo, the colours and the type. */
export const brandSchema = z.strictObject({
  logo: z
    .strictObject({
      light: drawing('logo.svg').describe('Drawn in the head of every page; currentColor becomes the accent'),
      dark: drawing('logo-dark.svg').optional().describe('For the dark theme, if the other does not serve there'),
      icon: drawing('icon.svg').optional().describe('A square one for tabs and home screens; left out, the logo'),
      holdsName: z
        .boolean()
        .default(false)
        .describe('Whether the name is drawn in it, and need not stand beside it')
        .meta({ example: false }),
    })
    .optional()
    .meta({ example: { light: 'logo.svg' } }),
  colours: z
    .strictObject({
      accent: inBothThemes('#2b3f8f', '#a9b8f5').default(colours.accent).describe('Links, buttons, focus'),
      paper: inBothThemes('#fcf9f3', '#161412').default(colours.paper).describe('Behind everything'),
      ink: inBothThemes('#1b1f28', '#e6e1d8').default(colours.ink).describe('Text'),
    })
    .default(colours),
  type: z
    .strictObject({
      headings: z.enum(['serif', 'sans']).default('serif').meta({ example: 'serif' }),
      fonts: z.array(font).max(8).default([]).describe('Files of your own; nothing is fetched from elsewhere'),
    })
    .default(type),
});
export type Brand = z.infer<typeof brandSchema>;
