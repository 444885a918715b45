import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './file-name.ts';

/** What a file is, by its content alone. */
export interface FileKind {
  /** One of the types below, or `application/octet-stream`. */
  type: string;
  /** Runs on somebody's machine when it is opened: not accepted. */
  isProgram: boolean;
}

const headBytes = 64 * 1024;

/** Pictures that are shown in place, as a copy that we draw ourselves. */
export const pictureTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
]);

/** Types that are passed on under their own name; anything else is just bytes. */
const known = new Set([
  ...pictureTypes,
  'application/pdf',
  'application/zip',
  'application/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/wav',
]);

/** Programs and scripts, by what their content is. */
const programTypes = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/wasm',
  'application/x-ms-shortcut',
  'application/x-ms-regedit',
  'application/x-apple-diskimage',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/x-shockwave-flash',
  'application/x-deb',
  'application/x-rpm',
  'application/vnd.ms-cab-compressed',
]);

/** Programs and scripts, by what a machine takes them for. */
const programExtensions = new Set(
  (
    'exe com scr pif cpl dll sys msi msp mst msix appx bat cmd ps1 psm1 vb vbs vbe js mjs cjs jse ws wsf wsc wsh hta ' +
    'lnk url scf reg inf gadget jar class apk ipa app dmg pkg command sh bash zsh run bin elf deb rpm appimage py pyc ' +
    'pl rb php swf xpi crx iso img vhd vhdx cab chm desktop'
  ).split(' '),
);

/** What a stored file is. The name only ever makes it less welcome, never more. */
export async function kindOfFile(path: string, name: string): Promise<FileKind> {
  const head = await headOf(path);
  const extension = extensionOf(name);
  const sniffed = await sniffedType(head);
  const isProgram = programExtensions.has(extension) || programTypes.has(sniffed ?? '') || startsProgram(head);
  const type = sniffed ?? (isText(head) ? textType(extension) : null);
  return { isProgram, type: type !== null && (known.has(type) || type.startsWith('text/')) ? type : unknownType };
}

const unknownType = 'application/octet-stream';

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Only the beginning is looked at, and nothing is unpacked from the disk. */
async function sniffedType(head: Buffer): Promise<string | null> {
  try {
    const found = (await fileTypeFromBuffer(head))?.mime ?? null;
    // Marks of text are left to the check below: markup and the like are only ever text here.
    return found?.startsWith('text/') || found?.endsWith('xml') ? null : found;
  } catch {
    return null;
  }
}

function startsProgram(head: Buffer): boolean {
  const start = head.subarray(0, 2).toString('latin1');
  return start === '#!' || start === 'MZ';
}

/** Whether it can be read as text, in UTF-8 or as spreadsheets in Japan write it. */
function isText(head: Buffer): boolean {
  // A byte that no text holds: NUL and other control characters but tab, line ends and form feed.
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false;
  return ['utf-8', 'shift_jis'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
      return true;
    } catch {
      return false;
    }
  });
}

function textType(extension: string): string {
  return extension === 'csv' ? 'text/csv' : 'text/plain';
}
