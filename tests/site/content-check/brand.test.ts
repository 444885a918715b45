import { describe, expect, it } from 'vitest';
import { checkTree, portalFile, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const end = 'workingHours: 8\n  hours: customer-care\n';
const withBrand = (text: string) => `${end}brand:\n${text}`;
const colours = (accent: string) => `  colours:\n    accent:\n      ${accent}\n      dark: '#a9b8f5'\n`;

const mistakes: Mistake[] = [
  {
    what: 'a colour by its name',
    instead: end,
    write: withBrand(colours('light: navy')),
    line: 44,
    says: ['brand.colours.accent.light: expected a colour without transparency', 'got "navy"'],
    example: 'light: "#2b3f8f"',
  },
  {
    what: 'a colour that lets others through',
    instead: end,
    write: withBrand(colours("light: '#2b3f8f80'")),
    line: 44,
    says: ['expected a colour without transparency'],
    example: 'light: "#2b3f8f"',
  },
  {
    what: 'a colour for one theme only',
    instead: end,
    write: withBrand("  colours:\n    accent: { light: '#2b3f8f' }\n"),
    line: 43,
    says: ['brand.colours.accent.dark: expected text; it is missing'],
    example: 'dark: "#a9b8f5"',
  },
  {
    what: 'a picture for a logo that is no SVG',
    instead: end,
    write: withBrand('  logo: { light: logo.png }\n'),
    line: 42,
    says: ['brand.logo.light: expected the name of an SVG file in content/media; got "logo.png"'],
    example: 'light: "logo.svg"',
  },
  {
    what: 'a logo that is not there',
    instead: end,
    write: withBrand('  logo: { light: logo.svg }\n'),
    line: 42,
    says: ['brand.logo.light: there is no file content/media/logo.svg'],
  },
  {
    what: 'a typeface from elsewhere',
    instead: end,
    write: withBrand(
      "  type:\n    fonts:\n      - { family: Inter, file: 'https://fonts.example/i.woff2', for: text }\n",
    ),
    line: 44,
    says: ['brand.type.fonts.0.file: expected the name of a WOFF2 file in content/media'],
    example: 'file: "fonts/zen-old-mincho-600.woff2"',
  },
  {
    what: 'a typeface that is not there',
    instead: end,
    write: withBrand('  type:\n    fonts:\n      - { family: Inter, file: inter.woff2, for: text }\n'),
    line: 44,
    says: ['brand.type.fonts.0.file: there is no file content/media/inter.woff2'],
  },
  {
    what: 'headings that are neither',
    instead: end,
    write: withBrand('  type: { headings: gothic }\n'),
    line: 42,
    says: ['brand.type.headings: expected one of serif, sans; got "gothic"'],
    example: 'headings: "serif"',
  },
];

async function findingsOnLogo(svg: string): Promise<string[]> {
  const { findings } = await checkTree({
    [portalFile]: put(withBrand('  logo: { light: logo.svg }\n'), end),
    'content/media/logo.svg': svg,
  });
  return findings.map(({ line, reason }) => `${line} ${reason}`);
}

describe('the check of a brand', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(portalFile, mistake);
  });

  it('finds a colour that cannot be read, says by how much, and offers the nearest that can', async () => {
    const { findings } = await checkTree({ [portalFile]: put(withBrand(colours("light: '#ff7a1a'")), end) });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ file: portalFile, line: 44, example: "light: '#b14f00'" });
    expect(findings[0]?.reason).toBe(
      'brand.colours.accent.light: accent on accent-wash has a contrast of 2.24:1, needed is 4.5:1; got #ff7a1a',
    );
    const cured = await checkTree({ [portalFile]: put(withBrand(colours(findings[0]?.example ?? '')), end) });
    expect(cured.findings).toEqual([]);
  });

  it('finds a logo with a script, and one that is too heavy for every page', async () => {
    expect(await findingsOnLogo('<svg viewBox="0 0 9 9"><script>1</script></svg>')).toEqual([
      expect.stringContaining('42 brand.logo.light: content/media/logo.svg holds more than a drawing'),
    ]);
    expect(await findingsOnLogo(`<svg viewBox="0 0 9 9"><path d="${'M0 0'.repeat(2000)}"/></svg>`)).toEqual([
      expect.stringMatching(/has \d+ bytes, at most 6000/),
    ]);
    expect(await findingsOnLogo('<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')).toEqual([]);
  });

  it('finds a file that is named like a typeface and is none', async () => {
    const { findings } = await checkTree({
      [portalFile]: put(
        withBrand('  type:\n    fonts:\n      - { family: Inter, file: inter.woff2, for: text }\n'),
        end,
      ),
      'content/media/inter.woff2': '<html>Not found</html>',
    });
    expect(findings).toMatchObject([{ file: portalFile, line: 44 }]);
    expect(findings[0]?.reason).toContain('content/media/inter.woff2 is no WOFF2 file');
  });

  it('leaves a portal without a brand as it is', async () => {
    const { portal, findings } = await checkTree();
    expect(findings).toEqual([]);
    expect(portal?.brand.type.headings).toBe('serif');
  });
});
