import type { apiClient } from '../../../api/client.ts';
import type { TicketSummary } from '../../../api/tickets/contract.ts';
import type { BulkResult } from '../../../api/tickets/changes-contract.ts';
import type { BulkChange } from './mado-desk-bulk.ts';

type Api = ReturnType<typeof apiClient>['api'];

/** What came of one change or several; each that can be undone has its id. */
export interface BulkResults extends Omit<BulkResult, 'undo'> {
  undo: string[];
}

/** What the API takes at once. */
const mostAtOnce = 200;

/** Changes tickets at the versions that were seen, as many requests as it takes. */
export async function sendBulk(api: Api, tickets: readonly TicketSummary[], change: BulkChange): Promise<BulkResults> {
  const seen = tickets.map(({ reference, version }) => ({ reference, version }));
  const results: BulkResult[] = [];
  for (let from = 0; from < seen.length; from += mostAtOnce) {
    const json = { ...change, tickets: seen.slice(from, from + mostAtOnce) };
    results.push(await (await api.tickets.bulk.$post({ json })).json());
  }
  return together(results);
}

/** Puts back what was changed, the latest first. */
export async function undoBulk(api: Api, ids: readonly string[]): Promise<BulkResults> {
  const results: BulkResult[] = [];
  for (const id of ids.toReversed()) {
    results.push(await (await api.tickets.changes[':id'].undo.$post({ param: { id } })).json());
  }
  return together(results);
}

function together(results: readonly BulkResult[]): BulkResults {
  return {
    changed: results.flatMap(({ changed }) => changed),
    refused: results.flatMap(({ refused }) => refused),
    undo: results.flatMap(({ undo }) => undo ?? []),
  };
}
