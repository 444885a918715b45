import { inflateSync } from 'node:zlib';

/** The text of each page of a PDF as Chromium prints it, without spaces: of its fonts and streams, no more than is needed. */
export function textOfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const all = [...objects.values()];
  const pages = pagesUnder(
    objects,
    all.find(({ dict }) => /\/Type\s*\/Pages\b/.test(dict) && !dict.includes('/Parent')),
  );
  return pages.map(({ dict }) => {
    const fonts = new Map(
      [...dict.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, signsOf(objects, id)]),
    );
    const contents = /\/Contents (\d+) 0 R/.exec(dict)?.[1] ?? '';
    return textOf(objects.get(contents)?.stream() ?? '', fonts)
      .normalize('NFKC')
      .replaceAll(/\s/g, '');
  });
}

interface PdfObject {
  dict: string;
  stream(): string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = text.matchAll(/(?:^|\n)(\d+) 0 obj\b([^]*?)(?:\bstream\n([^]*?)\nendstream\s*)?endobj\b/g);
  return new Map(
    [...objects].map(([, id = '', dict = '', stream = '']) => {
      const inflated = () =>
        dict.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
      return [id, { dict, stream: inflated }];
    }),
  );
}

function pagesUnder(objects: ReadonlyMap<string, PdfObject>, node: PdfObject | undefined): PdfObject[] {
  if (!node) return [];
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node.dict)?.[1];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id = '']) => pagesUnder(objects, objects.get(id)));
}

/** What each code of a font stands for, by its ToUnicode map, and how many hex digits a code has. */
function signsOf(objects: ReadonlyMap<string, PdfObject>, id: string): { digits: number; signs: Map<string, string> } {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dict ?? '')?.[1] ?? '')?.stream() ?? '';
  const digits = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)?.[1]?.length ?? 4;
  const signs = new Map<string, string>();
  const key = (code: number) => code.toString(16).toUpperCase().padStart(digits, '0');
  for (const [, block = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      signs.set(key(Number.parseInt(code, 16)), sign(to));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const from = Number.parseInt(first, 16);
      for (let code = from; code <= Number.parseInt(last, 16); code += 1) {
        const value = (Number.parseInt(to, 16) + code - from).toString(16).padStart(to.length, '0');
        signs.set(key(code), sign(value));
      }
    }
  }
  return { digits, signs };
}

/** Text as PDF writes it in hex: UTF-16, big end first. */
function sign(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function textOf(content: string, fonts: ReadonlyMap<string, ReturnType<typeof signsOf>>): string {
  let text = '';
  let font: ReturnType<typeof signsOf> | undefined;
  // Where one shape stands for several signs, the PDF says which is meant, and the shape is passed over.
  const tokens = /\/ActualText <FEFF([0-9A-Fa-f]+)>[^]*?\bEMC\b|\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g;
  for (const [token, meant, name, shown = ''] of content.matchAll(tokens)) {
    if (meant !== undefined) text += sign(meant);
    const last = [...token.matchAll(/\/(F\d+) [\d.]+ Tf/g)].at(-1)?.[1] ?? name;
    if (last !== undefined) font = fonts.get(last);
    const digits = font?.digits ?? 4;
    for (let at = 0; at < shown.length; at += digits) {
      text += font?.signs.get(shown.slice(at, at + digits).toUpperCase()) ?? '';
    }
  }
  return text;
}
