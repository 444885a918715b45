import { open, readFile, rename } from 'node:fs/promises';
import decodeHeic from 'heic-decode';
import sharp, { type Sharp } from 'sharp';

/*
 * Draws one picture anew, in a process of its own: `node preview-process.ts <type> <from> <to>`. Decoders read what
 * strangers wrote; whatever happens to this process, the portal goes on. What comes out is pixels only: no place, no
 * camera, nothing that was hidden in the file. Prints the size of the picture as JSON.
 */

const mostPixels = 50_000_000;
const longestSide = 1600;
const mostSeconds = 15;

/** The only readers that may be tried, whatever a file pretends to be. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'];

const [type = '', from = '', to = ''] = process.argv.slice(2);
const { width, height } = await draw();
process.stdout.write(JSON.stringify({ width, height }));

async function draw(): Promise<{ width: number; height: number }> {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: loaders.map((name) => `VipsForeignLoad${name}`) });
  const unfinished = `${to}.${process.pid}`;
  const drawn = await (
    await picture()
  )
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: mostSeconds })
    .toFile(unfinished);
  const file = await open(unfinished);
  await file.sync();
  await file.close();
  await rename(unfinished, to);
  return drawn;
}

async function picture(): Promise<Sharp> {
  if (type === 'image/heic' || type === 'image/heif') return heicPicture();
  return sharp(from, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).autoOrient();
}

/** HEIC is turned upright by its decoder. */
async function heicPicture(): Promise<Sharp> {
  const images = await decodeHeic.all({ buffer: await readFile(from) });
  const [first] = images;
  if (!first || first.width * first.height > mostPixels) throw new Error('No picture, or too large a one');
  const { data, width, height } = await first.decode();
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } });
}
