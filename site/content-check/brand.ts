import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brand } from '../../content/schema/brand.ts';
import { weakColours } from '../brand/contrast.ts';
import { hexOf, readColour } from '../brand/colour.ts';
import { largestLogoBytes, unfitInLogo } from '../brand/logo.ts';
import type { Finding } from './finding.ts';

interface Place {
  file: string;
  brand: Brand;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** What is wrong with the brand: colours that cannot be read, drawings and typefaces that cannot be used. */
export async function checkBrand(root: string, place: Place): Promise<Finding[]> {
  return [...colourFindings(place), ...(await logoFindings(root, place)), ...(await fontFindings(root, place))];
}

function colourFindings({ file, brand, lineOf }: Place): Finding[] {
  return weakColours(brand.colours).map(({ role, theme, front, behind, ratio, needed, nearest }) => {
    const written = brand.colours[role][theme];
    const shown = hexOf(readColour(written));
    const given = written.startsWith('#') ? written : `${written}, which is ${shown}`;
    return {
      file,
      line: lineOf(['brand', 'colours', role, theme]),
      // Cut, not rounded: 4.499 is not 4.5.
      reason: `brand.colours.${role}.${theme}: ${front} on ${behind} has a contrast of ${Math.floor(ratio * 100) / 100}:1, needed is ${needed}:1; got ${given}${nearest ? '' : '. Beside the other colours, no lightness of it is enough'}`,
      ...(nearest ? { example: `${theme}: '${nearest}'` } : {}),
    };
  });
}

async function logoFindings(root: string, { file, brand, lineOf }: Place): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const use of ['light', 'dark', 'icon'] as const) {
    const name = brand.logo?.[use];
    if (!name) continue;
    const line = lineOf(['brand', 'logo', use]);
    const say = (reason: string, example?: string) =>
      findings.push({ file, line, reason: `brand.logo.${use}: ${reason}`, ...(example ? { example } : {}) });
    const text = await readFile(join(root, 'content/media', name), 'utf8').catch(() => null);
    if (text === null) {
      say(`there is no file content/media/${name}`);
      continue;
    }
    if (text.length > largestLogoBytes && use !== 'icon') {
      say(`content/media/${name} has ${text.length} bytes, at most ${largestLogoBytes}: it is part of every page`);
    }
    const unfit = unfitInLogo(text);
    if (unfit) say(`content/media/${name} ${unfit.reason}`, unfit.example);
  }
  return findings;
}

async function fontFindings(root: string, { file, brand, lineOf }: Place): Promise<Finding[]> {
  const findings = brand.type.fonts.map(async ({ file: name }, index): Promise<Finding[]> => {
    const font = await readFile(join(root, 'content/media', name)).catch(() => null);
    const reason =
      font === null
        ? `there is no file content/media/${name}`
        : font.subarray(0, 4).toString('latin1') === 'wOF2'
          ? null
          : `content/media/${name} is no WOFF2 file`;
    const line = lineOf(['brand', 'type', 'fonts', index, 'file']);
    return reason ? [{ file, line, reason: `brand.type.fonts.${index}.file: ${reason}` }] : [];
  });
  return (await Promise.all(findings)).flat();
}
