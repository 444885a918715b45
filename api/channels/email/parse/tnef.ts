import { decodeText } from './charsets.ts';

export interface TnefFile {
  name: string;
  content: Uint8Array;
}

/** MS-OXTNEF 2.1.3: a signature and a key, then attributes of level, id, length, data and checksum. */
const signature = 0x223e9f78;
const newAttachment = 0x00069002;
const attachmentTitle = 0x00018010;
const attachmentData = 0x0006800f;
const attachmentProperties = 0x00069005;
const longFileName = 0x3707;
const [string8, unicode] = [0x001e, 0x001f];
const mostFiles = 100;

/** The files in what Outlook sends as winmail.dat; `null` when it cannot be read. */
export function tnefFiles(bytes: Buffer): TnefFile[] | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null;
  const files: TnefFile[] = [];
  let at = 6;
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const start = at + 9;
    if (start + length > bytes.length) return null;
    const data = bytes.subarray(start, start + length);
    const file = files.at(-1);
    if (id === newAttachment && files.length < mostFiles) files.push({ name: '', content: new Uint8Array() });
    else if (file && id === attachmentData) file.content = data;
    else if (file && id === attachmentTitle) file.name ||= decodeText(withoutEnd(data), null).text;
    else if (file && id === attachmentProperties) file.name = longNameIn(data) || file.name;
    at = start + length + 2;
  }
  return files.filter(({ content }) => content.length > 0);
}

function withoutEnd(data: Uint8Array): Uint8Array {
  const end = data.indexOf(0);
  return end === -1 ? data : data.subarray(0, end);
}

/**
 * The long name among the properties of an attachment. They are not read one by one, which takes knowing every type:
 * the name is looked for by its tag, count and length.
 */
function longNameIn(data: Buffer): string {
  for (const type of [unicode, string8]) {
    const tag = Buffer.alloc(4);
    tag.writeUInt32LE(longFileName * 0x10000 + type);
    const at = data.indexOf(tag);
    if (at === -1 || at + 12 > data.length) continue;
    const length = data.readUInt32LE(at + 8);
    if (data.readUInt32LE(at + 4) !== 1 || length > 1_000 || at + 12 + length > data.length) continue;
    const value = data.subarray(at + 12, at + 12 + length);
    const text = type === unicode ? value.toString('utf16le') : decodeText(value, null).text;
    return text.replace(/\0.*$/s, '');
  }
  return '';
}
