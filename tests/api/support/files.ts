import sharp from 'sharp';
import type { Asks, Sent } from './ask.ts';

/** A file as somebody chooses it. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name: string, type = ''): File {
  return new File([content], name, { type });
}

/** Sends fields and files as a browser without JavaScript sends them. */
export async function sendFiles(
  ask: Asks,
  path: string,
  fields: Record<string, string>,
  files: readonly File[],
  { headers }: Sent = {},
): Promise<Response> {
  return ask(path, { method: 'POST', headers: { Accept: 'text/html', ...headers }, body: formOf(fields, files) });
}

/** Sends a value as the JSON part of a form, and files with it, as the portal's own pages do. */
export async function sendJsonWithFiles(
  ask: Asks,
  path: string,
  value: unknown,
  files: readonly File[],
  { headers }: Sent = {},
): Promise<Response> {
  return ask(path, { method: 'POST', headers: headers ?? {}, body: formOf({ json: JSON.stringify(value) }, files) });
}

function formOf(fields: Record<string, string>, files: readonly File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('files', file);
  return form;
}

/** A photo, with the place it was taken in its metadata, lying on its side. */
export async function photo(type: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' = 'jpeg', width = 60, height = 40) {
  const exif = { IFD0: { Copyright: 'Hanako' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 41/1 0/1' } };
  const picture = sharp({ create: { width, height, channels: 3, background: { r: 180, g: 60, b: 40 } } })
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif);
  return new Uint8Array(await picture.toFormat(type).toBuffer());
}
