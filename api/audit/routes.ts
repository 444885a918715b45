import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { csvHeaders } from '../http/csv.ts';
import type { Env } from '../http/env.ts';
import { query } from '../http/input.ts';
import { auditQuery, auditTableQuery } from './contract.ts';
import { listEntries, readEntry } from './read.ts';
import { auditTable } from './table.ts';

/** Read only: what was done is recorded in the write that did it, see `audited`. */
export const auditRoutes = new Hono<Env>()
  .get('/audit-log', allow('audit-log:read'), query(auditQuery), async (c) =>
    c.json(await listEntries(c.get('services').db, c.req.valid('query'))),
  )
  .get('/audit-log.csv', allow('audit-log:read'), query(auditTableQuery), (c) => {
    const { language = c.get('language'), ...wanted } = c.req.valid('query');
    return c.body(auditTable(c.get('services').db, wanted, language), 200, csvHeaders('audit-log'));
  })
  .get('/audit-log/:id', allow('audit-log:read'), async (c) =>
    c.json(await readEntry(c.get('services').db, c.req.param('id'))),
  );
