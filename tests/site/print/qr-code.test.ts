import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { qrCode, qrMarkup, quietModules } from '../../../site/print/qr-code.ts';
import { modulesDrawn } from '../../support/qr-modules.ts';

it('a QR code is drawn module by module as it is coded, with a quiet zone', () => {
  const address = 'https://help.example.com/ja/guides/start-a-return/';
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const { modules, path } = qrCode(address);
  expect(modules).toBe(size + 2 * quietModules);
  expect(modulesDrawn(path, modules)).toEqual(
    Array.from({ length: modules }, (_, row) =>
      Array.from({ length: modules }, (_, column) => {
        const [y, x] = [row - quietModules, column - quietModules];
        return y >= 0 && x >= 0 && y < size && x < size && Boolean(data[y * size + x]);
      }),
    ),
  );
});

it('a QR code says what it is to whoever cannot see it', () => {
  expect(qrMarkup('https://example.com/', 'Opens “Q&A"')).toContain('role="img" aria-label="Opens “Q&amp;A&quot;"');
});
