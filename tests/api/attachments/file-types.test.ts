import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kindOfFile } from '../../../api/attachments/file-types.ts';
import { photo } from '../support/files.ts';

async function kindOf(content: string | Uint8Array, name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'file');
  await writeFile(path, content);
  return kindOfFile(path, name);
}

const shiftJis = Buffer.from([0x92, 0x8d, 0x95, 0xb6, 0x2c, 0x31, 0x0d, 0x0a]);
const zip = Buffer.from('504b0304140000000000', 'hex');

describe('what a file is', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('is said by its content: %s', async (type) => {
    expect(await kindOf(await photo(type), 'no-extension')).toEqual({ type: `image/${type}`, isProgram: false });
    expect(await kindOf(await photo(type), 'lies.pdf')).toEqual({ type: `image/${type}`, isProgram: false });
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['text', '箱の写真です。\r\n', 'メモ.txt', 'text/plain'],
    ['a table as spreadsheets in Japan write it', shiftJis, '注文.csv', 'text/csv'],
    ['PDF', '%PDF-1.7\n%âãÏÓ\n', 'a.pdf', 'application/pdf'],
    ['a page that calls itself a picture', '<script>alert(1)</script>', 'cat.jpg', 'text/plain'],
    ['a page', '<!doctype html><html><body onload=alert(1)>', 'a.html', 'text/plain'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'a.svg',
      'text/plain',
    ],
    ['a drawing after its declaration', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'a.png', 'text/plain'],
    ['a GIF that is a script, too', 'GIF89a/*\u0001\u0000*/=1;alert(1)', 'a.gif', 'image/gif'],
    ['a PDF that is a page, too', '%PDF-1.4\n<html><script>alert(1)</script>', 'a.html', 'application/pdf'],
    ['bytes', Uint8Array.of(1, 2, 3, 0, 255), 'a.bin.txt', 'application/octet-stream'],
    ['text with a NUL', 'a\u0000b', 'a.txt', 'application/octet-stream'],
    ['a ZIP', zip, 'a.zip', 'application/zip'],
    ['a ZIP that was cut', zip.subarray(0, 4), 'a.zip', 'application/zip'],
  ])('is never believed by its name: %s', async (_, content, name, type) => {
    expect(await kindOf(content, name)).toEqual({ type, isProgram: false });
  });

  it.each<[string, string | Uint8Array]>([
    ['setup.exe', 'x'],
    ['rechnung.pdf.js', 'x'],
    ['a.SCR', 'x'],
    ['a.lnk', 'x'],
    ['a.ps1', 'x'],
    ['a.jpg', 'MZ\u0090\u0000\u0003'],
    ['a.txt', '#!/usr/bin/env node\n'],
    ['a', Buffer.from('7f454c4602010100', 'hex')],
    ['a', Buffer.from('cafebabe00000034', 'hex')],
    ['a', Buffer.from('feedfacf0c000001', 'hex')],
    ['a', Buffer.from('0061736d01000000', 'hex')],
  ])('makes it a program that is not accepted: %s %j', async (name, content) => {
    expect((await kindOf(content, name)).isProgram).toBe(true);
  });
});
