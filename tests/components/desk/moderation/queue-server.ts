import { onTestFinished, vi } from 'vitest';
import { Problem, type ProblemSlug } from '../../../../api/problem.ts';
import type {
  AppealAnswer,
  DecisionAction,
  DecisionInput,
  Reviewable,
  ReviewableState,
} from '../../../../api/moderation/contract.ts';
import { detailOf, standingOf, threadOf } from './reviewables.ts';

interface Asked {
  what: string;
  json: unknown;
}

type Said = { problem: ProblemSlug } | 'unreachable' | object;
type Says = Said | ((asked: Asked & { query: URLSearchParams; id: string }) => Said | Promise<Said>);

const stateAfter: Record<DecisionAction, ReviewableState> = {
  approve: 'approved',
  restore: 'approved',
  reject: 'rejected',
  return: 'rejected',
  hide: 'rejected',
  ignore: 'ignored',
  remove: 'removed',
};

/** A queue that is worked off: lists, claims, decisions and their undoing, as the API has them. Keeps what was asked. */
export function useQueue(items: Reviewable[], says: Record<string, Says> = {}) {
  const all = new Map(items.map((item) => [item.id, item]));
  const decisions = new Map<string, Reviewable[]>();
  const heard: Asked[] = [];
  const usual: Record<string, Says> = {
    'GET /reviewables': ({ query }) => {
      const appealed = query.get('appealed') === 'yes';
      const shown = [...all.values()].filter(
        ({ state, language, kind, appeal }) =>
          state === (query.get('state') ?? 'pending') &&
          (!query.get('language') || language === query.get('language')) &&
          (!query.get('kind') || kind === query.get('kind')) &&
          (!appealed || appeal !== null),
      );
      const from = Number(query.get('after') ?? 0);
      const next = shown.length > from + 50 ? String(from + 50) : null;
      return { reviewables: shown.slice(from, from + 50), next };
    },
    'GET /counts': () => {
      const pending = [...all.values()].filter(({ state }) => state === 'pending');
      return {
        pending: pending.length,
        urgent: pending.filter(({ isUrgent }) => isUrgent).length,
        appeals: pending.filter(({ appeal }) => appeal !== null).length,
      };
    },
    'GET /reviewables/:id': ({ id }) => {
      const item = all.get(id);
      return item ? detailOf(item) : { problem: 'not-found' };
    },
    'PUT /reviewables/:id/claim': ({ id }) => {
      const item = all.get(id);
      if (!item) return { problem: 'not-found' };
      if (item.claimedBy && item.claimedBy.id !== 'a1') return { problem: 'claimed' };
      const claimed = { ...item, claimedBy: { id: 'a1', name: '青木 花', until: Date.now() + 600_000 } };
      all.set(id, claimed);
      return claimed;
    },
    'DELETE /reviewables/:id/claim': ({ id }) => all.get(id) ?? { problem: 'not-found' },
    'POST /decisions': ({ json }) => {
      const { items: wished, action } = json as DecisionInput;
      const made = `d${decisions.size + 1}`;
      const decided = wished.filter(
        ({ id, version }) => all.get(id)?.version === version && all.get(id)?.state === 'pending',
      );
      decisions.set(
        made,
        decided.map(({ id }) => all.get(id)).filter((item) => item !== undefined),
      );
      for (const { id } of decided) {
        const item = all.get(id);
        if (item) all.set(id, { ...item, state: stateAfter[action], version: item.version + 1 });
      }
      const refused = wished.filter((item) => !decided.includes(item)).map(({ id }) => ({ id, why: 'state-changed' }));
      return { id: made, decided: decided.map(({ id }) => id), refused };
    },
    'DELETE /decisions/:id': ({ id }) => {
      const before = decisions.get(id);
      if (!before) return { problem: 'state-changed' };
      decisions.delete(id);
      for (const item of before) all.set(item.id, { ...item, version: item.version + 2 });
      return { id, decided: before.map((item) => item.id), refused: [] };
    },
    'PUT /appeals/:id': ({ id, json }) => {
      const item = [...all.values()].find(({ appeal }) => appeal?.id === id);
      if (!item) return { problem: 'state-changed' };
      const state = (json as AppealAnswer).verdict === 'reversed' ? ('approved' as const) : ('rejected' as const);
      const answered = { ...item, state, appeal: null, version: item.version + 1 };
      all.set(item.id, answered);
      return answered;
    },
    'GET /members/:id': ({ id }) => standingOf(id),
    'GET /threads/:id': () => threadOf(['p-0', 'p-1', 'p-2']),
  };
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const { pathname, searchParams: query } = new URL(url, location.href);
    const path = decodeURIComponent(pathname.replace(/^\/api\/(moderation|forum)/, ''));
    const what = `${init.method ?? 'GET'} ${path}`;
    const json: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    heard.push({ what, json });
    const id = path.split('/')[2] ?? '';
    const pattern = what.replace(/^(\S+ \/[a-z-]+\/)[^/]+/, '$1:id');
    const said = says[what] ?? says[pattern] ?? usual[pattern] ?? { problem: 'not-found' as const };
    return respond(
      await Promise.resolve(
        typeof said === 'function' ? (said as (asked: object) => Said)({ what, json, query, id }) : said,
      ),
    );
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  /** What was asked of the API so, in order. */
  const asked = (what: string) => heard.filter((each) => each.what === what).map(({ json }) => json);
  return { all, heard, asked };
}

function respond(said: Said): Response {
  if (said === 'unreachable') throw new TypeError('Failed to fetch');
  if (typeof said === 'object' && 'problem' in said) {
    const body = new Problem(said.problem).body('ja');
    const headers = { 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify(body), { status: body.status, headers });
  }
  return Response.json(said);
}
