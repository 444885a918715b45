import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { videoThing } from '../../../site/discovery/video.ts';
import { measuresOf } from '../../../site/video/mp4.ts';
import { anchorAt, clockAt } from '../../../site/video/seconds.ts';
import { readVtt } from '../../../site/video/web-vtt.ts';
import { filmHead } from '../../support/film.ts';

const media = join(import.meta.dirname, '../../../content/media');

describe('the measures of a film', () => {
  it('are those of its picture, not of its sound', () => {
    expect(measuresOf(Buffer.from(filmHead(), 'latin1'))).toEqual({ width: 256, height: 96, seconds: 34 });
  });

  it('are read from a film that ffmpeg wrote', async () => {
    expect(measuresOf(await readFile(join(media, 'heel-lock.mp4')))).toEqual({ width: 960, height: 540, seconds: 34 });
  });

  it('are none in what is no film, or is cut short', () => {
    const film = Buffer.from(filmHead(), 'latin1');
    for (const length of [0, 4, 8, 24, 60, 150])
      expect(measuresOf(film.subarray(0, length)), String(length)).toBeNull();
    expect(measuresOf(Buffer.from('<html>This is no film at all</html>'))).toBeNull();
    expect(measuresOf(Buffer.alloc(64))).toBeNull();
  });
});

describe('captions', () => {
  it('are read with hours, names of cues, settings, voices and signs', () => {
    const text = `\uFEFFWEBVTT - a title\r
\r
NOTE nobody says this --> 1\r
\r
first\r
01:02:03.500 --> 01:02:04.000 line:0 align:start\r
<v Emma>Socks &amp; shoes</v>\r
on two lines\r
`;
    const { cues, problems } = readVtt(text);
    expect(problems).toEqual([]);
    expect(cues).toEqual([{ start: 3723.5, end: 3724, text: 'Socks & shoes on two lines' }]);
  });

  it.for(['ja', 'en'])('of the sample are in order, in %s', async (language) => {
    for (const name of ['heel-lock', 'heel-lock.chapters']) {
      const { cues, problems } = readVtt(await readFile(join(media, `${name}.${language}.vtt`), 'utf8'));
      expect(problems).toEqual([]);
      expect(cues.length).toBeGreaterThan(3);
    }
  });

  it('that hold nothing are a problem', () => {
    expect(readVtt('WEBVTT\n').problems).toMatchObject([{ line: 1, reason: 'It holds no cue.' }]);
  });
});

it('a second has one address and reads as a clock does', () => {
  expect([0, 4.5, 12, 13.100000001].map(anchorAt)).toEqual(['t=0', 't=4.5', 't=12', 't=13.1']);
  expect([0, 4.9, 75, 3723].map(clockAt)).toEqual(['0:00', '0:04', '1:15', '1:02:03']);
});

const cue = (start: number, text: string) => ({ start, end: start + 4, text });

it('a film says what is said in it, and its chapters lead to their seconds', () => {
  const thing = videoThing({
    page: 'https://help.example/en/guides/lace/',
    language: 'en',
    title: 'A knot',
    description: 'How to tie it',
    film: 'https://help.example/knot.mp4',
    poster: 'https://help.example/knot.png',
    published: '2026-10-20',
    seconds: 34.2,
    cues: [cue(1, 'Make a loop.'), cue(5, 'Pull.')],
    chapters: [cue(4.5, 'Loops')],
  });
  expect(thing).toMatchObject({
    '@type': 'VideoObject',
    duration: 'PT34S',
    transcript: 'Make a loop. Pull.',
    contentUrl: 'https://help.example/knot.mp4',
    hasPart: [{ '@type': 'Clip', name: 'Loops', startOffset: 4.5, url: 'https://help.example/en/guides/lace/#t=4.5' }],
  });
});
