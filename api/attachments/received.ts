import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Language } from '../../content/schema/languages.ts';
import type { Env } from '../http/env.ts';
import { isLanguage } from '../http/language.ts';
import { mediaType } from '../http/media-type.ts';
import { boundaryOf, MultipartError, MultipartTooLarge, type Part, partsOf } from '../http/multipart.ts';
import { tagged } from '../http/route-tags.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { attachmentLimits, megabytes } from './contract.ts';
import { cleanedFileName } from './file-name.ts';
import { kindOfFile } from './file-types.ts';
import { namedOf } from './file-tables.ts';
import type { StoredFile } from './uploads.ts';

/** A file that is on disk and may go along with a message. */
export interface ReceivedFile extends StoredFile {
  name: string;
  type: string;
}

/** A form with files, as far as it could be read. */
export interface Received {
  fields: Record<string, string>;
  /** What came as one part of JSON, named `json`: the form of who does not send field by field. */
  json: string | null;
  files: ReceivedFile[];
  /** Whether there was any file, wanted or not. */
  hadFiles: boolean;
  /** What is wrong with the whole, or with its files. */
  problem: Problem | null;
}

const mostFieldBytes = 64 * 1024;
const mostFields = 40;
/** Of a body with files, fields and all. */
const mostBytes = attachmentLimits.totalBytes + 2 * mostFieldBytes;

/**
 * Lets a route take files: those of a multipart form go to disk as they arrive, and away again unless a row was written
 * for them. What is wrong with them is said later, by `input`, together with the form.
 */
export const receivesFiles = tagged(
  createMiddleware<Env>(async (c, next) => {
    if (mediaType(c) !== 'multipart/form-data') return next();
    const received = await receive(c);
    c.set('received', received);
    try {
      await next();
    } finally {
      await dropUnclaimed(c.get('services'), received.files);
    }
  }),
  { takesFiles: true },
);

/** The files that came with a request whose form is in order. */
export function filesOf<E extends Env>(c: Context<E>): readonly ReceivedFile[] {
  return c.get('received')?.files ?? [];
}

async function receive(c: Context<Env>): Promise<Received> {
  const received: Received = { fields: {}, json: null, files: [], hadFiles: false, problem: null };
  const errors: FieldError[] = [];
  try {
    const boundary = boundaryOf(c.req.header('Content-Type') ?? '');
    if (boundary === null || !c.req.raw.body) throw new MultipartError('There is no boundary');
    let count = 0;
    for await (const part of partsOf(c.req.raw.body, boundary, mostBytes)) {
      count += 1;
      if (count > mostFields) throw new MultipartError('There are too many fields');
      if (part.fileName === null || part.name === 'json') await takeField(c, part, received);
      else await takeFile(c, { ...part, fileName: part.fileName }, received, errors);
    }
    if (errors.length > 0) received.problem = new Problem('invalid-input', { errors });
  } catch (error) {
    received.problem = asProblem(error, c.get('language'));
  }
  return received;
}

async function takeField(c: Context<Env>, { name, content }: Part, received: Received): Promise<void> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > mostFieldBytes) throw new MultipartTooLarge('A field is too long');
    chunks.push(chunk);
  }
  const value = Buffer.concat(chunks).toString('utf8');
  if (name === 'json') received.json = value;
  else if (name !== '__proto__') received.fields[name] = value;
  // What is said of the files that follow is said in the form's language.
  if (name === 'language' && isLanguage(value)) c.set('language', value);
}

async function takeFile(
  c: Context<Env>,
  { name: field, fileName, content }: Part & { fileName: string },
  received: Received,
  errors: FieldError[],
): Promise<void> {
  // An empty file field sends a file without a name and content.
  const first = await content.next();
  if (first.done && fileName === '') return;
  received.hadFiles = true;
  const { uploads } = c.get('services');
  const says = texts[c.get('language')];
  const name = cleanedFileName(fileName);
  const place = received.files.length + errors.length;
  const refuse = (detail: string) => errors.push({ pointer: `#/files/${place}`, detail });

  if (field !== 'files') return void refuse(says.unknownField);
  if (place >= attachmentLimits.number) {
    // One sentence for all that are too many; what they hold is not even read.
    if (place === attachmentLimits.number) refuse(says.tooMany);
    return;
  }
  if (first.done) return void refuse(says.empty(name));
  const stored = await uploads.store(beginningWith(first.value, content), attachmentLimits.fileBytes);
  if (stored === null) return void refuse(says.tooLarge(name));
  const { type, isProgram } = await kindOfFile(uploads.pathOf(stored.id), name);
  const soFar = received.files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (!isProgram && soFar + stored.bytes <= attachmentLimits.totalBytes) {
    received.files.push({ ...stored, name, type });
    return;
  }
  await uploads.remove([stored.id]);
  refuse(isProgram ? says.program(name) : says.tooMuch);
}

async function* beginningWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

function asProblem(error: unknown, language: Language): Problem {
  if (error instanceof Problem) return error;
  const says = texts[language];
  if (error instanceof MultipartTooLarge)
    return new Problem('body-too-large', { errors: [{ pointer: '#/files', detail: says.tooMuch }] });
  // Also a connection that ended in the middle.
  return new Problem('malformed-body', { detail: says.malformed });
}

/** Asks the database, after everything: only it knows for certain. What cannot be asked is swept later. */
async function dropUnclaimed({ db, uploads, log }: Services, files: readonly ReceivedFile[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const ids = files.map(({ id }) => id);
    const claimed = await namedOf(db, ids);
    await uploads.remove(ids.filter((id) => !claimed.has(id)));
  } catch (error) {
    log.warn({ err: error }, 'files that nobody needs stay until they are swept');
  }
}

const { number, fileBytes, totalBytes } = attachmentLimits;

const texts = {
  ja: {
    tooMany: `ファイルは${number}個まで添付できます。`,
    tooLarge: (name: string) => `「${name}」が大きすぎます。1ファイル${megabytes(fileBytes)}MBまで添付できます。`,
    tooMuch: `ファイルの合計が大きすぎます。合わせて${megabytes(totalBytes)}MBまで添付できます。`,
    empty: (name: string) => `「${name}」は空のファイルです。`,
    program: (name: string) => `「${name}」は添付できません。プログラムやスクリプトは受け付けていません。`,
    unknownField: 'この項目では、ファイルを受け付けていません。',
    malformed: 'フォームとして読み取れません。もう一度お試しください。',
  },
  en: {
    tooMany: `You can attach up to ${number} files.`,
    tooLarge: (name: string) => `“${name}” is too large: a file can have up to ${megabytes(fileBytes)} MB.`,
    tooMuch: `The files are too large together: they can have up to ${megabytes(totalBytes)} MB.`,
    empty: (name: string) => `“${name}” is empty.`,
    program: (name: string) => `“${name}” can’t be attached: programs and scripts are not accepted.`,
    unknownField: 'This field does not take files.',
    malformed: 'It can’t be read as a form. Please try again.',
  },
};
