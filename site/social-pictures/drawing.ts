import type { Language } from '../../content/schema/languages.ts';
import { breakLines } from './lines.ts';
import { look, size } from './look.ts';

/** What a social picture says: a title, under the name of the site. */
export interface Words {
  language: Language;
  siteName: string;
  title: string;
  /** A line under the title, in smaller letters. */
  subtitle?: string | undefined;
}

const margin = 88;
const textWidth = size.width - 2 * margin - 60;
/** Letter sizes of the title, from the one for few words to the one for many. */
const titleSizes = [92, 80, 68, 58];
const mostTitleLines = 3;

/** The picture as SVG: ink on warm paper, the arch large at the edge, the name of the site above. */
export function drawing({ language, siteName, title, subtitle }: Words): string {
  const fontSize = titleSizes.find(
    (size) => lines(title, size, language).length <= mostTitleLines - (subtitle ? 1 : 0),
  );
  const titleSize = fontSize ?? titleSizes.at(-1) ?? 58;
  const titleLines = lines(title, titleSize, language).slice(0, 4);
  const subtitleLines = subtitle ? lines(subtitle, 34, language).slice(0, 2) : [];
  const leading = titleSize * 1.32;
  const height = titleLines.length * leading + (subtitleLines.length > 0 ? 30 + subtitleLines.length * 52 : 0);
  const top = 150 + (size.height - 150 - 60 - height) / 2;
  const under = top + titleLines.length * leading + 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<rect width="100%" height="100%" fill="${look.paper}"/>
<g transform="translate(776 118) scale(18.5)" fill="none" stroke="${look.accent}" opacity=".075" stroke-width="1.6" stroke-linecap="round">${arch}</g>
<rect width="14" height="100%" fill="${look.accent}"/>
<g transform="translate(${margin} 66) scale(1.75)" fill="none" stroke="${look.accent}" stroke-width="2" stroke-linecap="round">${arch}</g>
${line(siteName, margin + 76, 105, 32, 500, look.ink)}
${titleLines.map((text, index) => line(text, margin, top + index * leading + titleSize * 0.9, titleSize, 700, look.ink)).join('\n')}
${subtitleLines.map((text, index) => line(text, margin, under + index * 52 + 30, 34, 500, look.inkSoft)).join('\n')}
</svg>`;
}

/** The mark of the site's head, in a square of 32. */
const arch = '<path d="M6 27V11a10 10 0 0 1 20 0v16"/><path d="M3 27h26M11 27V14a5 5 0 0 1 10 0v13"/>';

function line(text: string, x: number, y: number, fontSize: number, weight: number, fill: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y.toFixed(1)}" font-family="${look.family}" font-size="${fontSize}" font-weight="${weight}" fill="${fill}">${escaped}</text>`;
}

function lines(text: string, fontSize: number, language: Language): string[] {
  return breakLines(text, language, textWidth / fontSize, widthOf);
}

/** About how wide a text is, in its letters' height. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /[\u2e80-\uffef]/u.test(sign)
      ? 1
      : /[A-Z\d@%&]/.test(sign)
        ? 0.66
        : /[mw]/.test(sign)
          ? 0.88
          : /[ilj.,'’ ]/.test(sign)
            ? 0.3
            : 0.57;
  return width;
}
