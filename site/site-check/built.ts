import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';

/** A page of a built site. */
export interface BuiltPage {
  /** Site-absolute: `/ja/faq/return-policy/`. */
  url: string;
  root: HTMLElement;
  /** Every `id` there is to jump to. */
  ids: ReadonlySet<string>;
  isIndexed: boolean;
  /** Whether it repeats another page, which it names, as long as it is not translated: that one is indexed. */
  isCopy: boolean;
}

export interface PictureSize {
  width: number;
  height: number;
}

/** A built site as it is checked: what it serves, and what is in it. */
export interface BuiltSite {
  pages: BuiltPage[];
  /** Site-absolute addresses of everything that is served, pages by their address with the closing slash. */
  addresses: ReadonlySet<string>;
  /** Files that name addresses, by their own: the sitemap, robots.txt, stylesheets, Markdown, manifests. */
  texts: ReadonlyMap<string, string>;
  /** Width and height of every PNG, by its address; `null` if it is none. */
  pictures: ReadonlyMap<string, PictureSize | null>;
  /** Where the site says that it lives: `https://help.example.com`. */
  origin: string;
}

/** Reads a built site from its folder. */
export async function readBuiltSite(siteFolder: string): Promise<BuiltSite> {
  const files: string[] = [];
  for await (const path of glob('**/*.*', { cwd: siteFolder })) files.push(path.replaceAll('\\', '/'));
  files.sort();
  const read = (file: string) => readFile(join(siteFolder, file), 'utf8');
  const pages = await Promise.all(
    files
      .filter((file) => /(^|\/)index\.html$/.test(file))
      .map(async (file) => asPage(`/${file.slice(0, -'index.html'.length)}`, await read(file))),
  );
  const named = files.filter((file) => /\.(css|md|svg|txt|webmanifest|xml)$/.test(file));
  const texts = new Map(await Promise.all(named.map(async (file) => [`/${file}`, await read(file)] as const)));
  const addresses = new Set([...files.map((file) => `/${file}`), ...pages.map(({ url }) => url)]);
  const drawn = files.filter((file) => file.endsWith('.png'));
  const pictures = new Map(
    await Promise.all(drawn.map(async (file) => [`/${file}`, sizeOf(await readFile(join(siteFolder, file)))] as const)),
  );
  return { pages, addresses, texts, pictures, origin: originOf(texts.get('/robots.txt') ?? '') };
}

/** A page by its address: of a build, or as a portal fills it. */
export function asPage(url: string, html: string): BuiltPage {
  const root = parse(html, { comment: false });
  const ids = new Set(root.querySelectorAll('[id]').map(({ id }) => id));
  const robots = root.querySelector('meta[name="robots"]')?.getAttribute('content') ?? '';
  const canonical = root.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const isCopy = root.querySelector('.untranslated') !== null && !canonical.endsWith(url);
  return { url, root, ids, isIndexed: !robots.includes('noindex') && !isCopy, isCopy };
}

/** The sitemap's address in robots.txt has to be a whole one, so it says where the site lives. */
function originOf(robots: string): string {
  const sitemap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? '';
  return URL.canParse(sitemap) ? new URL(sitemap).origin : '';
}

/** A PNG begins with its signature and says its size first (PNG, 5.2 and 11.2.1). */
function sizeOf(png: Buffer): PictureSize | null {
  if (png.length < 24 || png.toString('latin1', 1, 4) !== 'PNG' || png.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
