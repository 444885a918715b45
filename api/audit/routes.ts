import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { query } from '../http/input.ts';
import { auditQuery } from './contract.ts';
import { listEntries, readEntry } from './read.ts';

/** Read only: what was done is recorded in the write that did it, see `audited`. */
export const auditRoutes = new Hono<Env>()
  .get('/', allow('audit-log:read'), query(auditQuery), async (c) =>
    c.json(await listEntries(c.get('services').db, c.req.valid('query'))),
  )
  .get('/:id', allow('audit-log:read'), async (c) => c.json(await readEntry(c.get('services').db, c.req.param('id'))));
