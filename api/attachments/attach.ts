import type { SQL } from 'drizzle-orm';
import { insertWhere, type Statement } from '../db/statements.ts';
import { pictureTypes } from './file-types.ts';
import type { ReceivedFile } from './received.ts';
import { attachments } from './tables.ts';

/** The statements by which files go along with a message, in the write that makes it. */
export function attachFiles(files: readonly ReceivedFile[], messageId: string, now: number, guard: SQL): Statement[] {
  return files.map(({ id, name, type, bytes, sha256 }, position) =>
    insertWhere(
      attachments,
      {
        id,
        messageId,
        position,
        name,
        type,
        bytes,
        sha256,
        preview: pictureTypes.has(type) ? 'waiting' : 'none',
        createdAt: now,
      },
      guard,
    ),
  );
}

/** What was sent, for telling whether a retry is the same: files count by their name and content. */
export function withFiles<T>(content: T, files: readonly ReceivedFile[]): T | { content: T; files: object[] } {
  return files.length === 0 ? content : { content, files: files.map(({ name, sha256 }) => ({ name, sha256 })) };
}
