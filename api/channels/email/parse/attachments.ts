import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cleanedFileName } from '../../../attachments/file-name.ts';
import { decodedWords } from './encoded-words.ts';
import type { MailAttachment, MailProblem } from './parsed-mail.ts';
import type { Part } from './parts.ts';
import { tnefFiles } from './tnef.ts';
import { decodedBody } from './transfer-encoding.ts';

const signatures = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);

/** What parts without a name are called. */
const names: Record<string, string> = {
  'image/jpeg': 'image.jpg',
  'image/png': 'image.png',
  'image/gif': 'image.gif',
  'image/heic': 'image.heic',
  'application/pdf': 'document.pdf',
  'text/plain': 'text.txt',
  'text/html': 'text.html',
  'text/calendar': 'invitation.ics',
  'text/rfc822-headers': 'headers.txt',
  'message/rfc822': 'message.eml',
  'message/delivery-status': 'delivery-status.txt',
};

/**
 * Every part that is not text, as files in `folder`, whose names there are numbers; or in memory when there is no
 * folder. Attachments of Outlook's own format (winmail.dat) are taken out of it.
 */
export function attachmentsOf(
  root: Part,
  textParts: ReadonlySet<Part>,
  folder: string | null,
  problems: Set<MailProblem>,
): MailAttachment[] {
  const found: MailAttachment[] = [];
  visit(root, false);
  return found;

  function visit(part: Part, isRelated: boolean): void {
    for (const child of part.children) visit(child, isRelated || part.type === 'multipart/related');
    if (part.children.length > 0 || textParts.has(part)) return;
    if (part.body.length === 0 && nameOf(part) === '') return;
    const inner = isTnef(part) ? tnefFiles(Buffer.concat([...decodedBody(part.body, part.encoding)])) : null;
    if (isTnef(part) && inner === null) problems.add('broken-tnef');
    for (const { name, content } of inner ?? [])
      keep({ name: cleanedFileName(name), type: 'application/octet-stream' }, [content]);
    if (inner === null || inner.length === 0) keep(described(part, isRelated), decodedBody(part.body, part.encoding));
  }

  function keep(about: Pick<MailAttachment, 'name' | 'type'> & Partial<MailAttachment>, pieces: Iterable<Uint8Array>) {
    const path = folder === null ? null : join(folder, String(found.length));
    const { bytes, content } = path === null ? inMemory(pieces) : onDisk(pieces, path);
    found.push({ contentId: null, isInline: false, isSignature: false, ...about, bytes, path, content });
  }
}

function described(part: Part, isRelated: boolean) {
  const contentId = /<?([^<>\s]+)>?/.exec(part.head.first('content-id') ?? '')?.[1]?.slice(0, 250) ?? null;
  return {
    name: cleanedFileName(nameOf(part) || unnamed(part)),
    type: part.type,
    contentId,
    isInline: isRelated && contentId !== null && part.disposition.value !== 'attachment',
    isSignature: signatures.has(part.type),
  };
}

function nameOf(part: Part): string {
  return part.disposition.parameters.get('filename') ?? part.contentType.parameters.get('name') ?? '';
}

function unnamed(part: Part): string {
  const description = decodedWords(part.head.first('content-description') ?? '');
  return names[part.type] ?? (description ? `${description}.bin` : 'file.bin');
}

function isTnef(part: Part): boolean {
  return (
    part.type === 'application/ms-tnef' ||
    part.type === 'application/vnd.ms-tnef' ||
    /^winmail\.dat$/i.test(nameOf(part))
  );
}

function onDisk(pieces: Iterable<Uint8Array>, path: string) {
  const file = openSync(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
      bytes += piece.length;
    }
  } finally {
    closeSync(file);
  }
  return { bytes, content: null };
}

function inMemory(pieces: Iterable<Uint8Array>) {
  const content = new Uint8Array(Buffer.concat([...pieces]));
  return { bytes: content.length, content };
}
