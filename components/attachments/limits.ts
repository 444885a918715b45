import type { AttachmentLimits } from '../../api/attachments/contract.ts';

/** As the API has them: its type knows no other numbers. */
export const attachmentLimits: AttachmentLimits = { number: 5, fileBytes: 10_485_760, totalBytes: 26_214_400 };

export function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
