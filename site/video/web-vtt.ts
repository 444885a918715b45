/** What is said from one second to another. */
export interface Cue {
  start: number;
  end: number;
  text: string;
}

/** What is wrong in a caption file, by its line, counted from 1. */
interface VttProblem {
  line: number;
  reason: string;
  example: string;
}

const timing = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})\s+-->\s+(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})(?:\s.*)?$/;

/** The cues of a WebVTT file (W3C), in their order, and what is wrong with it. Its notes and styles are left out. */
export function readVtt(text: string): { cues: Cue[]; problems: VttProblem[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const cues: Cue[] = [];
  const problems: VttProblem[] = [];
  if (!/^WEBVTT(\s|$)/.test(lines[0] ?? '')) {
    problems.push({ line: 1, reason: 'A caption file begins with the word WEBVTT.', example: 'WEBVTT' });
  }
  for (const { line, block } of blocksOf(lines)) {
    if (/^(WEBVTT|NOTE|STYLE|REGION)\b/.test(block[0] ?? '')) continue;
    // Whatever stands in the place of WEBVTT has been named.
    if (line === 1 && !block.some((text) => text.includes('-->'))) continue;
    const at = block.findIndex((text) => text.includes('-->'));
    const times = timing.exec(block[at] ?? '');
    const example = '00:04.500 --> 00:08.000';
    if (!times) {
      problems.push({
        line: line + Math.max(at, 0),
        reason: `These are no times: ${block[Math.max(at, 0)] ?? ''}`,
        example,
      });
      continue;
    }
    const cue = {
      start: secondsOf(times[1], times[2], times[3]),
      end: secondsOf(times[4], times[5], times[6]),
      text: plain(block.slice(at + 1).join(' ')),
    };
    const place = line + at;
    const before = cues.at(-1);
    if (cue.end <= cue.start) problems.push({ line: place, reason: 'It ends before it begins.', example });
    if (before && cue.start <= before.start) {
      problems.push({ line: place, reason: 'It begins no later than the one before it.', example });
    }
    if (cue.text === '') problems.push({ line: place, reason: 'Nothing is said.', example: `${example}\nThe text` });
    cues.push(cue);
  }
  if (cues.length === 0 && problems.length === 0) {
    problems.push({ line: 1, reason: 'It holds no cue.', example: '00:00.000 --> 00:04.000\nThe text' });
  }
  return { cues, problems };
}

function blocksOf(lines: readonly string[]): { line: number; block: string[] }[] {
  const blocks: { line: number; block: string[] }[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const isNew = index === 0 || lines[index - 1]?.trim() === '';
    if (isNew) blocks.push({ line: index + 1, block: [] });
    blocks.at(-1)?.block.push(text);
  }
  return blocks;
}

function secondsOf(hours = '0', minutes = '0', seconds = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Without voices and the like, and with signs for their names. */
function plain(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' };
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole)
    .replaceAll(/ +/g, ' ')
    .trim();
}
