import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';

/** No contract goes as deep. */
const mostLevels = 20;

/** A body as JSON, or the part of a form that is JSON. Throws `malformed-body` for what is none, is no UTF-8, or is nested too deeply. */
export async function readJson(c: Context<Env>): Promise<unknown> {
  const isJapanese = c.get('language') === 'ja';
  const value = await parsed(c, isJapanese ? 'JSONとして読み取れません。' : 'It is not JSON.');
  if (isTooDeep(value)) {
    const detail = isJapanese ? 'JSONの入れ子が深すぎます。' : 'The JSON is nested too deeply.';
    throw new Problem('malformed-body', { detail });
  }
  return value;
}

async function parsed(c: Context<Env>, detail: string): Promise<unknown> {
  try {
    // Other than `c.req.json()`, this refuses bytes that are no UTF-8 instead of replacing them.
    const received = c.get('received')?.json;
    return JSON.parse(received ?? new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer()));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('malformed-body', { detail });
  }
}

function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= mostLevels; depth += 1) {
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
    if (level.length === 0) return false;
  }
  return true;
}
