import EmailReplyParser from 'email-reply-parser';

const mostLines = 15;
const mostLooked = 40;
const mostCharacters = 200;

/** "Sent from my iPhone", 「iPhoneから送信」: what a device says of itself. */
const device = new RegExp(
  [
    '^[-*_\\s]{0,4}(?:(?:私の|マイ)?[\\p{L}\\p{N} .+/!®™()-]{1,40}(?:から|より|で)送信(?:されました|しました|しています)?[。]?)$',
    '^(?:Sent (?:from|via|with|using)|Get|Gesendet|Enviado) .{2,60}$',
    '^(?:Outlook for (?:iOS|Android)|Yahoo!?\\s?メール|ドコモメール|Windows\\s?(?:10|11)?\\s?(?:用|版)の?\\s?メール).{0,60}$',
  ].join('|'),
  'iu',
);
const deviceWords =
  /iPhone|iPad|Android|Outlook|Mail|メール|Galaxy|Xperia|AQUOS|arrows|Pixel|Windows|Yahoo|Proton|docomo|ドコモ|SoftBank|mobile|phone|携帯|スマ|端末|device|BlackBerry|Thunderbird/i;
const rule = /^[\s\u3000]*(?:[-‐–—―ー─━═=＝_＿~～〜*＊+＋#◆◇■□●○◎☆★▼▽▲△♪:：;.．。・…｡･|]\s?){4,}[\s\u3000]*$/u;
const contact =
  /@[\w-]+\.|(?:TEL|Tel|FAX|Fax|Phone|Mobile|Mob|電話|携帯|E-?mail|Mail|メール|URL|住所)\s{0,3}[:：.．]|〒\s?\d{3}|(?:株式|有限|合同)会社|[(（]株[)）]|\+?\d[\d-]{7,}\d/;

/** Ruled lines are also put around what somebody bought, with their address below. */
const aboutOrder = /注文|商品|品番|サイズ|数量|お届け|届け先|order|item|size|quantity|deliver/i;

/**
 * Where the signature begins among lines, if there is one at their end and something above it: after `-- `, after a
 * ruled line when what follows says how to reach somebody or is framed, or a line of a device.
 */
export function signatureStart(lines: readonly string[], hasTextAbove: boolean): number | null {
  const end = lastText(lines) + 1;
  const from = Math.max(0, end - mostLooked);
  for (let at = from; at < end; at += 1) {
    if (!hasTextAbove && !lines.slice(0, at).some((line) => line.trim() !== '')) continue;
    if (isSignature(lines.slice(at, end), (lines[at - 1] ?? '').trim() === '')) return at;
  }
  return null;
}

function isSignature(lines: readonly string[], isApart: boolean): boolean {
  const [first = '', ...rest] = lines;
  if (first.length > mostCharacters || first.trim() === '') return false;
  const said = rest.filter((line) => line.trim() !== '');
  if (said.length > mostLines) return false;
  if (/^--\s?$/.test(first)) return true;
  if (isDevice(first))
    return said.every((line) => isDevice(line) || isRule(line) || /^<?https?:\/\/\S+$/.test(line.trim()));
  return isRule(first) && said.length > 0 && isFramed(said, isApart);
}

function isFramed(said: readonly string[], isApart: boolean): boolean {
  const inner = said.filter((line) => !isRule(line));
  if (inner.length === 0) return true;
  if (inner.some((line) => line.length > mostCharacters || aboutOrder.test(line))) return false;
  if (inner.some((line) => contact.test(line)))
    return !inner.some((line) => /[。？！?!]\s*$/.test(line) && line.length > 25);
  // A name alone, in a frame.
  if (!isApart) return false;
  return (
    isRule(said.at(-1) ?? '') &&
    inner.length <= 3 &&
    inner.every((line) => line.trim().length <= 30 && !/[\d。？！?!]/.test(line))
  );
}

function isRule(line: string): boolean {
  return line.length <= mostCharacters && rule.test(line);
}

function isDevice(given: string): boolean {
  const line = given.trim();
  if (line === '' || line.length > mostCharacters) return false;
  if (device.test(line)) return deviceWords.test(line);
  // In other languages.
  return /^\p{Lu}\p{L}+ \p{L}/u.test(line) && line.length < 80 && deviceWords.test(line) && isDeviceElsewhere(line);
}

function isDeviceElsewhere(line: string): boolean {
  const fragments = new EmailReplyParser().read(`x\n\n${line}`).getFragments();
  return fragments.at(-1)?.isSignature() === true;
}

function lastText(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '');
}
