import { z } from 'zod';

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

export const attachment = z
  .strictObject({
    id: z.string(),
    name: z.string().describe('As its sender called it, without what could mislead'),
    type: z.string().describe('As its content says, never as its sender said'),
    bytes: z.int(),
    preview: z
      .strictObject({ width: z.int(), height: z.int() })
      .nullable()
      .describe('The size of the picture that shows it; null when it has none'),
  })
  .meta({ id: 'Attachment', description: 'A file that came with a message.' });
export type Attachment = z.output<typeof attachment>;
