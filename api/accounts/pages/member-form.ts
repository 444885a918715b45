import type { Context } from 'hono';
import type { Env } from '../../http/env.ts';
import { fromForm, isForm } from '../../http/input.ts';
import { seeOther } from '../../http/see-other.ts';
import { drawnPage, type MemberPage } from './draw.ts';
import { returnTo } from './return-to.ts';

/** What such a form holds besides what is asked for. */
const around: ReadonlySet<string> = new Set(['language', 'then', 'website']);

/** Stands where a form of a page for members may be sent by a browser itself: to be shown again, it is drawn anew. */
export function memberForm(page: MemberPage, id: string) {
  return fromForm((c) => ({
    id,
    page: () => drawnPage(c, page, c.get('typed')?.['then']),
    asBody: (fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => !around.has(name))),
  }));
}

/** Leads whoever sent such a form on; `null` for what was sent as JSON. */
export function onward(c: Context<Env>, leadsTo: (to: string) => string): never | null {
  if (!isForm(c)) return null;
  return seeOther(c, leadsTo(returnTo(c.get('typed')?.['then'], c.get('language'))));
}
