import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SearchPage } from '../../../api/desk/contract.ts';
import { type TicketPage, ticketViews } from '../../../api/tickets/contract.ts';
import { startPortal } from '../../support/portal-process.ts';
import { percentile } from '../search/percentiles.ts';
import { agent, longHistory } from './history.ts';
import { queries } from './queries.ts';

/*
 * The desk with a long history: every view, its first page and one far down, with filters; the numbers beside the views;
 * a ticket; searches.
 *
 *   npm run bench:desk -- [--conversations=100000] [--messages=1000000] [--tries=40]
 *
 * The history is made once (ten minutes) and kept in BENCH_CACHE, or in the folder for temporary files. A list that
 * takes longer than 100 ms at p95, or a search longer than 200 ms, makes the run fail.
 */

const marks = { list: 100, search: 200 };
const deepPages = 20;

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '1000000' },
    tries: { type: 'string', default: '40' },
  },
});
const tries = Number(values.tries);
const size = { conversations: Number(values.conversations), messages: Number(values.messages) };
const cache = process.env['BENCH_CACHE'] ?? join(tmpdir(), 'madoguchi-bench');
const file = await longHistory(cache, size);
const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-desk-'));
await copyFile(file, join(dataDir, 'portal.db'));
const portal = await startPortal({ dataDir, env: { LOG_LEVEL: 'error' } });
try {
  await measure();
} finally {
  await portal.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const cookie = await signIn();
  const get = async (path: string): Promise<{ ms: number; body: unknown }> => {
    const started = performance.now();
    const answer = await fetch(`${portal.url}${path}`, { headers: { Cookie: cookie } });
    const text = await answer.text();
    const ms = performance.now() - started;
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 200)}`);
    return { ms, body: JSON.parse(text) };
  };
  process.stdout.write(`\n${size.conversations} conversations, ${size.messages} messages, ${tries} tries each\n`);
  process.stdout.write(`${''.padEnd(62)}   found    p50 ms    p95 ms\n`);

  const row = async (name: string, path: string, mark: number, found: (body: unknown) => string) => {
    const first = await get(path);
    const times: number[] = [];
    for (let count = 0; count < tries; count += 1) times.push((await get(path)).ms);
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    if (p95 > mark) process.exitCode = 1;
    const figures = [found(first.body).padStart(8), p50.toFixed(1).padStart(10), p95.toFixed(1).padStart(10)];
    process.stdout.write(`${name.padEnd(62)}${figures.join('')}${p95 > mark ? `  NOT MET: ${mark} ms` : ''}\n`);
    return first.body;
  };
  const list = (name: string, query: string) =>
    row(name, `/api/tickets?${query}`, marks.list, (body) => {
      const { tickets, next } = body as TicketPage;
      return `${tickets.length}${next === null ? '' : '+'}`;
    });

  const { agents, tags } = (await get('/api/desk/colleagues')).body as {
    agents: { id: string; teams: string[] }[];
    tags: string[];
  };
  const [colleague] = agents;
  const filters = [
    ...[tags[0], tags.at(-1)].map((tag) => `tag=${encodeURIComponent(tag ?? '')}`),
    'category=returns',
    'category=rare-category',
    'priority=urgent',
    'language=en',
    'channel=phone',
    `assignee=${colleague?.id}`,
    `team=${colleague?.teams[0]}`,
    'assignee=none&priority=urgent&language=en&channel=phone',
    'category=nobody-chose-it',
  ];
  for (const view of ticketViews) {
    await list(view, `view=${view}`);
    let after: string | null = null;
    for (let page = 0; page < deepPages; page += 1) {
      const query = after === null ? '' : `&after=${after}`;
      const { next } = (await get(`/api/tickets?view=${view}${query}`)).body as TicketPage;
      if (next === null) break;
      after = next;
    }
    if (after !== null) await list(`${view}, far down`, `view=${view}&after=${after}`);
    for (const filter of filters)
      await list(`${view} ${decodeURIComponent(filter)}`.slice(0, 60), `view=${view}&${filter}`);
  }
  await row('numbers beside the views', '/api/desk/counts', marks.list, () => '');
  await row('colleagues and tags', '/api/desk/colleagues', marks.list, () => '');
  const { tickets } = (await get('/api/tickets?view=done')).body as TicketPage;
  await row('a ticket', `/api/tickets/${tickets[0]?.reference ?? ''}`, marks.list, () => '');

  const searches: number[] = [];
  for (const query of queries(tickets[0]?.reference ?? '')) {
    await row(`search ${query}`, `/api/desk/search?q=${encodeURIComponent(query)}`, marks.search, (body) => {
      const { results, next } = body as SearchPage;
      searches.push(results.length);
      return `${results.length}${next === null ? '' : '+'}`;
    });
  }
  process.stdout.write(
    `\n${searches.length} searches, ${searches.filter((count) => count > 0).length} found something\n`,
  );
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${portal.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: portal.url },
    body: JSON.stringify(agent),
  });
  if (answer.status !== 201) throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
