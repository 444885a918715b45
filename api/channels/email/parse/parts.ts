import { boundarySeen, type Range, rangesBetween } from './boundaries.ts';
import { Head, readHead } from './head.ts';
import type { MailLimits, MailProblem } from './parsed-mail.ts';
import { type StructuredHeader, structuredHeader } from './structured-header.ts';

/** A part of a mail, or the whole of it. */
export interface Part {
  head: Head;
  /** `text/plain`, as the head says or as it is by default. */
  type: string;
  contentType: StructuredHeader;
  disposition: StructuredHeader;
  /** `base64`, `quoted-printable`, or nothing that would have to be undone. */
  encoding: string;
  body: Uint8Array;
  children: Part[];
}

export interface PartsFound {
  root: Part;
  problems: Set<MailProblem>;
}

interface Reading {
  raw: Uint8Array;
  limits: MailLimits;
  problems: Set<MailProblem>;
  count: number;
}

/**
 * The tree of parts of a mail. Nothing is copied: bodies are views. Where the limits end, what is left is one part of
 * bytes, so that nothing is lost.
 */
export function partsOf(raw: Uint8Array, limits: MailLimits): PartsFound {
  const reading: Reading = { raw, limits, problems: new Set(), count: 0 };
  const root = readPart(reading, 0, raw.length, 0, 'text/plain');
  if (root.head.fields.length === 0) reading.problems.add('no-head');
  return { root, problems: reading.problems };
}

function readPart(reading: Reading, start: number, end: number, depth: number, defaultType: string): Part {
  const { raw, limits, problems } = reading;
  reading.count += 1;
  const { head, bodyStart, isTooLong } = readHead(raw, start, end, limits.headBytes);
  if (isTooLong) problems.add('long-head');
  const contentType = structuredHeader(head.first('content-type') ?? defaultType);
  const part: Part = {
    head,
    contentType,
    type: /^[a-z0-9][\w.+-]*\/[\w.+-]+$/.test(contentType.value) ? contentType.value : defaultType,
    disposition: structuredHeader(head.first('content-disposition') ?? ''),
    encoding: /[\w-]+/.exec((head.first('content-transfer-encoding') ?? '').toLowerCase())?.[0] ?? '',
    body: raw.subarray(bodyStart, end),
    children: [],
  };
  if (!part.type.startsWith('multipart/')) return part;
  if (depth >= limits.depth) {
    problems.add('too-deep');
    return asBytes(part);
  }
  const childType = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const ranges = rangesWithin(reading, part, bodyStart, end);
  if (ranges.length === 0) return { ...part, type: 'text/plain' };
  for (const [from, to] of ranges) {
    if (reading.count >= limits.parts) {
      problems.add('too-many-parts');
      part.children.push(asBytes({ ...part, body: raw.subarray(from, end), children: [] }));
      break;
    }
    part.children.push(readPart(reading, from, to, depth + 1, childType));
  }
  return part;
}

function asBytes(part: Part): Part {
  const none = { value: '', parameters: new Map<string, string>() };
  return {
    ...part,
    head: new Head([]),
    type: 'application/octet-stream',
    contentType: none,
    disposition: none,
    encoding: '',
  };
}

/** Where the parts within a multipart begin and end. */
function rangesWithin({ raw, problems, limits, count }: Reading, part: Part, start: number, end: number): Range[] {
  const most = Math.max(limits.parts - count, 0);
  const named = part.contentType.parameters.get('boundary') ?? '';
  let between = rangesBetween(raw, named, [start, end], most);
  if (between.ranges.length === 0) {
    problems.add('wrong-boundary');
    between = rangesBetween(raw, boundarySeen(raw, start, end), [start, end], most);
  }
  if (between.ranges.length > 0 && !between.isClosed) problems.add('unclosed-part');
  return between.ranges;
}

/** A part and all within it, in their order. */
export function allParts(part: Part): Part[] {
  return [part, ...part.children.flatMap(allParts)];
}
