import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../content/schema/fields.ts';
import type { Language } from '../../content/schema/languages.ts';
import { measuresOf } from '../video/mp4.ts';
import { readVtt } from '../video/web-vtt.ts';
import type { CheckedPage } from './article.ts';
import type { MdxNode } from '../article-text/processor.ts';
import type { Finding } from './finding.ts';
import { attribute, lineOf, walk } from './mdx.ts';

const folder = 'content/media';

/** What is wrong with the films of a page: the film itself, its captions and chapters in every language. */
export function videoFindings({ file, tree }: CheckedPage, root: string, spoken: readonly Language[]): Finding[] {
  const videos: MdxNode[] = [];
  if (tree) walk(tree, (node) => void (node.name === 'Video' && videos.push(node)));
  return videos.flatMap((video, index) => {
    const place = { file, line: lineOf(video) };
    return [
      // Seconds of the film are places of the page: #t=12 is one place.
      ...(index > 0
        ? [
            {
              ...place,
              reason: 'A page holds one <Video>: its seconds are addresses of the page.',
              example: 'a page of its own',
            },
          ]
        : []),
      ...filmFindings(video, root, place),
      ...posterFindings(video, place),
      ...dayFindings(video, place),
      ...['captions', 'chapters'].flatMap((name) => textFindings(video, name, root, spoken, place)),
    ];
  });
}

type Spot = Pick<Finding, 'file' | 'line'>;

function filmFindings(video: MdxNode, root: string, place: Spot): Finding[] {
  const src = attribute(video, 'src');
  if (!src) return [];
  if (!src.endsWith('.mp4')) {
    const reason = `src="${src}": a film is MP4 (H.264), which every browser plays.`;
    return [{ ...place, reason, example: 'src="heel-lock.mp4"; a heel-lock.webm beside it is offered first' }];
  }
  const path = join(root, folder, src);
  if (!existsSync(path) || measuresOf(readFileSync(path))) return [];
  const reason = `src="${src}": ${folder}/${src} does not say how large and how long its picture is.`;
  return [
    { ...place, reason, example: 'ffmpeg -i film.mov -c:v libx264 -pix_fmt yuv420p -movflags +faststart film.mp4' },
  ];
}

/** A search engine's picture of the film is no SVG. */
function posterFindings(video: MdxNode, place: Spot): Finding[] {
  const poster = attribute(video, 'poster');
  if (!poster || /\.(png|jpe?g|webp)$/.test(poster)) return [];
  return [
    { ...place, reason: `poster="${poster}": a poster is a PNG, JPEG or WebP.`, example: 'poster="heel-lock.png"' },
  ];
}

function dayFindings(video: MdxNode, place: Spot): Finding[] {
  const published = attribute(video, 'published');
  if (published === undefined || isoDate.safeParse(published).success) return [];
  const reason = `published="${published}": expected the day the film was first shown, year first.`;
  return [{ ...place, reason, example: 'published="2026-11-01"' }];
}

function textFindings(video: MdxNode, name: string, root: string, spoken: readonly Language[], place: Spot): Finding[] {
  const pattern = attribute(video, name);
  if (!pattern) return [];
  const src = (attribute(video, 'src') ?? 'film.mp4').replace(/\.\w+$/, '');
  const example = `${name}="${src}.${name === 'captions' ? '' : 'chapters.'}{language}.vtt"`;
  if (!pattern.includes('{language}') || !pattern.endsWith('.vtt')) {
    const reason = `${name}="${pattern}": one WebVTT file for each language, {language} in the place of its name.`;
    return [{ ...place, reason, example }];
  }
  return spoken.flatMap((language): Finding[] => {
    const file = `${folder}/${pattern.replaceAll('{language}', language)}`;
    if (!existsSync(join(root, file))) {
      const reason = `${name}="${pattern}": there is no ${file}`;
      return [{ ...place, reason, example: `${file}, beginning with WEBVTT` }];
    }
    const { cues, problems } = readVtt(readFileSync(join(root, file), 'utf8'));
    const film = join(root, folder, attribute(video, 'src') ?? '');
    const seconds = existsSync(film) ? measuresOf(readFileSync(film))?.seconds : undefined;
    const late = cues.find(({ start }) => seconds !== undefined && start >= seconds);
    const tooLate = late && {
      line: 1,
      reason: `“${late.text}” begins after the film has ended.`,
      example: `a time before ${seconds} s`,
    };
    return [...problems, ...(tooLate ? [tooLate] : [])].map((problem) => ({ file, ...problem }));
  });
}
