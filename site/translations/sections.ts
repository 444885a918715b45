import { createHash } from 'node:crypto';

/** What of an article's front matter is read by customers. */
export interface Head {
  title: string;
  answer: string;
  asked: readonly string[];
  needs?: readonly string[] | undefined;
}

/** A part of an article that is translated as one: what stands before the first heading, and what each heading begins. */
export interface Section {
  /** The step's id in a flow; elsewhere empty, and sections are told apart by their order. */
  step: string;
  /** Its heading; empty for what stands before the first. */
  title: string;
  /** Where it begins, counted from 1 in the text it was taken from. */
  line: number;
  /** Short hash of its text. How the text is broken into lines changes nothing. */
  hash: string;
}

/**
 * The sections of an article, from its front matter and its MDX: of a flow its steps, of other pages each `##`.
 * `linesBefore` is how many the front matter takes.
 */
export function sectionsOf(head: Head, body: string, linesBefore = 0): Section[] {
  const lines = body.split(/\r?\n/);
  const starts = startsOf(lines);
  const first = [head.title, head.answer, ...head.asked, ...(head.needs ?? [])];
  const at = [0, ...starts.map(({ line }) => line), lines.length];
  return [{ step: '', title: '' }, ...starts].map(({ step, title }, index) => {
    const text = [...(index === 0 ? first : []), ...lines.slice(at[index], at[index + 1])].join('\n');
    return { step, title, line: index === 0 ? 1 : linesBefore + (at[index] ?? 0) + 1, hash: hashOf(text) };
  });
}

interface Start {
  line: number;
  step: string;
  title: string;
}

function startsOf(lines: readonly string[]): Start[] {
  const headings: Start[] = [];
  const steps: Start[] = [];
  let isCode = false;
  for (const [line, text] of lines.entries()) {
    if (/^\s*(```|~~~)/.test(text)) isCode = !isCode;
    if (isCode) continue;
    const heading = /^\s{0,3}##\s+(.+?)\s*#*$/.exec(text)?.[1];
    if (heading) headings.push({ line, step: '', title: heading });
    const tag = /^\s*<(?:Question|Outcome)\s([^>]*)/.exec(text)?.[1];
    const step = tag && attribute(tag, 'id');
    if (step) steps.push({ line, step, title: attribute(tag, 'ask') ?? attribute(tag, 'title') ?? '' });
  }
  return steps.length > 0 ? steps : headings;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll(/\s+/g, ' ').trim()).digest('base64url').slice(0, 8);
}
