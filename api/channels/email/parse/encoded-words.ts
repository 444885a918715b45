import { decodeText } from './charsets.ts';
import { base64Bytes, quotedBytes } from './transfer-encoding.ts';

const pattern = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g;

const mostWordCharacters = 500;

interface Run {
  charset: string;
  bytes: Uint8Array[];
}

/**
 * A header with its encoded words read (RFC 2047). Neighbours of one charset are joined before they are decoded: senders
 * cut within characters.
 */
export function decodedWords(value: string): string {
  return mapWords(value, (text) => text);
}

/**
 * The same, but with what was read as words of UTF-8, shortened: for a parser that looks for brackets and commas, and
 * need not look at a book.
 */
export function asUtf8Words(value: string): string {
  return mapWords(value, (text) => {
    const plain = text
      .slice(0, mostWordCharacters)
      .toWellFormed()
      .replaceAll(/[\r\n\0]/g, ' ');
    return ` =?utf-8?B?${Buffer.from(plain).toString('base64')}?= `;
  });
}

function mapWords(value: string, said: (text: string) => string): string {
  if (!value.includes('=?')) return value;
  const out: string[] = [];
  let run: Run = { charset: '', bytes: [] };
  let end = 0;
  const finishRun = () => {
    if (run.bytes.length > 0) out.push(said(decodeText(Buffer.concat(run.bytes), run.charset).text));
    run = { charset: '', bytes: [] };
  };
  for (const { 0: found, 1: label = '', 2: encoding = '', 3: content = '', index } of value.matchAll(pattern)) {
    const between = value.slice(end, index);
    const charset = label.replace(/\*.*$/, '').toLowerCase();
    const isNext = run.bytes.length > 0 && between.trim() === '';
    if (!isNext || charset !== run.charset) finishRun();
    if (!isNext) out.push(between);
    const bytes = encoding.toUpperCase() === 'B' ? base64Bytes(content) : quotedBytes(content.replaceAll('_', ' '));
    run.charset = charset;
    run.bytes.push(bytes);
    end = index + found.length;
  }
  finishRun();
  out.push(value.slice(end));
  return out.join('');
}
