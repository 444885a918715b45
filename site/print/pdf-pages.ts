/** What a printed PDF says of its pages. */
export interface PdfPages {
  count: number;
  /** The page, from 1, of each place that a link in it leads to. */
  places: Map<string, number>;
}

/**
 * Reads the pages of a PDF as Chromium writes it: its objects stand in the open, only their streams are compressed
 * (ISO 32000-1, 7.7.3 page tree and 12.3.2.3 named destinations). Throws when it is written in another way.
 */
export function readPdfPages(pdf: Buffer): PdfPages {
  const objects = objectsOf(pdf);
  const catalog = [...objects.values()].find((body) => /\/Type\s*\/Catalog\b/.test(body)) ?? '';
  const tree = reference(catalog, 'Pages');
  if (tree === null) throw new Error('The PDF names no pages');
  const leaves = leavesOf(objects, tree);
  const numbers = new Map(leaves.map((id, index) => [id, index + 1]));
  const places = new Map<string, number>();
  const named = objects.get(reference(catalog, 'Dests') ?? '') ?? '';
  for (const [, name = '', page = ''] of named.matchAll(/\/([^\s/[\]<>()]+)\s*\[(\d+) 0 R\s*\/XYZ/g)) {
    const number = numbers.get(page);
    if (number !== undefined) places.set(unescaped(name), number);
  }
  return { count: leaves.length, places };
}

/** Each object by its number. What is inside a stream is left out. */
function objectsOf(pdf: Buffer): Map<string, string> {
  const text = pdf.toString('latin1').replace(/\bstream\r?\n[^]*?\bendstream\b/g, '');
  const objects = text.matchAll(/(?:^|\n)(\d+) 0 obj\b([^]*?)\bendobj\b/g);
  return new Map([...objects].map(([, id = '', body = '']) => [id, body]));
}

function reference(body: string, key: string): string | null {
  return new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(body)?.[1] ?? null;
}

function leavesOf(objects: ReadonlyMap<string, string>, id: string): string[] {
  const body = objects.get(id) ?? '';
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(body)?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => leavesOf(objects, kid));
}

/** A name of PDF writes some of its signs by their number: `#2D` is a hyphen. */
function unescaped(name: string): string {
  return decodeURIComponent(name.replaceAll('%', '%25').replace(/#([0-9a-fA-F]{2})/g, '%$1'));
}
