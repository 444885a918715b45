import { create } from 'qrcode';

/** A QR code to draw: a square of `modules` on each side, quiet zone included, with its dark ones as one SVG path. */
export interface QrCode {
  modules: number;
  path: string;
}

/** Light modules round the code, on each side (ISO/IEC 18004). */
export const quietModules = 4;

/** The QR code of an address, at level M: about 15 % of it may be smudged. The path is of strokes, one for each run. */
export function qrCode(address: string): QrCode {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    let pen: number | null = null;
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue;
      let end = column;
      while (end < size && data[row * size + end]) end += 1;
      path += pen === null ? `M${column + quietModules} ${row + quietModules}.5` : `m${column - pen} 0`;
      path += `h${end - column}`;
      pen = end;
      column = end;
    }
  }
  return { modules: size + 2 * quietModules, path };
}

/** The same as markup: black on white whatever the page is, and named for who cannot see it. */
export function qrMarkup(address: string, label: string): string {
  const { modules, path } = qrCode(address);
  const name = label.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<svg class="qr" viewBox="0 0 ${modules} ${modules}" role="img" aria-label="${name}" shape-rendering="crispEdges"><path fill="none" stroke="#000" d="${path}"></path></svg>`;
}
