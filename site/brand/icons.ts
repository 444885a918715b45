import { Resvg } from '@resvg/resvg-js';
import type { Brand } from '../../content/schema/brand.ts';
import { readDrawing, viewBoxIn } from './logo.ts';
import { rolesOf, tokensOf } from './tokens.ts';

/** Pictures for tabs and home screens: side in pixels and, where a device may cut it round, room around the drawing. */
export const icons = {
  'icon-180': { side: 180, share: 0.66 },
  'icon-192': { side: 192, share: 0.72 },
  'icon-512': { side: 512, share: 0.72 },
  // Within the circle that no mask cuts: 80 % across (W3C App Manifest, maskable icons).
  'icon-maskable-512': { side: 512, share: 0.52 },
} as const;
export type IconName = keyof typeof icons;

/** Where a portal has no logo: the arch of a counter. */
const arch = `<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"><path d="M6 27V11a10 10 0 0 1 20 0v16M3 27h26M11 27V14a5 5 0 0 1 10 0v13"/></svg>`;

/** The icon of tabs, which follows the device's theme. */
export function tabIcon(root: string, brand: Brand): string {
  const [light, dark] = [
    tokensOf(rolesOf(brand.colours, 'light'), 'light'),
    tokensOf(rolesOf(brand.colours, 'dark'), 'dark'),
  ];
  const [left, top, width, height] = viewBoxIn(drawingOf(root, brand)) ?? [0, 0, 32, 32];
  const side = Math.max(width, height);
  const box = [left - (side - width) / 2, top - (side - height) / 2, side, side].join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><style>svg{color:${light.accent}}@media (prefers-color-scheme:dark){svg{color:${dark.accent}}}</style>${placed(drawingOf(root, brand), [left, top, width, height])}</svg>`;
}

/** The icon of home screens as PNG: the drawing in the accent on paper. */
export function homeScreenIcon(root: string, brand: Brand, name: IconName): Buffer {
  const { side, share } = icons[name];
  const { accent, paper } = tokensOf(rolesOf(brand.colours, 'light'), 'light');
  const drawing = drawingOf(root, brand);
  const [, , width, height] = viewBoxIn(drawing) ?? [0, 0, 1, 1];
  const scale = (side * share) / Math.max(width, height);
  const [drawnWidth, drawnHeight] = [width * scale, height * scale];
  const at = [(side - drawnWidth) / 2, (side - drawnHeight) / 2, drawnWidth, drawnHeight] as const;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" color="${accent}"><rect width="${side}" height="${side}" fill="${paper}"/>${placed(drawing, at)}</svg>`;
  return Buffer.from(new Resvg(picture, { font: { loadSystemFonts: false } }).render().asPng());
}

function drawingOf(root: string, { logo }: Brand): string {
  const name = logo?.icon ?? logo?.light;
  return name ? readDrawing(root, name) : arch;
}

function placed(drawing: string, [x, y, width, height]: readonly [number, number, number, number]): string {
  return drawing.replace(/<svg\b([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replaceAll(/\s(?:x|y|width|height|xmlns)\s*=\s*["'][^"']*["']/g, '');
    return `<svg x="${x}" y="${y}" width="${width}" height="${height}"${kept}>`;
  });
}
