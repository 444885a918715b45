import { cast } from '../../support/cast.ts';
import { parametersIn, pathTemplate } from '../../../api/openapi/path.ts';
import { newSetupToken } from '../support/portal.ts';
import { his, type World } from './world.ts';

/** What may stand where an id belongs. */
export interface Ids {
  /** Two that exist: where only its holder may, the second is somebody else’s. */
  existing: readonly [string, string];
  /** Well formed, and nobody’s. */
  missing: string;
  /** What no id of this kind is; what has another form is the address of nothing, where the path says which it has. */
  malformed?: readonly string[];
  /** What else the path names: beside the first that exists, and beside the second. */
  others?: readonly [Others, Others];
}

type Others = Readonly<Record<string, string>>;

/**
 * The ids of every kind of path, by how the path begins. A route with an id of a new kind needs a line here, and what
 * exists in `makeWorld`.
 */
const first = { number: '0' };
const nobodys = '00000000-0000-7000-8000-000000000000';

const idsByPath: Readonly<Record<string, (world: World) => Ids>> = {
  '/api/tickets/changes/:id': ({ changes }) => ({
    existing: changes,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/canned-answers/:id': ({ cannedAnswers }) => ({
    existing: cannedAnswers,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/moderation/watched-words/:id': ({ watchedWords }) => ({
    existing: watchedWords,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/tickets/:reference/messages/:id': ({ tickets: [one, other], replies: [reply, otherReply] }) => ({
    existing: [one.reference, other.reference],
    missing: 'M-2222',
    others: [{ id: reply }, { id: otherReply }],
  }),
  '/api/tickets/:reference': ({ tickets: [one, other] }) => ({
    existing: [one.reference, other.reference],
    missing: 'M-2222',
  }),
  '/api/desk/presence/:reference': ({ tickets: [one, other] }) => ({
    existing: [one.reference, other.reference],
    missing: 'M-2222',
  }),
  '/api/desk/views/:id': ({ savedViews }) => ({
    existing: savedViews,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/moderation/reviewables/:id': ({ reviewables }) => ({ existing: reviewables, missing: nobodys }),
  '/api/moderation/decisions/:id': ({ decisions }) => ({ existing: decisions, missing: nobodys }),
  '/api/moderation/appeals/:id': ({ appeals }) => ({ existing: appeals, missing: nobodys }),
  '/api/moderation/sanctions/:id': ({ sanctions }) => ({ existing: sanctions, missing: nobodys }),
  '/api/moderation/members/:id': ({ forumMembers }) => ({ existing: forumMembers, missing: nobodys }),
  '/api/moderation/posts/:id': ({ posts }) => ({ existing: posts, missing: nobodys }),
  '/api/moderation/threads/:number{[0-9]{1,9}}': () => ({
    existing: ['1', '2'],
    missing: '999999999',
    malformed: ['0'],
  }),
  '/api/forum/threads/:number{[0-9]{1,9}}': () => ({ existing: ['1', '2'], missing: '999999999', malformed: ['0'] }),
  '/api/forum/posts/:id': ({ posts }) => ({ existing: posts, missing: '00000000-0000-7000-8000-000000000000' }),
  '/api/forum/pictures/:id': ({ pictures }) => ({ existing: pictures, missing: '0'.repeat(32) }),
  '/api/forum/members/:id': ({ forumMembers }) => ({
    existing: forumMembers,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/notices/:id': ({ notices: [one, other] }) => ({
    existing: [one.id, other.id],
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/feedback/votes/:id': ({ votes }) => ({ existing: votes, missing: '0'.repeat(32) }),
  '/:language{ja|en}/requests/:token/attachments/:id': ({ tokens, attachments: [one, other] }) => ({
    existing: tokens,
    missing: 'A'.repeat(32),
    others: [{ id: one }, { id: other }],
  }),
  '/:language{ja|en}/requests/:token/:file{data\\.(?:json|html)}': ({ tokens }) => ({
    existing: tokens,
    missing: 'A'.repeat(32),
    others: [{ file: 'data.json' }, { file: 'data.json' }],
  }),
  '/:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure': ({ erasureTokens }) => ({
    existing: erasureTokens,
    missing: 'A'.repeat(32),
    malformed: [],
  }),
  '/:language{ja|en}/my-requests/:token{[\\w-]{32}}': ({ requestTokens }) => ({
    existing: requestTokens,
    missing: 'A'.repeat(32),
    malformed: [],
  }),
  '/:language{ja|en}/my-data/:token{[\\w-]{32}}': ({ copyTokens }) => ({
    existing: copyTokens,
    missing: 'A'.repeat(32),
    malformed: [],
  }),
  '/api/customers/:id/holds/:hold': ({ customers, holds: [one, other] }) => ({
    existing: customers,
    missing: '00000000-0000-7000-8000-000000000000',
    others: [{ hold: one }, { hold: other }],
  }),
  '/api/customers/:id/merges/:merge': ({ customers, merges: [one, other] }) => ({
    existing: customers,
    missing: '00000000-0000-7000-8000-000000000000',
    others: [{ merge: one }, { merge: other }],
  }),
  '/api/blocked-senders/:id': ({ blockedSenders }) => ({
    existing: blockedSenders,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/customers/:id': ({ customers }) => ({ existing: customers, missing: '00000000-0000-7000-8000-000000000000' }),
  '/api/attachments/:id': ({ attachments }) => ({ existing: attachments, missing: '0'.repeat(32) }),
  '/:language{ja|en}/requests/:token': ({ tokens }) => ({ existing: tokens, missing: 'A'.repeat(32) }),
  '/api/people/:id': ({ people }) => ({ existing: people, missing: '00000000-0000-7000-8000-000000000000' }),
  '/api/invitations/:id': ({ invitations }) => ({
    existing: invitations,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/teams/:id': ({ teams }) => ({ existing: teams, missing: '00000000-0000-7000-8000-000000000000' }),
  '/api/account/sessions/:id': ({ sessions }) => ({ existing: sessions, missing: '0'.repeat(64) }),
  '/api/audit-log/:id': ({ entries }) => ({ existing: entries, missing: '00000000-0000-7000-8000-000000000000' }),
  '/api/outbox/:id': ({ mails }) => ({ existing: mails, missing: '00000000-0000-7000-8000-000000000000' }),
  '/api/received-mails/:id': ({ receivedMails }) => ({
    existing: receivedMails,
    missing: '00000000-0000-7000-8000-000000000000',
  }),
  '/api/mails/:kind': () => ({
    existing: ['ticket-received', 'invitation'],
    missing: 'no-such-mail',
    others: [first, { ...first, number: '99' }],
  }),
  '/api/challenges/:purpose': () => ({ existing: ['ticket', 'registration'], missing: 'parcel' }),
  '/:language{ja|en}/notices/mail/:step{sent|confirmed|stopped}': () => ({
    existing: ['sent', 'stopped'],
    missing: 'forgotten',
  }),
  '/:language{ja|en}/notices/mail/confirm/:token': ({ confirmations }) => ({
    existing: confirmations,
    missing: 'A'.repeat(32),
  }),
  '/:language{ja|en}/notices/mail/stop/:link': ({ stopLinks }) => ({
    existing: stopLinks,
    missing: `00000000-0000-7000-8000-000000000000.${'A'.repeat(32)}`,
  }),
  '/api/forum/boards/:language{ja|en}/:board': () => ({ existing: ['returns', 'delivery'], missing: 'no-such-board' }),
  '/:language{ja|en}/members/account/:form{profile|address|password|mails}': () => ({
    existing: ['profile', 'mails'],
    missing: 'forgotten',
  }),
  '/:language{ja|en}/members/:page{join|sign-in|code}': () => ({ existing: ['join', 'code'], missing: 'forgotten' }),
  '/:language{ja|en}/forum/:number{[0-9]{1,9}}': () => ({ existing: ['1', '2'], missing: '999999999' }),
  '/:language{ja|en}/forum/posts/:id': ({ posts }) => ({ existing: posts, missing: nobodys }),
  '/:language{ja|en}/forum/members/:id': ({ forumMembers }) => ({ existing: forumMembers, missing: nobodys }),
  '/:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}': () => ({
    existing: ['returns', 'delivery'],
    missing: 'no-such-board',
  }),
  '/forum/:file{sitemap(?:-[0-9]{1,5})?\\.xml}': () => ({
    existing: ['sitemap.xml', 'sitemap-1.xml'],
    missing: 'sitemap-99999.xml',
  }),
  '/:language{ja|en}/forum/mail/stop/:scope{one|all}/:link': ({ forumStopLinks }) => ({
    existing: forumStopLinks,
    missing: `00000000-0000-7000-8000-000000000000.${'A'.repeat(32)}`,
    others: [{ scope: 'one' }, { scope: 'one' }],
  }),
  '/notices/:file': () => ({ existing: ['ja.json', 'en.json'], missing: 'fr.json' }),
};

/** The ids that fit a path; `null` where it holds none. */
export function idsOf(path: string, world: World): Ids | null {
  if (parametersIn(path).every(({ name, pattern }) => name === 'language' && pattern)) return null;
  const [, ids] = Object.entries(idsByPath).find(([begin]) => path === begin || path.startsWith(`${begin}/`)) ?? [];
  if (!ids) throw new Error(`Which ids fit ${path}? Add a line to idsByPath in tests/api/access/known-ids.ts.`);
  return ids(world);
}

/** What has the form of no id at all, as it stands in an address. */
export const malformedIds = [
  '0',
  '-1',
  'null',
  '%20',
  '%00',
  '..%2F..%2Fetc%2Fpasswd',
  '%27%20or%201%3D1%20--',
  '%E7%AA%93%E5%8F%A3',
  '%FF',
  'a'.repeat(2000),
];

/** A path with an id in it and what else it names, in Japanese where it names a language. */
export function filledPath(path: string, id: string, others: Others = {}): string {
  const first = parametersIn(path).find(({ name }) => name !== 'language' && !Object.hasOwn(others, name));
  const named: Others = { language: 'ja', ...others, ...(first ? { [first.name]: id } : {}) };
  return pathTemplate(path).replaceAll(/\{(\w+)\}/g, (whole, name: string) => named[name] ?? whole);
}

/** Addresses of a path that name something that there is beside something that there is not, or that is another’s. */
export function halfRightPaths(path: string, { existing, others, missing }: Ids): string[] {
  if (!others) return [];
  const [own, foreign] = others;
  const free = parametersIn(path).filter(({ name, pattern }) => Object.hasOwn(own, name) && !pattern);
  const wrong = free.flatMap(({ name }) => [missing, ...malformedIds].map((id) => ({ ...own, [name]: id })));
  const right = filledPath(path, existing[0], own);
  return [foreign, ...wrong].map((named) => filledPath(path, existing[0], named)).filter((found) => found !== right);
}

/** What the examples of a description cannot know: what has to exist before, and tokens that were just made. */
export const bodiesOf: Readonly<Record<string, (world: World) => Promise<object>>> = {
  'POST /api/setup': async (world) => {
    // As it is before anybody is there.
    await world.services.db.raw.execute('pragma foreign_keys = off');
    await world.services.db.raw.execute('delete from accounts');
    await world.services.db.raw.execute('pragma foreign_keys = on');
    return { token: await newSetupToken(world) };
  },
  'PUT /api/forum/threads/:number{[0-9]{1,9}}/accepted': async ({ posts }) => ({ post: posts[0] }),
  'POST /api/moderation/decisions': async ({ reviewables: [id] }) => ({ items: [{ id, version: 1 }] }),
  'POST /api/moderation/threads/:number{[0-9]{1,9}}/split': async ({ posts }) => ({ posts: [posts[0]] }),
  'POST /api/tickets/bulk': async ({ tickets }) => ({ tickets: [{ reference: tickets[0].reference, version: 1 }] }),
  'POST /api/tickets/:reference/merge': async ({ another }) => ({ other: another.reference }),
  'POST /api/tickets/:reference/split': async ({ replies }) => ({ messages: [replies[0]] }),
  'POST /api/customers/find': async () => ({ email: his.email }),
  'POST /api/customers/:id/erasure': liftHolds,
  'POST /api/customers/:id/merge': async ({ customers: [, other] }) => ({ other }),
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure': liftHolds,
  'POST /api/session': async () => ({ email: cast.emma.email, password: cast.emma.password }),
};

async function liftHolds({ services }: World): Promise<object> {
  await services.db.raw.execute('update legal_holds set lifted_at = 1');
  return {};
}
