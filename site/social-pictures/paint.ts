import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { drawing, type Words } from './drawing.ts';
import { look } from './look.ts';

const cacheFolder = join(process.cwd(), 'node_modules/.cache/social-pictures');
const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-jp')), '../fonts');
const fontFiles = ['NotoSansJP-Medium.otf', 'NotoSansJP-Bold.otf'].map((file) => join(fonts, file));

/** A social picture as PNG, 1200 by 630. What was painted before is taken from `node_modules/.cache`. */
export async function paint(words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const svg = drawing(words);
  const file = join(cacheFolder, `${createHash('sha256').update(svg).digest('hex').slice(0, 24)}.png`);
  const before = await readFile(file).catch(() => null);
  if (before) return new Uint8Array(before);
  const png = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: look.family } })
    .render()
    .asPng();
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(file, png);
  return new Uint8Array(png);
}
