import { describe, expect, it } from 'vitest';
import { put } from '../../support/content-tree.ts';
import { captions, checkPosts, post } from '../../support/post-tree.ts';

const mistakes = [
  { instead: 'src="knot.mp4"', write: 'src="knot.mov"', says: 'a film is MP4', example: 'src="heel-lock.mp4"' },
  { instead: 'src="knot.mp4"', write: 'src="not.mp4"', says: 'there is no content/media/not.mp4', example: 'src=' },
  { instead: 'src="knot.mp4"', write: 'src="knot.ja.mp4"', says: 'does not say how large', example: 'ffmpeg -i' },
  { instead: '  poster="knot.png"\n', write: '', says: '<Video> needs poster="…"', example: '<Video src="…"' },
  { instead: 'poster="knot.png"', write: 'poster="heel.svg"', says: 'PNG, JPEG or WebP', example: 'heel-lock.png' },
  {
    instead: 'published="2026-10-20"',
    write: 'published="soon"',
    says: 'the day the film was first',
    example: '2026-11-01',
  },
  {
    instead: 'captions="knot.{language}.vtt"',
    write: 'captions="knot.vtt"',
    says: 'one WebVTT file for each language',
    example: 'captions="knot.{language}.vtt"',
  },
  {
    instead: 'captions="knot.{language}.vtt"',
    write: 'captions="not.{language}.vtt"',
    says: 'there is no content/media/not.en.vtt',
    example: 'content/media/not.en.vtt, beginning with WEBVTT',
  },
  {
    instead: 'title="A knot"',
    write: 'title="A knot" chapters="knot.chapters.{language}.vtt"',
    says: 'there is no content/media/knot.chapters.ja.vtt',
    example: 'knot.chapters.ja.vtt, beginning with WEBVTT',
  },
  {
    instead: 'title="A knot"',
    write: 'title="A knot" autoplay="yes"',
    says: 'no attribute autoplay',
    example: '<Video',
  },
];

describe('a film in a text', () => {
  it.for(mistakes)(
    'with $write is named with the line of its tag and a remedy',
    async ({ instead, write, says, example }) => {
      const { findings } = await checkPosts({
        [post]: put(write, instead),
        'content/media/knot.ja.mp4': 'no film',
        'content/media/knot.mov': 'no film',
      });
      const found = findings.find(({ reason }) => reason.includes(says));
      expect(found, JSON.stringify(findings)).toMatchObject({ file: post, line: 13 });
      expect(found?.example).toContain(example);
    },
  );

  it.each([
    ['WEBVTT', 'WEBVT', 1, 'begins with the word WEBVTT'],
    ['00:05.000 -->', '00:05 -->', 6, 'These are no times: 00:05 -->'],
    ['00:04.000', '00:00.500', 3, 'It ends before it begins.'],
    ['00:05.000', '00:01.000', 6, 'It begins no later than the one before it.'],
    ['Make a loop.', '<i></i>', 3, 'Nothing is said.'],
    ['00:05.000 --> 00:09.000', '00:40.000 --> 00:49.000', 1, '“Pull.” begins after the film has ended.'],
  ])('with captions that say %s as %s is named in the file of the captions', async (instead, write, line, says) => {
    const { findings } = await checkPosts({ [captions]: put(write, instead) });
    expect(findings).toMatchObject([{ file: captions, line, reason: expect.stringContaining(says) as string }]);
    expect(findings[0]?.example).toBeTruthy();
  });

  it('is the only one of its page', async () => {
    const second =
      '<Video src="knot.mp4" title="B" captions="knot.{language}.vtt" poster="knot.png" published="2026-10-20" />';
    const { findings } = await checkPosts({ [post]: (text) => `${text}\n${second}\n` });
    expect(findings).toMatchObject([
      { file: post, line: 21, reason: expect.stringContaining('one <Video>') as string },
    ]);
  });
});
