import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import type { BuiltFile, BuiltSite } from './built-site.ts';
import { endedPage } from './ended-pages.ts';
import type { Env } from './env.ts';
import { wishedLanguage } from './language.ts';
import { answerWithPart, largestKeptBytes } from './ranges.ts';

/** The Markdown twin of a page, beside it. Search engines are told that the page is the one to show. */
const twin = 'index.md';
const kept = new WeakMap<BuiltSite, Map<string, Buffer<ArrayBuffer>>>();

/**
 * Answers with a file of the build. Only what the build lists is there: no dot files, no links, no way out of the folder.
 * Throws `not-found`, and `method-not-allowed` for anything but GET and HEAD.
 */
export async function answerWithFile(c: Context<Env>, site: BuiltSite): Promise<Response> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    throw new Problem('method-not-allowed');
  }
  const address = decoded(c.req.path);
  if (address === '/') {
    c.header('Vary', 'Accept-Language', { append: true });
    const language = wishedLanguage(c.req.header('Accept-Language'), site.snapshot.portal.languages);
    // Crawlers name no language: they get the page that links both.
    if (language) return c.redirect(`/${language}/`, 302);
  }
  const path = `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
  const ended = endedPage(site.snapshot, path, c.get('services').clock());
  const instead = ended === null ? undefined : site.files.get(ended);
  if (ended !== null && instead) return respond(c, site, ended, instead, 410);
  const file = site.files.get(path);
  if (!file) {
    const now = addressNow(site, address);
    if (now) return c.redirect(`${now}${new URL(c.req.url).search}`, 308);
    throw new Problem('not-found');
  }
  return respond(c, site, path, file);
}

/** Where an address leads that names no file: its page with the closing slash, or the page that took its place. */
function addressNow(site: BuiltSite, address: string): string | null {
  const file = address.endsWith(`/${twin}`) ? twin : '';
  const page = address.slice(0, address.length - file.length).replace(/\/?$/, '/');
  if (!file && site.files.has(`${page.slice(1)}index.html`)) return page;
  const { redirects } = site.snapshot;
  return Object.hasOwn(redirects, page) ? `${redirects[page]}${file}` : null;
}

async function respond(
  c: Context<Env>,
  site: BuiltSite,
  path: string,
  file: BuiltFile,
  status: 200 | 410 = 200,
): Promise<Response> {
  const coding = chosenCoding(c.req.header('Accept-Encoding'), file);
  const etag = `"${file.etag}${coding ? `-${coding}` : ''}"`;
  c.status(status);
  if (status === 200) c.header('ETag', etag);
  c.header('Cache-Control', cacheControl(path));
  if (file.br !== undefined) c.header('Vary', 'Accept-Encoding', { append: true });
  if (status === 200 && isFresh(c.req.header('If-None-Match'), etag)) return c.body(null, 304);

  if (status === 410) c.header('X-Robots-Tag', 'noindex');
  else if (path.endsWith(twin)) {
    const page = `${c.get('services').publicUrl}/${path.slice(0, -twin.length)}`;
    c.header('Link', `<${encodeURI(page)}>; rel="canonical"`);
  }
  c.header('Content-Type', file.type);
  // A file with compressed copies is text: nobody wants a part of it.
  const mayBeParted = file.br === undefined && file.gz === undefined;
  if (mayBeParted && (c.req.header('Range') !== undefined || isStreamed(file))) {
    return answerWithPart(c, { path: join(site.folder, 'site', path), bytes: file.bytes, etag });
  }
  if (mayBeParted) c.header('Accept-Ranges', 'bytes');
  const content = await contentOf(site, coding ? `${path}.${coding}` : path);
  c.header('Content-Length', String(content.length));
  if (coding) c.header('Content-Encoding', coding === 'gz' ? 'gzip' : coding);
  return c.req.method === 'HEAD' ? c.body(null) : c.body(content);
}

/** Films are asked for part by part, by few at a time; so is what is too large to be kept. */
function isStreamed({ type, bytes }: BuiltFile): boolean {
  return type.startsWith('video/') || bytes > largestKeptBytes;
}

/** What is named by its content never changes; everything else is asked for again each time, cheaply by its ETag. */
function cacheControl(path: string): string {
  const isNamedByContent =
    path.startsWith('_astro/') || /^(pagefind\/(fragment|index)|search\/[a-z]+-[0-9a-f]+)\//.test(path);
  return isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache';
}

export function chosenCoding(header: string | undefined, file: Pick<BuiltFile, 'br' | 'gz'>): 'br' | 'gz' | null {
  const accepted = new Set(
    (header ?? '')
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim().toLowerCase()),
  );
  if (file.br !== undefined && accepted.has('br')) return 'br';
  if (file.gz !== undefined && accepted.has('gzip')) return 'gz';
  return null;
}

export function isFresh(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}

async function contentOf(site: BuiltSite, path: string): Promise<Buffer<ArrayBuffer>> {
  let files = kept.get(site);
  if (!files) kept.set(site, (files = new Map<string, Buffer<ArrayBuffer>>()));
  let content = files.get(path);
  if (!content) {
    content = await readFile(join(site.folder, 'site', path));
    files.set(path, content);
  }
  return content;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Problem('not-found');
  }
}
