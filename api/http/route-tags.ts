import type { z } from 'zod';
import type { Action } from '../access/rules.ts';

/** What a handler says about every route it stands at, so that it can be read from the running app. */
export interface RouteTag {
  /** What an account has to be allowed to do; said by `allow`. */
  action?: Action;
  /** What a body has to be; said by `input`. */
  body?: z.ZodType;
  /** What a query has to be; said by `query`. */
  query?: z.ZodObject;
  /** The body may come from a form without JavaScript; said by `fromForm`. */
  takesForms?: true;
  /** Files may come along, in a form; said by `receivesFiles`. */
  takesFiles?: true;
  /** Answers only so often; said by `counted`. */
  isCounted?: true;
}

const tags = new WeakMap<object, RouteTag>();

/** The same handler, with what it says about its routes. */
export function tagged<H extends object>(handler: H, tag: RouteTag): H {
  tags.set(handler, tag);
  return handler;
}

/** What a handler says; nothing for one that has no tag. */
export function tagOf(handler: object): RouteTag {
  return tags.get(handler) ?? {};
}
