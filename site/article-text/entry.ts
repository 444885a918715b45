import type { Heading } from '../reading/headings.ts';
import type { TextPiece } from './pieces.ts';

interface Rendered {
  html: string;
  metadata?: Record<string, unknown>;
}

/** A text and its headings as the content store keeps them. */
export function renderedAs(pieces: readonly TextPiece[], headings: readonly Heading[]): Rendered {
  return { html: '', metadata: { pieces, headings } };
}

/** The text of an entry in the content store. */
export function piecesOfEntry({ rendered }: { rendered?: Rendered | undefined }): TextPiece[] {
  return (rendered?.metadata?.['pieces'] ?? []) as TextPiece[];
}

/** The headings of an entry's text, in order. */
export function headingsOfEntry({ rendered }: { rendered?: Rendered | undefined }): Heading[] {
  return (rendered?.metadata?.['headings'] ?? []) as Heading[];
}
