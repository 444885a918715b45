import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Role } from '../../../api/access/rules.ts';
import { hashPassword } from '../../../api/accounts/passwords.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { newId } from '../../../api/db/id.ts';
import { takeIn } from '../../../api/mail-in/take-in.ts';
import { createPages } from '../../../api/http/pages.ts';
import type { Notice } from '../../../api/notices/contract.ts';
import { article } from '../../support/services.ts';
import type { CustomerHistory } from '../../../api/customers/contract.ts';
import { stopPath } from '../../../api/notices/subscriptions/stop-link.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { issueToken, tokenOf } from '../../../api/tokens/one-time-tokens.ts';
import { makeCustomer } from '../customers/some-customers.ts';
import { lateParcels } from '../notices/noticing.ts';
import { sendJson } from '../support/ask.ts';
import { someForum } from './some-forum.ts';
import { someModeration } from './some-moderation.ts';
import { fileOf, sendJsonWithFiles } from '../support/files.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import type { OpenedTicket, OpenTicketInput } from '../../../api/tickets/opening-contract.ts';

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** What two customers ask, in words that stand nowhere else. */
const hers: OpenTicketInput = {
  name: '内緒 澄子',
  email: 'sumiko.naisho@example.jp',
  subject: '内密のご相談',
  message: '家族には知られたくない贈り物です。',
  language: 'ja',
  trail: [],
};
export const his: OpenTicketInput = {
  name: 'Silas Secret',
  email: 'silas.secret@example.com',
  subject: 'Between you and me',
  message: 'Nobody at home may know of this present.',
  language: 'en',
  trail: [],
};

const password = 'a long walk before breakfast';
/** What both of them send along. */
const letter = 'Please give it to nobody at the door.';
let passwordHash: Promise<string> | null = null;

/** A portal in which everything exists twice: what somebody may know, and what is somebody else’s. */
export async function makeWorld() {
  const portal = await makeStaffedPortal({ pages: everyPage });
  const { staff, app, services } = portal;
  const [one, other] = [await opened(hers), await opened(his)];
  const attachments = [await attachedTo(one), await attachedTo(other)] as const;
  const planned = {
    ...lateParcels,
    startsAt: services.clock() + 86_400_000,
    title: { ja: '来週の休業', en: 'Closed soon' },
  };
  const notice = (await (await sendJson(staff.ask, '/api/notices', lateParcels)).json()) as Notice;
  const secretNotice = (await (await sendJson(staff.ask, '/api/notices', planned)).json()) as Notice;
  const vote = { language: 'ja', kind: 'faq', slug: article.slug, helpful: 'no' };
  const castVote = async () =>
    ((await (await sendJson(app.request, '/api/feedback/votes', vote)).json()) as { id: string }).id;

  /** The cookie of somebody new with that role, who has signed in. */
  async function signedIn(role: Role): Promise<string> {
    const id = newId(services.clock(), services.random);
    const email = `${role}-${id.slice(-6)}@aruku.example`;
    const row = { id, email, name: `The ${role}`, language: 'en', role, createdAt: services.clock() } as const;
    passwordHash ??= hashPassword(password);
    await services.db.write([services.db.read.insert(accounts).values({ ...row, passwordHash: await passwordHash })]);
    const answer = await sendJson(app.request, '/api/session', { email, password });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** A ticket with a file. */
  async function opened(input: OpenTicketInput): Promise<OpenedTicket> {
    const file = fileOf(letter, `${input.name}.txt`);
    return (await (await sendJsonWithFiles(app.request, '/api/tickets', input, [file])).json()) as OpenedTicket;
  }

  /** The id of the file of a ticket, with the picture that others would draw of it. */
  async function attachedTo({ reference }: OpenedTicket): Promise<string> {
    const [message] = (await staff.read(reference)).messages;
    const id = message?.attachments[0]?.id ?? '';
    const drawn = "update attachments set preview = 'ready', width = 1, height = 1 where id = ?";
    await services.db.raw.execute({ sql: drawn, args: [id] });
    await writeFile(services.uploads.previewPathOf(id), letter);
    return id;
  }

  async function mergedFrom(identity: `phone:${string}`, into: string): Promise<string> {
    const other = await makeCustomer(services, [identity]);
    const answer = await sendJson(staff.ask, `/api/customers/${into}/merge`, { other });
    return ((await answer.json()) as CustomerHistory).merges[0]?.id ?? '';
  }

  const made = async (path: string, value: object) =>
    ((await (await sendJson(staff.ask, path, value)).json()) as { id: string }).id;
  const invite = (email: string) => made('/api/invitations', { email, role: 'agent', language: 'en' });
  const invitations = [await invite('a@aruku.example'), await invite('b@aruku.example')] as const;
  const teams = [await made('/api/teams', { name: 'Laces' }), await made('/api/teams', { name: 'Sizes' })] as const;
  await Promise.all([signedIn('agent'), signedIn('agent')]);
  // Two that nobody could read: they wait for somebody's decision.
  for (const sender of [hers.email, his.email]) {
    const head = `From: ${sender}\r\nSubject: ${letter}\r\nMessage-ID: <${sender}>\r\n\r\n`;
    await takeIn(services, Readable.from([Buffer.from(`${head}${letter}`)]));
  }
  await services.db.raw.execute("update received_mails set outcome = 'quarantined', reason = 'unreadable'");
  const idsIn = async (
    table: 'received_mails' | 'accounts' | 'sessions' | 'outbox' | 'customers' | 'legal_holds',
    where: string,
  ) => {
    const { rows } = await services.db.raw.execute(`select id from ${table} where ${where} order by rowid limit 2`);
    return rows.map(({ id }) => id as string) as [string, string];
  };

  const subscribed = await Promise.all(['ren@example.jp', 'rose@example.com'].map(subscribe));
  const [confirmation = '', otherConfirmation = ''] = subscribed.map(({ token }) => token);
  const [stopLink = '', otherStopLink = ''] = subscribed.map(({ stop }) => stop);

  /** Somebody who gets notices by mail, and has been asked whether they want others. */
  async function subscribe(address: string) {
    const detail = { language: 'ja', category: null };
    const token = issueToken(services, { purpose: 'notice-subscription', subject: address, minutes: 60, detail });
    const row = { id: newId(services.clock(), services.random), address, language: 'ja' as const, category: null };
    await services.db.write([
      token.statement,
      services.db.read.insert(noticeSubscribers).values({ ...row, createdAt: services.clock() }),
    ]);
    const stop = stopPath(services.secret, row.id, 'ja').split('/').at(-2) ?? '';
    return { token: tokenOf(services.secret, token.id), stop };
  }

  const saveView = (name: string) => made('/api/desk/views', { name, isShared: true, filter: { view: 'all' } });
  const savedViews = [await saveView('Everything'), await saveView('Everything again')] as const;

  const customers = await idsIn('customers', 'true');
  // Each was known as somebody else before.
  const merges = [
    await mergedFrom('phone:+819012345678', customers[0]),
    await mergedFrom('phone:+819087654321', customers[1]),
  ] as const;
  const block = (value: string) => made('/api/blocked-senders', { kind: 'email', value, reason: 'Adverts' });
  const blockedSenders = [await block('advert@spam.example'), await block('@adverts.example')] as const;
  const until = services.clock() + 86_400_000;
  for (const id of customers) await made(`/api/customers/${id}/holds`, { reason: 'A dispute', until });
  const wish = async (purpose: 'data-export' | 'data-erasure' | 'own-requests', subject: string) => {
    const token = issueToken(services, { purpose, subject, minutes: 60 });
    await services.db.write([token.statement]);
    return tokenOf(services.secret, token.id);
  };
  const wishes = async (purpose: 'data-export' | 'data-erasure' | 'own-requests') =>
    [await wish(purpose, hers.email), await wish(purpose, his.email)] as const;

  /** A reply of Emma's that has not left yet; the ticket keeps its state. */
  async function replied(reference: string): Promise<string> {
    const id = newId(services.clock(), services.random);
    const { raw } = services.db;
    await raw.execute({
      sql: `insert into outbox (id, channel, kind, recipient, language, payload, state, attempts, due_at, unanswered, created_at)
        values (?, 'mail', 'ticket-replied', ?, 'ja', '{}', 'waiting', 0, ?, 0, ?)`,
      args: [id, hers.email, services.clock() + 10_000, services.clock()],
    });
    await raw.execute({
      sql: `insert into messages (id, conversation_id, channel, direction, author_account_id, body, created_at, outbox_id)
        select ?, id, 'web', 'out', (select id from accounts where role = 'owner'), ?, ?, ? from conversations where reference = ?`,
      args: [id, 'One moment, please.', services.clock(), id, reference],
    });
    return id;
  }
  const replies = [await replied(one.reference), await replied(other.reference)] as const;
  const another = await opened({ ...hers, subject: 'もう一つのご相談' });
  const changed = async (priority: string) => {
    const { reference } = await opened({ ...his, subject: 'One more thing' });
    const bulk = { tickets: [{ reference, version: 1 }], priority };
    return ((await (await sendJson(staff.ask, '/api/tickets/bulk', bulk)).json()) as { undo: string }).undo;
  };
  const changes = [await changed('high'), await changed('low')] as const;
  const answers = (name: string) => made('/api/canned-answers', { name, ja: 'ただいま確認しております。', en: '' });
  const cannedAnswers = [await answers('確認中'), await answers('返送先')] as const;

  const watched = (pattern: string) =>
    made('/api/moderation/watched-words', { language: null, pattern, action: 'queue' });
  const watchedWords = [await watched('casino'), await watched('副業')] as const;

  const forum = await someForum(services);
  const moderation = await someModeration(services, forum);

  const logged = await services.db.raw.execute('select id from audit_log order by id limit 2');
  const [entry = '', otherEntry = ''] = logged.rows.map(({ id }) => id as string);

  return {
    ...portal,
    signedIn,
    invitations,
    teams,
    savedViews,
    people: await idsIn('accounts', "role = 'agent'"),
    sessions: await idsIn('sessions', 'true'),
    ...forum,
    ...moderation,
    attachments,
    replies,
    another,
    changes,
    cannedAnswers,
    watchedWords,
    customers,
    merges,
    blockedSenders,
    holds: await idsIn('legal_holds', 'true'),
    requestTokens: await wishes('own-requests'),
    copyTokens: await wishes('data-export'),
    erasureTokens: await wishes('data-erasure'),
    entries: [entry, otherEntry] as const,
    receivedMails: await idsIn('received_mails', 'true'),
    mails: await idsIn('outbox', "kind = 'ticket-received'"),
    confirmations: [confirmation, otherConfirmation] as const,
    stopLinks: [stopLink, otherStopLink] as const,
    tickets: [one, other] as const,
    tokens: [tokenIn(one.requestUrl), tokenIn(other.requestUrl)] as const,
    notices: [notice, secretNotice] as const,
    votes: [await castVote(), await castVote()] as const,
  };
}

/** What only some may know: none of it may stand in an answer that refuses. */
export function secretsOf(world: World): string[] {
  const { tickets, notices } = world;
  return [
    ...[hers, his].flatMap(({ name, email, subject, message }) => [name ?? '', email, subject, message]),
    ...tickets.map(({ reference }) => reference),
    ...notices.flatMap(({ id, title }) => [id, title.ja, title.en]),
    ...world.tokens,
    letter,
    ...world.attachments,
    ...world.customers,
    ...world.requestTokens,
    ...world.copyTokens,
    ...world.erasureTokens,
    ...world.votes,
    ...world.mails,
    ...world.receivedMails,
    ...world.confirmations,
    ...world.stopLinks,
  ];
}

function tokenIn(requestUrl: string): string {
  return requestUrl.split('/')[3] ?? '';
}

const everyPage = createPages(
  async () => `<!doctype html><html lang="ja"><head><title>窓口</title></head><body>
    <h1 data-slot="subject"></h1><p data-slot="reference"></p><ol data-slot="messages"></ol></body></html>`,
);
