import type { apiClient } from '../../../api/client.ts';
import type { DecisionAction, DecisionResult, Reviewable } from '../../../api/moderation/contract.ts';
import type { Verdict } from './mado-verdict-dialog.ts';

type Api = ReturnType<typeof apiClient>['api'];

/** What came of a decision on many, as many requests as it took. */
export interface Decided {
  /** Of the decisions, the latest last. */
  ids: string[];
  decided: string[];
  refused: DecisionResult['refused'];
}

/** Something that was done and can be undone. */
export interface Deed {
  /** Of the things of the queue that it was done to; nothing where it was done to a thread or a member. */
  items: readonly string[];
  /** Undoes it: how many things that concerned. */
  undo: () => Promise<number>;
}

/** What the API takes at once. */
const mostAtOnce = 100;

/** Decides on things of the queue at the versions that were seen. */
export async function sendDecision(
  api: Api,
  items: readonly Reviewable[],
  action: DecisionAction,
  verdict: Verdict,
): Promise<Decided> {
  const seen = items.map(({ id, version }) => ({ id, version }));
  const results: DecisionResult[] = [];
  for (let from = 0; from < seen.length; from += mostAtOnce) {
    const json = { items: seen.slice(from, from + mostAtOnce), action, ...verdict };
    results.push(await (await api.moderation.decisions.$post({ json })).json());
  }
  return {
    ids: results.flatMap(({ id, decided }) => (decided.length > 0 ? [id] : [])),
    decided: results.flatMap(({ decided }) => decided),
    refused: results.flatMap(({ refused }) => refused),
  };
}

/** Undoes decisions by their ids, the latest first: how many things that concerned. */
export async function undoDecisions(api: Api, ids: readonly string[]): Promise<number> {
  let undone = 0;
  for (const id of ids.toReversed()) {
    const answer = await api.moderation.decisions[':id'].$delete({ param: { id } });
    undone += (await answer.json()).decided.length;
  }
  return undone;
}
