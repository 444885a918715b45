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

/** The address of a video or of its captions. */
export function mediaUrl(name: string): string {
  const url = files[`../../content/media/${name}`];
  if (!url) throw new Error(`There is no file content/media/${name}`);
  return url;
}
