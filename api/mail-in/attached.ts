import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Language } from '../../content/schema/languages.ts';
import { attachmentLimits } from '../attachments/contract.ts';
import { cleanedFileName } from '../attachments/file-name.ts';
import { kindOfFile } from '../attachments/file-types.ts';
import type { ReceivedFile } from '../attachments/received.ts';
import type { MailAttachment } from '../channels/email/parse/parsed-mail.ts';
import type { Services } from '../services.ts';

/** More than a form takes: mail programs send each picture of a signature as a file. */
const mostFiles = 20;

/**
 * The files that came with a mail, as those of a form are kept: by what they are, not by what their sender calls them.
 * What is not kept is named in `refused`; the mail itself still has it.
 */
export async function keptFiles(
  { uploads }: Services,
  attachments: readonly MailAttachment[],
): Promise<{ files: ReceivedFile[]; refused: string[] }> {
  const files: ReceivedFile[] = [];
  const refused: string[] = [];
  let bytes = 0;
  for (const attachment of attachments) {
    if (attachment.isSignature || attachment.bytes === 0) continue;
    const name = cleanedFileName(attachment.name);
    if (files.length >= mostFiles || bytes + attachment.bytes > attachmentLimits.totalBytes) {
      refused.push(name);
      continue;
    }
    const stored = await uploads.store(contentOf(attachment), attachmentLimits.fileBytes);
    if (stored === null) {
      refused.push(name);
      continue;
    }
    const { type, isProgram } = await kindOfFile(uploads.pathOf(stored.id), name);
    if (isProgram) {
      await uploads.remove([stored.id]);
      refused.push(name);
      continue;
    }
    bytes += stored.bytes;
    files.push({ ...stored, name, type });
  }
  return { files, refused };
}

function contentOf({ path, content }: MailAttachment): AsyncIterable<Uint8Array> {
  return path === null ? Readable.from([content ?? new Uint8Array()]) : createReadStream(path);
}

/** What is said below the text of files that were not kept. */
export function refusedText(refused: readonly string[], language: Language): string {
  if (refused.length === 0) return '';
  return language === 'ja'
    ? `\n\n（受け取れなかった添付ファイル：${refused.join('、')}）`
    : `\n\n(Files that could not be taken: ${refused.join(', ')})`;
}
