import type { Language } from '../../content/schema/languages.ts';

/** Columns of a line; a full-width character takes two. */
const widest = 70;

const url = /(https?:\/\/[\x21-\x7e]+)/;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** What no Japanese line begins or ends with (JIS X 4051). */
const neverFirst =
  /^[、。，．・：；？！ー〜～々ゝゞ」』）］｝〉》】〕”’…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?;:)\]}]/u;
const neverLast = /[「『（［｛〈《【〔“‘([{]$/u;

/** A text in lines for a mail: words stay whole, Japanese ones too as far as they can be told, and so do addresses. */
export function wrap(text: string, language: Language, columns: number = widest): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, language, columns).join('\n'))
    .join('\n');
}

function wrapLine(line: string, language: Language, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const unit of unitsOf(line, language).flatMap((unit) => partsOf(unit, columns))) {
    if (current !== '' && widthOf(current + unit.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = '';
    }
    current += current === '' && lines.length > 0 ? unit.trimStart() : unit;
  }
  return [...lines, current.trimEnd()];
}

/** Pieces between which a line may end. */
function unitsOf(line: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const pieces = line
    .split(url)
    .flatMap((piece) => (url.test(piece) ? [piece] : [...segmenter.segment(piece)].map(({ segment }) => segment)));
  const units: string[] = [];
  for (const piece of pieces) {
    const before = units.at(-1);
    if (before !== undefined && !mayPart(before, piece)) units[units.length - 1] = before + piece;
    else units.push(piece);
  }
  return units;
}

function mayPart(before: string, after: string): boolean {
  if (/^\s/u.test(after)) return false;
  if (/\s$/u.test(before)) return true;
  if (neverFirst.test(after) || neverLast.test(before)) return false;
  return wide.test(before.at(-1) ?? '') || wide.test(after);
}

/** A piece longer than a line is cut, unless it is an address, which would no longer lead anywhere. */
function partsOf(unit: string, columns: number): string[] {
  if (widthOf(unit) <= columns || url.test(unit)) return [unit];
  const parts: string[] = [''];
  for (const character of unit) {
    const last = parts.at(-1) ?? '';
    if (widthOf(last + character) > columns) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}
