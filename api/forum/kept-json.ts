import type { Context, TypedResponse } from 'hono';
import type { Env } from '../http/env.ts';
import { keptForAll } from './kept.ts';

/** Answers with what everybody reads of the forum, as JSON that is made once for all who ask. */
export async function jsonForAll<T>(c: Context<Env>, make: () => Promise<T>) {
  const text = await keptForAll(c, { length: (made) => made.length }, async () => JSON.stringify(await make()));
  const answer: Response = c.body(text, 200, { 'Content-Type': 'application/json' });
  return answer as Response & TypedResponse<T, 200, 'json'>;
}
