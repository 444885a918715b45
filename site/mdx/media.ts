import type { ImageMetadata } from 'astro';

const images = import.meta.glob<ImageMetadata>('../../content/media/**/*.{svg,png,jpg,jpeg,webp,avif}', {
  eager: true,
  import: 'default',
});
const files = import.meta.glob<string>('../../content/media/**/*.{mp4,webm,vtt}', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** A picture of `content/media`, with its measures. The content check has made sure that it is there. */
export function imageNamed(name: string): ImageMetadata {
  const image = images[`../../content/media/${name}`];
  if (!image) throw new Error(`There is no picture content/media/${name}`);
  return image;
}

/** The address of a film or of its captions, if there is such a file. */
export function mediaUrlIfThere(name: string): string | undefined {
  return files[`../../content/media/${name}`];
}

/** The address of a film or of its captions. */
export function mediaUrl(name: string): string {
  const url = mediaUrlIfThere(name);
  if (!url) throw new Error(`There is no file content/media/${name}`);
  return url;
}
