import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faqSchema } from '../../../content/schema/articles.ts';
import { piecesOfEntry } from '../../../site/article-text/entry.ts';
import { articleLoader } from '../../../site/article-text/loader.ts';

const front = `title: Which shoes can I send back?
answer: Any pair that was worn only indoors.
category: returns
asked: [send back, how long, return policy, worn once, no box]
reviewed: 2026-11-01
owner: customer-care`;

interface Entry {
  data: Record<string, unknown>;
  rendered?: { html: string; metadata?: Record<string, unknown> };
}

/** Loads FAQ articles into a store, as Astro would; what was in it is still there. */
async function load(files: Record<string, string>, store = new Map<string, Entry>()) {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-loader-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const context = {
    config: { root: pathToFileURL(`${root}/`) },
    store: {
      keys: () => [...store.keys()],
      set: ({ id, ...entry }: Entry & { id: string }) => store.set(id, entry),
      delete: (id: string) => store.delete(id),
    },
    parseData: ({ data }: { data: unknown }) => Promise.resolve(faqSchema.parse(data)),
    generateDigest: (text: string) => text,
  };
  await articleLoader('faq', faqSchema).load(context as unknown as LoaderContext);
  return store;
}

const textOf = (entry?: Entry) => JSON.stringify(entry && piecesOfEntry(entry));

describe('loading articles', () => {
  it('gives each its fields and its text, by language and slug', async () => {
    const store = await load({
      'content/faq/en/return-policy.mdx': `---\n${front}\n---\n\n## When\n\n{/* no */}Soon.`,
    });
    expect([...store.keys()]).toEqual(['en/return-policy']);
    const entry = store.get('en/return-policy');
    expect(entry?.data).toMatchObject({ category: 'returns', rank: 100, reviewed: '2026-11-01' });
    expect(textOf(entry)).toContain('<h2 id=\\"when\\">When</h2>');
  });

  it('leaves out what is no article, and drops what is gone', async () => {
    const store = new Map<string, Entry>([['en/gone', { data: {} }]]);
    const text = `---\n${front}\n---\n`;
    await load(
      { 'content/faq/en/here.mdx': text, 'content/faq/xx/no.mdx': text, 'content/faq/en/notes.txt': 'x' },
      store,
    );
    expect([...store.keys()]).toEqual(['en/here']);
  });

  it('shows a mistake in its place, with file, line, reason and a working example; other pages work', async () => {
    const store = await load({
      'content/faq/en/broken.mdx': `---\n${front}\n---\n\n<Steps>\n\nNever closed.`,
      'content/faq/en/unknown.mdx': `---\n${front}\n---\n\n<Banner>Sale!</Banner>`,
      'content/faq/en/whole.mdx': `---\n${front}\n---\n\nAll is well.`,
    });
    expect(textOf(store.get('en/broken'))).toMatch(
      /content\/faq\/en\/broken\.mdx:10.*This is not MDX.*close every tag/,
    );
    expect(textOf(store.get('en/unknown'))).toMatch(/unknown\.mdx:10.*There is no component &lt;Banner&gt;/);
    expect(textOf(store.get('en/whole'))).toContain('All is well.');
  });

  it('shows a page whose fields are wrong with those that are right', async () => {
    const store = await load({
      'content/faq/en/dateless.mdx': `---\n${front.replace('2026-11-01', 'soon')}\n---\n\nText.`,
      'content/faq/en/bare.mdx': 'Just text.',
    });
    const dateless = store.get('en/dateless');
    expect(dateless?.data).toMatchObject({ title: 'Which shoes can I send back?', category: 'returns' });
    expect(textOf(dateless)).toMatch(/dateless\.mdx:6.*reviewed: expected/);
    expect(textOf(store.get('en/bare'))).toMatch(/bare\.mdx:1.*begins with its front matter/);
  });
});
