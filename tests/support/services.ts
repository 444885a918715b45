import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { createApp } from '../../api/app.ts';
import { createMailReader } from '../../api/channels/email/parse/mail-reader.ts';
import { createMailFiles } from '../../api/mail-in/mail-files.ts';
import { createPreviews } from '../../api/attachments/previews.ts';
import { createUploads } from '../../api/attachments/uploads.ts';
import { allChannels } from '../../api/channels/all-channels.ts';
import { apiClient } from '../../api/client.ts';
import { noOrderBook } from '../../api/customers/orders/order-book.ts';
import { migrate } from '../../api/db/migrate.ts';
import { createLive } from '../../api/desk/live/live.ts';
import { createDrafts } from '../../api/forum/articles/drafts.ts';
import { createThreadWatch } from '../../api/forum/live/thread-watch.ts';
import { ownOrigins } from '../../api/http/origin.ts';
import { createPages } from '../../api/http/pages.ts';
import { createLimits } from '../../api/limits/limits.ts';
import { createSignInLimits } from '../../api/limits/sign-in.ts';
import type { Services } from '../../api/services.ts';
import { questionsSchema } from '../../content/schema/questions.ts';
import { defaultRetention } from '../../content/schema/retention.ts';
import { createErasureLog } from '../../api/privacy/erasure-log.ts';
import { createNoticeBoard } from '../../api/notices/board.ts';
import { createSessions } from '../../api/sessions/sessions.ts';
import { defaultBrand } from '../../content/schema/brand.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import { shownColours } from '../../site/brand/tokens.ts';
import { cast } from './cast.ts';
import { openMigratedDatabase } from './test-database.ts';

/** Monday 16 November 2026, 10:00 in Japan: an ordinary working morning. */
export const mondayMorning = Date.parse('2026-11-16T10:00:00+09:00');

export const article: ArticleSummary = {
  language: 'ja',
  kind: 'faq',
  slug: 'return-policy',
  url: '/ja/faq/return-policy/',
  title: '返品できる条件を教えてください',
  answer: '到着から30日以内なら返品できます。',
  category: 'returns',
  rank: 1,
  asked: [],
};

const returnQuestions = questionsSchema.parse([
  {
    id: 'order-number',
    kind: 'text',
    label: { ja: 'ご注文番号', en: 'Order number' },
    pattern: String.raw`A-\d{4}-\d{4}`,
    example: 'A-1048-2231',
    required: true,
  },
  { id: 'size', kind: 'number', label: { ja: 'ご希望のサイズ', en: 'Size' }, min: 20, max: 32, unit: 'cm' },
  {
    id: 'worn',
    kind: 'choice',
    label: { ja: '屋外でお履きになりましたか', en: 'Worn outdoors?' },
    choices: [
      { id: 'no', label: { ja: 'いいえ', en: 'No' } },
      { id: 'yes', label: { ja: 'はい', en: 'Yes' } },
    ],
  },
  { id: 'bought-on', kind: 'date', label: { ja: 'ご注文日', en: 'Ordered on' } },
]);

const samplePortal = {
  languages: ['ja' as const, 'en' as const],
  timeZone: 'Asia/Tokyo',
  name: { ja: 'アルク ヘルプセンター', en: 'Aruku Help Centre' },
  organisation: { ja: 'アルク', en: 'Aruku' },
  forum: {
    boards: ['delivery', 'returns'],
    rules: [
      {
        id: 'private',
        title: { ja: '個人情報は書き込まない', en: 'Keep private things private' },
        text: { ja: 'ご注文番号などは書き込まないでください。', en: 'No order numbers, please.' },
      },
      {
        id: 'kind',
        title: { ja: '思いやりのあることばで', en: 'Be kind' },
        text: { ja: '相手を傷つけることばは使わないでください。', en: 'Don’t hurt anybody.' },
      },
    ],
    archiveAfterDays: 365,
  },
  channels: [],
  teams: [{ id: 'customer-care', name: { ja: 'お客様窓口', en: 'Customer care' } }],
  categories: [
    {
      slug: 'delivery',
      name: { ja: 'お届け・送料', en: 'Delivery' },
      description: { ja: '届く日', en: 'Dates' },
      questions: [],
      formerly: [],
    },
    {
      slug: 'returns',
      name: { ja: '返品・交換', en: 'Returns' },
      description: { ja: '返品', en: 'Returns' },
      questions: returnQuestions,
      formerly: [],
    },
  ],
};

/** One process for all tests of a file; it ends with them. */
const testMailReader = createMailReader({ ownHosts: ['localhost'], mostMs: 30_000 });

/** Services on a real database file of their own, with a clock that only the test moves. */
export async function makeServices(changes: Partial<Services> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-'));
  const db = changes.db ?? (await openMigratedDatabase(join(folder, 'portal.db')));
  onTestFinished(async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });
  if (changes.db) await migrate(db.raw);

  const time = { now: mondayMorning };
  const clock = () => time.now;
  const random = countedRandom();
  const publicUrl = changes.publicUrl ?? 'http://localhost:4321';
  const pages = changes.pages ?? createPages(async () => null);
  const log = pino({ level: 'silent' });
  const noticeBoard = createNoticeBoard({
    db,
    clock,
    dataDir: folder,
    publicUrl,
    pages,
    portal: () => samplePortal,
    log,
  });
  onTestFinished(() => noticeBoard.close());
  const secret = 'a secret of the tests, long enough for them';
  const uploads = createUploads(folder, random);
  const previews = createPreviews({ db, uploads, log });
  onTestFinished(() => previews.close());
  const services: Services = {
    db,
    clock,
    random,
    secret,
    publicUrl,
    sessions: createSessions({ db, publicUrl, clock, random }),
    isOwnOrigin: ownOrigins(publicUrl),
    embed: { origins: [], secret: null },
    isTrustedProxy: () => false,
    // All requests of a test come from nowhere: only those about limits want to meet them.
    limits: createLimits({ db, clock, secret, factor: 1000 }),
    signInLimits: createSignInLimits(createLimits({ db, clock, secret })),
    pages,
    languages: () => ['ja', 'en'],
    articleAt: (url) => (url === article.url ? article : undefined),
    promise: () => ({
      calendar: { timeZone: 'Asia/Tokyo', weekly: cast.careHours, daysOff: [], exceptions: [] },
      workingHours: 8,
      targets: { low: 16, normal: 8, high: 4, urgent: 1 },
    }),
    closesSolvedAfterDays: () => 7,
    timeZone: () => 'Asia/Tokyo',
    categories: () => samplePortal.categories,
    articlesLike: (language) => (language === article.language ? [article] : []),
    portal: () => samplePortal,
    colours: () => shownColours(defaultBrand.colours),
    outbox: { isSending: false, wake: () => undefined },
    live: createLive({ db, clock, log, pollMs: 20 }),
    threadWatch: createThreadWatch({ db, log, pollMs: 20 }),
    channels: allChannels,
    orders: noOrderBook,
    mailIn: {
      files: createMailFiles(folder),
      read: (path, target) => testMailReader.read(path, target),
      replyTo: null,
      authServer: null,
      secret: null,
      wake: () => undefined,
    },
    retention: () => defaultRetention,
    erasureLog: createErasureLog(folder),
    noticeBoard,
    scriptHashes: () => [],
    uploads,
    previews,
    drafts: createDrafts(folder),
    log,
    stopping: new AbortController().signal,
    ...changes,
  };
  return { services, time, folder };
}

/** An app on such services, and a client that keeps its cookies like a browser. */
export async function makePortal(changes: Partial<Services> = {}) {
  const made = await makeServices(changes);
  const app = createApp(made.services);
  const cookies = new Map<string, string>();
  const fetcher: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(url instanceof URL ? url.href : url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  };
  const client = apiClient('ja', { origin: made.services.publicUrl, fetcher });
  return { ...made, app, cookies, fetcher, api: client.api };
}

/** Random bytes that are the same in every run and never repeat within one. */
function countedRandom(): (bytes: number) => Buffer {
  let count = 0;
  return (bytes) => {
    count += 1;
    const chunks = Array.from({ length: Math.ceil(bytes / 32) }, (_, index) =>
      createHash('sha256').update(`${count}:${index}`).digest(),
    );
    return Buffer.concat(chunks).subarray(0, bytes);
  };
}
