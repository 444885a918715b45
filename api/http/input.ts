import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { Language } from '../../content/schema/languages.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { Env } from './env.ts';
import { readJson } from './json-body.ts';
import { mediaType } from './media-type.ts';
import { tagged, tagOf } from './route-tags.ts';

/**
 * Reads a body as JSON or as a form (one with files only behind `receivesFiles`), checks it, and gives it to the handler
 * as `c.req.valid('json')`. `also` finds what only settings can tell.
 * Throws `unsupported-media-type`, `malformed-body`, or `invalid-input` with one error a field.
 */
export function input<S extends z.ZodType>(
  schema: S,
  also: Also = () => [],
): MiddlewareHandler<Env, string, { in: { json: z.input<S> }; out: { json: z.output<S> } }> {
  const handler: MiddlewareHandler<Env> = async (c, next) => {
    c.req.addValidatedData('json', checked(c, schema, await readBody(c), also) as object);
    await next();
  };
  return tagged(handler, { body: schema });
}

/** What is wrong with a body beyond its schema, which may not have held. */
type Also = (c: Context<Env>, body: unknown) => FieldError[];

/** The contract that a handler checks bodies against, where it is one that `input` made. */
export function contractOf(handler: object): z.ZodType | undefined {
  return tagOf(handler).body;
}

/** Checks the query of an address and gives it to the handler as `c.req.valid('query')`. Throws `invalid-input`. */
export function query<S extends z.ZodObject>(
  schema: S,
): MiddlewareHandler<Env, string, { in: { query: z.input<S> }; out: { query: z.output<S> } }> {
  const handler: MiddlewareHandler<Env> = async (c, next) => {
    c.req.addValidatedData('query', checked(c, schema, c.req.query()) as object);
    await next();
  };
  return tagged(handler, { query: schema });
}

function checked<S extends z.ZodType>(c: Context<Env>, schema: S, value: unknown, also: Also = () => []): z.output<S> {
  const result = schema.safeParse(value);
  const more = also(c, value);
  if (result.success && more.length === 0) return result.data;
  const found = result.success ? [] : fieldErrors(result.error, c.get('language'));
  const isNew = ({ pointer }: FieldError) => !found.some((known) => known.pointer === pointer);
  throw new Problem('invalid-input', { errors: [...found, ...more.filter(isNew)] });
}

/** Says in which form, of which page, a body sent without JavaScript was typed. */
export function fromForm(form: (c: Context<Env>) => NonNullable<Env['Variables']['form']>) {
  const handler = createMiddleware<Env>(async (c, next) => {
    if (isForm(c)) {
      const body = c.get('received')?.fields ?? (await c.req.parseBody());
      const typed = Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'));
      c.set('typed', typed as Record<string, string>);
      if (typed['language'] === 'ja' || typed['language'] === 'en') c.set('language', typed['language']);
      c.set('form', form(c));
    }
    await next();
  });
  return tagged(handler, { takesForms: true });
}

/** Whether a browser sent a form by itself. */
export function isForm<E extends Env>(c: Context<E>): boolean {
  const received = c.get('received');
  return received ? received.json === null : mediaType(c) === 'application/x-www-form-urlencoded';
}

async function readBody(c: Context<Env>): Promise<unknown> {
  const received = c.get('received');
  if (received?.problem) throw received.problem;
  if (isForm(c)) {
    const fields = Object.entries(c.get('typed') ?? received?.fields ?? (await c.req.parseBody()));
    // An empty field of a form was left out by the person who filled it in.
    const filled = Object.fromEntries(fields.filter(([, value]) => value !== ''));
    return c.get('form')?.asBody?.(filled) ?? filled;
  }
  if (!received && mediaType(c) !== 'application/json') {
    throw new Problem('unsupported-media-type', {
      detail: c.get('language') === 'ja' ? 'JSONまたはフォームで送信してください。' : 'Send JSON or a form.',
    });
  }
  return readJson(c);
}

/** Nobody reads more, and an answer should not be larger than what it answers. */
const mostErrors = 50;

function fieldErrors(error: z.ZodError, language: Language): FieldError[] {
  const found = error.issues.slice(0, mostErrors).flatMap((issue) => {
    const keys =
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, mostErrors).map((key) => [...issue.path, key])
        : [issue.path];
    return keys.map((path) => ({ pointer: pointerTo(path), detail: says[language](issue) }));
  });
  const byPointer = new Map(found.toReversed().map((wrong) => [wrong.pointer, wrong]));
  return [...byPointer.values()].toReversed();
}

function pointerTo(path: PropertyKey[]): string {
  return `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

type Says = (issue: z.core.$ZodIssue) => string;

const says: Record<Language, Says> = {
  ja(issue) {
    if (isMissing(issue)) return '入力してください。';
    switch (issue.code) {
      case 'too_small':
        return `${issue.minimum}文字以上で入力してください。`;
      case 'too_big':
        return `${issue.maximum}文字以内で入力してください。`;
      case 'invalid_format':
        return issue.format === 'email'
          ? 'メールアドレスの形をご確認ください（例：hanako@example.jp）。'
          : '形式が正しくありません。';
      case 'invalid_value':
        return `次のいずれかを指定してください：${issue.values.join('、')}`;
      case 'unrecognized_keys':
        return 'この項目は受け付けていません。';
      default:
        return '正しい値を入力してください。';
    }
  },
  en(issue) {
    if (isMissing(issue)) return 'Please fill this in.';
    switch (issue.code) {
      case 'too_small':
        return `Please use at least ${issue.minimum} characters.`;
      case 'too_big':
        return `Please use at most ${issue.maximum} characters.`;
      case 'invalid_format':
        return issue.format === 'email'
          ? 'Please check the e-mail address, for example hanako@example.jp.'
          : 'This has the wrong form.';
      case 'invalid_value':
        return `This has to be one of: ${issue.values.join(', ')}`;
      case 'unrecognized_keys':
        return 'This field is not accepted.';
      default:
        return 'Please give a valid value.';
    }
  },
};

function isMissing(issue: z.core.$ZodIssue): boolean {
  const isAbsent = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return isAbsent || (issue.code === 'too_small' && issue.minimum === 1);
}
