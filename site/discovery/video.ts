import type { Language } from '../../content/schema/languages.ts';
import { anchorAt } from '../video/seconds.ts';
import type { Cue } from '../video/web-vtt.ts';
import type { Thing } from './structured-data.ts';

interface Described {
  /** Whole address of the page it is on. */
  page: string;
  language: Language;
  title: string;
  description: string;
  /** Whole addresses. */
  film: string;
  poster: string;
  published: string;
  seconds: number;
  cues: readonly Cue[];
  chapters: readonly Cue[];
}

/** A film with what is said in it, and its chapters as clips (Google, video structured data). */
export function videoThing({ page, language, title, description, film, poster, ...rest }: Described): Thing {
  const { published, seconds, cues, chapters } = rest;
  return {
    '@type': 'VideoObject',
    '@id': `${page}#video`,
    name: title,
    description,
    inLanguage: language,
    thumbnailUrl: poster,
    contentUrl: film,
    uploadDate: published,
    duration: `PT${Math.round(seconds)}S`,
    transcript: cues.map(({ text }) => text).join(language === 'ja' ? '' : ' '),
    ...(chapters.length > 0 ? { hasPart: chapters.map((chapter) => clip(chapter, page)) } : {}),
  };
}

function clip({ start, end, text }: Cue, page: string): Thing {
  return { '@type': 'Clip', name: text, startOffset: start, endOffset: end, url: `${page}#${anchorAt(start)}` };
}
