import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { brandSchema, defaultBrand } from '../../../content/schema/brand.ts';
import { portalSchema } from '../../../content/schema/portal.ts';
import { homeScreenIcon, type IconName, icons, tabIcon } from '../../../site/brand/icons.ts';
import { drawnInPage, unfitInLogo } from '../../../site/brand/logo.ts';
import { manifestOf } from '../../../site/brand/manifest.ts';
import { brandStyles } from '../../../site/brand/stylesheet.ts';
import { parse } from 'yaml';

const wide =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30" fill="currentColor"><path d="M0 0h90v30H0z"/></svg>';

async function folderWith(name: string, text: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-brand-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'content/media'), { recursive: true });
  await writeFile(join(root, 'content/media', name), text);
  return root;
}

describe('the style sheet of a brand', () => {
  it('names each colour for both themes', () => {
    const styles = brandStyles(brandSchema.parse({ colours: { accent: { light: '#B14F00', dark: '#ffb080' } } }), '..');
    expect(styles).toContain('--accent: light-dark(#b14f00, #ffb080);');
    expect(styles).toContain('--paper: light-dark(#fcf9f5, #15120f);');
  });

  it('sets headings and text in typefaces of its own, by language', () => {
    const fonts = [
      { family: 'Zen Old Mincho', file: 'zen.woff2', weight: '600', for: 'headings', language: 'ja' },
      { family: 'Inter', file: 'inter.woff2', weight: '100 900', for: 'text' },
    ];
    const styles = brandStyles(brandSchema.parse({ type: { fonts } }), '../../content/media');
    expect(styles).toContain("src: url('../../content/media/zen.woff2') format('woff2'); font-weight: 600;");
    expect(styles).toContain("[lang='ja'] { --own-headings: 'Zen Old Mincho',; }");
    expect(styles).toContain("[lang] { --own-text: 'Inter',; }");
  });

  it('sets headings as text is set, if they are to be sans', () => {
    expect(brandStyles(brandSchema.parse({ type: { headings: 'sans' } }), '..')).toContain('--display:');
    expect(brandStyles(brandSchema.parse({}), '..')).not.toContain('--display:');
  });

  it('shows the logo that belongs to the theme, chosen or the device’s', () => {
    const styles = brandStyles(brandSchema.parse({ logo: { light: 'a.svg', dark: 'b.svg' } }), '..');
    expect(styles).toContain("[data-for='dark']");
    expect(brandStyles(brandSchema.parse({ logo: { light: 'a.svg' } }), '..')).not.toContain('data-for');
  });
});

describe('a logo', () => {
  it('stands in the page with measures of its own, and is not read out', () => {
    const drawn = drawnInPage(wide, 'both');
    expect(drawn).toContain('width="84" height="28"');
    expect(drawn).toContain('aria-hidden="true"');
    expect(drawn.match(/\swidth=/g)).toHaveLength(1);
  });

  it.for([
    { svg: 'no drawing', says: 'holds no <svg>' },
    { svg: '<svg width="3"></svg>', says: 'has no viewBox' },
    { svg: '<svg viewBox="0 0 0 9"></svg>', says: 'has no viewBox' },
    { svg: '<svg viewBox="0 0 9 9"><path style="fill:red"/></svg>', says: 'has styles' },
    { svg: '<svg viewBox="0 0 9 9"><style>path{}</style></svg>', says: 'has styles' },
    { svg: '<svg viewBox="0 0 9 9"><script>1</script></svg>', says: 'more than a drawing' },
    { svg: '<svg viewBox="0 0 9 9" onload="x()"></svg>', says: 'more than a drawing' },
    {
      svg: '<svg viewBox="0 0 9 9"><use href="https://cdn.example/a.svg#b"/></svg>',
      says: 'https://cdn.example/a.svg',
    },
    { svg: '<svg viewBox="0 0 9 9"><path fill="url(https://x.example)"/></svg>', says: 'https://x.example' },
  ])('is refused: $svg', ({ svg, says }) => {
    expect(unfitInLogo(svg)?.reason).toContain(says);
  });

  it('may use what it defines itself', () => {
    expect(unfitInLogo('<svg viewBox="0 0 9 9"><path fill="url(#a)"/><use href="#b"/></svg>')).toBeNull();
  });
});

describe('icons', () => {
  it('are PNGs of their size, drawn from the logo or from the arch', async () => {
    const root = await folderWith('logo.svg', wide);
    const branded = brandSchema.parse({ logo: { light: 'logo.svg' } });
    for (const name of Object.keys(icons) as IconName[]) {
      const picture = homeScreenIcon(root, branded, name);
      expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(picture.readUInt32BE(16)).toBe(icons[name].side);
      expect(picture.equals(homeScreenIcon(root, brandSchema.parse({}), name))).toBe(false);
    }
  });

  it('of tabs are square and take the accent of the theme', async () => {
    const svg = tabIcon(await folderWith('logo.svg', wide), brandSchema.parse({ logo: { light: 'logo.svg' } }));
    expect(svg).toContain('viewBox="0 -30 90 90"');
    expect(svg).toContain('#253f87');
    expect(svg).toContain('prefers-color-scheme:dark');
  });
});

describe('the manifest', () => {
  it('has the portal’s name in its language, and icons that are there', async () => {
    const settings = await readFile(join(import.meta.dirname, '../../../content/portal.yaml'), 'utf8');
    const portal = { ...portalSchema.parse(parse(settings)), brand: brandSchema.parse(defaultBrand) };
    for (const language of ['ja', 'en'] as const) {
      const manifest = manifestOf(portal, language);
      expect(manifest).toMatchObject({ lang: language, name: portal.name[language], start_url: `/${language}/` });
      for (const { src } of manifest.icons)
        expect(['/icon.svg', ...Object.keys(icons).map((n) => `/${n}.png`)]).toContain(src);
      expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    }
  });
});
