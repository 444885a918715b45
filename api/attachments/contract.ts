const megabyte = 1024 * 1024;

/** What goes along with one message at most. */
export const attachmentLimits = {
  number: 5,
  fileBytes: 10_485_760,
  totalBytes: 26_214_400,
} as const;
export type AttachmentLimits = typeof attachmentLimits;

/** How a size is said: whole megabytes. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / megabyte);
}

/** A file that came with a message. */
export interface Attachment {
  id: string;
  /** As its sender called it, without what could mislead. */
  name: string;
  /** As its content says, never as its sender said. */
  type: string;
  bytes: number;
  /** The size of the picture that shows it; `null` when it has none. */
  preview: { width: number; height: number } | null;
}
