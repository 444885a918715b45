import { describe, expect, it } from 'vitest';
import { cleanedFileName, contentDisposition } from '../../../api/attachments/file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['写真.jpg', '写真.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\箱.png', '箱.png'],
    ['ハ\u3099ック.pdf', 'バック.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u200Bb\uFEFF\u2066c.txt', 'abc.txt'],
    ['a\r\nX: y\u0000.txt', 'aX_ y.txt'],
    ['  . hidden .  ', 'hidden'],
    ['a  \t b.txt', 'a b.txt'],
    ['a"b<c>d|e?f*g:h.txt', 'a_b_c_d_e_f_g_h.txt'],
    ['\uD800.txt', '_.txt'],
    ['...', 'file'],
    ['', 'file'],
    [`${'長'.repeat(300)}.jpeg`, `${'長'.repeat(115)}.jpeg`],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('is shown without what misleads: %j', (given, expected) => {
    expect(cleanedFileName(given)).toBe(expected);
  });

  it('is offered exactly, and readable by everything (RFC 8187)', () => {
    expect(contentDisposition('領収書 (1)’.pdf')).toBe(
      'attachment; filename="___ (1)_.pdf"; filename*=UTF-8\'\'%E9%A0%98%E5%8F%8E%E6%9B%B8%20%281%29%E2%80%99.pdf',
    );
    expect(contentDisposition("a'b%c.txt")).toBe(`attachment; filename="a'b_c.txt"; filename*=UTF-8''a%27b%25c.txt`);
  });
});
