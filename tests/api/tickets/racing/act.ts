import type { BulkResult } from '../../../../api/tickets/changes-contract.ts';
import type { CustomerDeed, StaffDeed } from './deeds.ts';
import { linkTo, type RacingDesk, type Row, type Run, sendLate, type Standing } from './world.ts';

/** What came of a deed: what it has to have left behind. */
export interface Outcome {
  /** Who; `null` for the customer. */
  who: string | null;
  status: number;
  isAccepted: boolean;
  /** Conversations that it changed, each by one version. A message counts where it is. */
  changed: string[];
  messages: string[];
  /** Lines that it wrote in the audit log. */
  audited: number;
  /** Whether the history has to name its doer. */
  isInHistory: boolean;
  /** Exactly this line of the history is new. */
  line?: { kind: string; conversation: string; detail: object };
  /** Whether the second of those that it changed went into the first. */
  isJoin?: boolean;
  /** The change that was undone by it. */
  undone?: string;
}

let count = 0;
/** A text that nobody else writes. */
const unique = (what: string) => `${what}-${(count += 1)}`;

type Agent = RacingDesk['agents'][number];

/** Does one thing as an agent who sees the desk as it stood then. */
export async function actAsAgent(
  desk: RacingDesk,
  { accepted }: Run,
  agent: Agent,
  deed: StaffDeed,
  then: { now: Standing; before: Standing },
): Promise<Outcome> {
  const seen = 'isStale' in deed && deed.isStale ? then.before : then.now;
  const nth = (index: number) => seen.conversations[index % seen.conversations.length] ?? {};
  const send = async (...request: Parameters<typeof sendLate>[2]) => {
    const answer = await sendLate(agent.browser.ask, deed.late, request);
    return { status: answer.status, isAccepted: answer.ok, body: (await answer.json()) as Row };
  };
  const nothing = { who: agent.id, changed: [] as string[], messages: [] as string[], audited: 0, isInHistory: false };
  const handedOver = { team: 'team', assignee: agent.id };
  const until = desk.time.now + 2500;

  switch (deed.kind) {
    case 'reply': {
      const at = nth(deed.which);
      const text = unique('reply');
      const body = { message: text, ...(deed.isSeen ? { version: at['version'] } : {}) };
      const { status, isAccepted } = await send('POST', `/api/tickets/${at['reference']}/messages`, body);
      if (isAccepted) accepted.messages.set(text, { author: agent.id, isTakenBack: false });
      return { ...nothing, status, isAccepted, messages: isAccepted ? [text] : [] };
    }
    case 'note': {
      const text = unique('note');
      const { status, isAccepted } = await send('POST', `/api/tickets/${nth(deed.which)['reference']}/notes`, {
        body: text,
      });
      if (isAccepted) accepted.notes.set(text, agent.id);
      return { ...nothing, status, isAccepted };
    }
    case 'article': {
      const url = `/en/faq/${unique('article')}/`;
      const { status, isAccepted } = await send('POST', `/api/tickets/${nth(deed.which)['reference']}/articles`, {
        url,
      });
      if (isAccepted) accepted.lines.push([`article-linked: ${url}`, agent.id]);
      return { ...nothing, status, isAccepted, isInHistory: true };
    }
    case 'move': {
      const { id, reference, version, state } = nth(deed.which) as Record<string, string>;
      const wish = { state: deed.state, version };
      const { status, isAccepted } = await send('PUT', `/api/tickets/${reference}/state`, wish);
      const line = { kind: 'state-changed', conversation: id ?? '', detail: { from: state, to: deed.state } };
      return { ...nothing, status, isAccepted, changed: [id ?? ''], audited: 1, isInHistory: true, line };
    }
    case 'change': {
      const { id, reference, version } = nth(deed.which) as Record<string, string>;
      const subject = unique('subject');
      const wish = {
        version,
        subject,
        ...(deed.priority ? { priority: deed.priority } : {}),
        ...(deed.isHandedOver ? handedOver : {}),
        ...(deed.isSnoozed ? { snoozedUntil: until } : {}),
      };
      const { status, isAccepted } = await send('PUT', `/api/tickets/${reference}/properties`, wish);
      if (isAccepted) accepted.lines.push([`subject-changed: ${subject}`, agent.id]);
      return { ...nothing, status, isAccepted, changed: [id ?? ''], audited: 1, isInHistory: true };
    }
    case 'bulk': {
      const tag = unique('tag');
      const { status, isAccepted, body } = await send('POST', '/api/tickets/bulk', {
        tickets: seen.conversations.map(({ reference, version }) => ({ reference, version })),
        addTags: [tag],
        ...(deed.state ? { state: deed.state } : {}),
        ...(deed.isHandedOver ? handedOver : {}),
        ...(deed.isSnoozed ? { snoozedUntil: until } : {}),
      });
      const result = body as unknown as BulkResult;
      const changed = isAccepted ? idsOf(seen, result.changed) : [];
      for (const _ of changed) accepted.lines.push([`tagged: ${tag}`, agent.id]);
      if (isAccepted && result.undo) accepted.undoable.set(result.undo, { kind: 'bulk', before: then.now });
      return {
        ...nothing,
        status,
        isAccepted: changed.length > 0,
        changed,
        audited: changed.length,
        isInHistory: true,
      };
    }
    case 'merge': {
      const into = nth(deed.which);
      const isTheirs = (row: Row) => row['customer_id'] === into['customer_id'] && row['merged_into_id'] === null;
      const theirs = seen.conversations.filter((row) => row['id'] !== into['id'] && isTheirs(row));
      const other = theirs[deed.other % Math.max(1, theirs.length)] ?? nth(deed.other);
      const { status, isAccepted, body } = await send('POST', `/api/tickets/${into['reference']}/merge`, {
        version: into['version'],
        other: other['reference'],
      });
      if (isAccepted) accepted.undoable.set(body['undo'] as string, { kind: 'merge', before: then.now });
      const changed = [into, other].map(({ id }) => id as string);
      return { ...nothing, status, isAccepted, changed, audited: 1, isInHistory: true, isJoin: isAccepted };
    }
    case 'split': {
      const messagesOf = (row: Row) => seen.messages.filter((one) => one['conversation_id'] === row['id']);
      const long = seen.conversations.filter((row) => messagesOf(row).length > 1);
      const from = long[deed.which % Math.max(1, long.length)] ?? nth(deed.which);
      const own = messagesOf(from);
      const { status, isAccepted, body } = await send('POST', `/api/tickets/${from['reference']}/split`, {
        version: from['version'],
        messages: own.slice(1 + (deed.from % Math.max(1, own.length - 1))).map(({ id }) => id),
        subject: unique('part'),
      });
      if (isAccepted) accepted.undoable.set(body['undo'] as string, { kind: 'split', before: then.now });
      return { ...nothing, status, isAccepted, changed: [from['id'] as string], audited: 1, isInHistory: true };
    }
    case 'undo': {
      const undoable = [...accepted.undoable.keys()];
      // Rather one of the latest: others have come after the rest.
      const undone = undoable.at(-1 - (deed.which % Math.max(1, undoable.length))) ?? 'nothing';
      const { status, isAccepted, body } = await send('POST', `/api/tickets/changes/${undone}/undo`);
      const changed = isAccepted ? idsOf(then.now, (body as unknown as BulkResult).changed) : [];
      return {
        ...nothing,
        status,
        isAccepted,
        changed,
        audited: accepted.undoable.get(undone)?.kind === 'bulk' ? changed.length : 1,
        isInHistory: true,
        ...(isAccepted ? { undone } : {}),
      };
    }
    case 'take-back': {
      const replies = seen.messages.filter(({ direction }) => direction === 'out');
      const reply = replies.at(-1 - (deed.which % Math.max(1, replies.length))) ?? {};
      const { reference } = seen.conversations.find(({ id }) => id === reply['conversation_id']) ?? nth(0);
      const { status, isAccepted } = await send(
        'DELETE',
        `/api/tickets/${reference}/messages/${(reply['id'] as string | undefined) ?? 'none'}`,
      );
      const text = reply['body'] as string;
      const isDone = isAccepted && reply['taken_back_at'] === null;
      if (isDone) accepted.messages.set(text, { author: agent.id, isTakenBack: true });
      return {
        ...nothing,
        status,
        isAccepted: isDone,
        messages: isDone ? [text] : [],
        audited: 1,
        isInHistory: true,
      };
    }
    case 'merge-customers': {
      const customers = [...new Set(seen.conversations.map(({ customer_id: id }) => id as string))];
      const { status, isAccepted } = await send('POST', `/api/customers/${customers[0]}/merge`, {
        other: customers[1] ?? customers[0],
      });
      return { ...nothing, status, isAccepted, audited: -1 };
    }
    case 'undo-customers': {
      const merge = seen.customerMerges.at(-1 - (deed.which % Math.max(1, seen.customerMerges.length)));
      const { into_id: into = 'nobody', id = 'none' } = (merge ?? {}) as Record<string, string>;
      const path = `/api/customers/${into}/merges/${id}`;
      const { status, isAccepted } = await send('DELETE', path);
      return { ...nothing, status, isAccepted, audited: -1 };
    }
  }
}

/** Does one thing as the customer, by the links that they have. */
export async function actAsCustomer(
  desk: RacingDesk,
  { accepted }: Run,
  deed: CustomerDeed,
  now: Standing,
): Promise<Outcome> {
  const send = (...request: Parameters<typeof sendLate>[2]) => sendLate(desk.app.request, deed.late, request);
  const nothing = { who: null, changed: [], messages: [] as string[], audited: 0, isInHistory: false };
  const nth = (index: number) => linkTo(desk, now.conversations[index % now.conversations.length]?.['id'] as string);

  switch (deed.kind) {
    case 'write':
    case 'open': {
      const message = unique('message');
      const isNew = deed.kind === 'open';
      const sent = {
        path: isNew ? '/api/tickets' : `${await nth(deed.which)}messages`,
        body: isNew ? { email: `${message}@example.jp`, subject: 'Boots', language: 'en', message } : { message },
        key: `key-of-${message}`,
      };
      const answer = await send('POST', sent.path, sent.body, sent.key);
      if (answer.ok) {
        accepted.messages.set(message, { author: null, isTakenBack: false });
        accepted.sent.push(sent);
      }
      return { ...nothing, ...told(answer), messages: answer.ok ? [message] : [] };
    }
    case 'again': {
      const sent = accepted.sent[deed.which % Math.max(1, accepted.sent.length)];
      if (!sent) return { ...nothing, status: 404, isAccepted: false };
      const answer = await send('POST', sent.path, sent.body, sent.key);
      // Whoever is not sure that it arrived is told that it did, and it is not there twice.
      if (!answer.ok) throw new Error(`Sent again, it was refused: ${await answer.text()}`);
      return { ...nothing, ...told(answer) };
    }
    case 'state':
      return { ...nothing, ...told(await send('POST', `${await nth(deed.which)}state`, { state: deed.state })) };
  }
}

function idsOf(seen: Standing, references: readonly string[]): string[] {
  return seen.conversations.flatMap(({ id, reference }) =>
    references.includes(reference as string) ? [id as string] : [],
  );
}

function told({ status, ok: isAccepted }: Response) {
  return { status, isAccepted };
}
