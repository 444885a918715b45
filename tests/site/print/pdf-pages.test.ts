import { describe, expect, it } from 'vitest';
import { readPdfPages } from '../../../site/print/pdf-pages.ts';

const pdf = (...objects: string[]) =>
  Buffer.from(`%PDF-1.4\n${objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('')}%%EOF`);

describe('the pages of a PDF', () => {
  it('are counted through the tree, and places are found on them', () => {
    const read = readPdfPages(
      pdf(
        '<</Type /Catalog\n/Pages 2 0 R\n/Dests 7 0 R>>',
        '<</Type /Pages\n/Count 3\n/Kids [3 0 R 4 0 R]>>',
        '<</Type /Pages\n/Parent 2 0 R\n/Kids [5 0 R 6 0 R]>>',
        '<</Type /Page\n/Parent 2 0 R>>',
        '<</Length 60>> stream\n8 0 obj\n/Type /Catalog /Pages 99 0 R\nendobj\nendstream',
        '<</Type /Page\n/Parent 3 0 R>>',
        '<</faq-a [6 0 R /XYZ 57 700 0]\n/faq#2Db [4 0 R /XYZ 57 80 0]\n/gone [9 0 R /XYZ 0 0 0]>>',
      ),
    );
    expect(read.count).toBe(3);
    expect([...read.places]).toEqual([
      ['faq-a', 2],
      ['faq-b', 3],
    ]);
  });

  it('are missed aloud where a PDF is written in another way', () => {
    expect(() => readPdfPages(Buffer.from('%PDF-2.0\nsomething else'))).toThrow('names no pages');
  });
});
