import { setMaxListeners } from 'node:events';
import { createApp } from './app.ts';
import { createPreviews } from './attachments/previews.ts';
import { createUploads } from './attachments/uploads.ts';
import { allChannels } from './channels/all-channels.ts';
import { createOrderBook, noOrderBook } from './customers/orders/order-book.ts';
import { ConfigError, readConfig } from './config.ts';
import { migrate, MigrationError } from './db/migrate.ts';
import { createLive } from './desk/live/live.ts';
import { startNews } from './desk/news/worker.ts';
import { webhookWay } from './desk/news/webhook-way.ts';
import { startIndexer } from './desk/search/worker.ts';
import { createDrafts } from './forum/articles/drafts.ts';
import { createThreadWatch } from './forum/live/thread-watch.ts';
import { BuildError } from './http/built-site.ts';
import { listen, ListenError } from './http/listen.ts';
import { ownOrigins } from './http/origin.ts';
import { createPages } from './http/pages.ts';
import { proxiesIn } from './http/trusted-proxies.ts';
import { allJobs } from './jobs/all-jobs.ts';
import { startJobs } from './jobs/jobs.ts';
import { createLimits } from './limits/limits.ts';
import { createSignInLimits } from './limits/sign-in.ts';
import { createMailReader } from './channels/email/parse/mail-reader.ts';
import { startImap } from './mail-in/imap/source.ts';
import { createMailFiles } from './mail-in/mail-files.ts';
import { type MailInWorker, startMailIn } from './mail-in/worker.ts';
import { createMailTransport } from './mail/transport.ts';
import { createNoticeBoard } from './notices/board.ts';
import { createNoticedPages, withNotices } from './notices/page-notices.ts';
import { type OutboxWorker, startOutbox, startSending } from './outbox/worker.ts';
import { createLog } from './log/log.ts';
import { startOperations } from './operations.ts';
import { createRandom } from './random.ts';
import { applyErasureLog, createErasureLog } from './privacy/erasure-log.ts';
import { readSecret, SecretError } from './secret.ts';
import { createSessions } from './sessions/sessions.ts';
import type { Services } from './services.ts';
import { siteOf } from './start/built-first.ts';
import { greet } from './start/greet.ts';
import { StartError } from './start/start-error.ts';
import { takeDatabase } from './start/take-database.ts';
import { createArticleFinder } from './tickets/fitting-articles.ts';
import { stopGracefully } from './stop.ts';

const graceMs = 10_000;

/** Starts the portal; ends the process with a sentence when that cannot be. */
export async function start(): Promise<void> {
  await serve().catch((error: unknown) => {
    const isExpected = [StartError, ConfigError, MigrationError, BuildError, ListenError, SecretError].some(
      (kind) => error instanceof kind,
    );
    console.error(isExpected ? `\n${(error as Error).message}\n` : error);
    process.exit(1);
  });
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({
    level: config.logLevel,
    format: config.logFormat ?? (process.stdout.isTTY ? 'text' : 'json'),
  });
  const random = createRandom();
  const clock = Date.now;
  const stopping = new AbortController();
  // Every open stream listens.
  setMaxListeners(0, stopping.signal);

  if (config.publicUrl.startsWith('https:') && config.trustedProxies === '') {
    // Something else answers for https: without knowing it, every reader has its address.
    log.warn(
      'TRUSTED_PROXIES is not set: limits count all readers as one. Set it to the address of the proxy in front.',
    );
  }

  // The lock comes first: whatever follows happens once, however often this is started.
  const db = await takeDatabase(config);
  const isTrustedProxy = proxiesIn(config.trustedProxies);
  const listener = await listen(config, { isTrustedProxy });
  await migrate(db.raw);
  const secret = await readSecret(config.secret, config.dataDir);
  const limits = createLimits({ db, clock, secret, factor: config.rateLimitFactor });
  const site = await siteOf(config);

  const noticeBoard = createNoticeBoard({
    db,
    clock,
    dataDir: config.dataDir,
    publicUrl: config.publicUrl,
    pages: createPages(site.readShell),
    portal: site.portal,
    log,
  });
  await noticeBoard.refresh();
  const noticedPage = createNoticedPages(noticeBoard, {
    readShell: site.readShell,
    hasEnded: (path) => site.hasEnded(path, clock()),
  });

  const uploads = createUploads(config.dataDir, random);
  const ways: OutboxWorker[] = [];
  let takingIn: MailInWorker | null = null;
  const mailReader = createMailReader({ ownHosts: [new URL(config.publicUrl).hostname] });
  const services: Services = {
    db,
    clock,
    random,
    secret,
    log,
    publicUrl: config.publicUrl,
    sessions: createSessions({ db, publicUrl: config.publicUrl, clock, random }),
    isOwnOrigin: ownOrigins(config.publicUrl, config.otherOrigins),
    embed: { origins: config.embedOrigins, secret: config.embedSecret },
    isTrustedProxy,
    limits,
    signInLimits: createSignInLimits(limits),
    pages: createPages(async (path) => {
      const shell = await site.readShell(path);
      return shell === null ? null : withNotices(noticeBoard, shell);
    }),
    languages: site.languages,
    articleAt: site.articleAt,
    articlesLike: createArticleFinder(site.articles),
    promise: site.promise,
    closesSolvedAfterDays: () => site.portal().reply.closeSolvedAfterDays,
    timeZone: site.timeZone,
    categories: () => site.portal().categories,
    portal: site.portal,
    colours: site.colours,
    outbox: { isSending: config.smtp !== null, wake: () => ways.map((way) => way.wake()) },
    live: createLive({ db, clock, log }),
    threadWatch: createThreadWatch({ db, log }),
    mailIn: {
      ...config.mailIn,
      files: createMailFiles(config.dataDir),
      read: (path, folder) => mailReader.read(path, folder),
      wake: () => takingIn?.wake(),
    },
    channels: allChannels,
    orders: config.orders ? createOrderBook({ ...config.orders, clock, log }) : noOrderBook,
    retention: () => site.portal().retention,
    erasureLog: createErasureLog(config.dataDir),
    noticeBoard,
    scriptHashes: site.scriptHashes,
    stopping: stopping.signal,
    uploads,
    previews: createPreviews({ db, uploads, log }),
    drafts: createDrafts(config.dataDir),
  };
  await applyErasureLog(services);
  const app = createApp(services, async (c) => (await noticedPage(c)) ?? site.answer(c));
  listener.answerWith((request, bindings) => app.fetch(request, bindings));

  const operations = await startOperations(services, config, site.buildId);
  const jobs = startJobs(services, allJobs);
  const indexer = startIndexer(services);
  if (config.smtp) {
    const transport = createMailTransport(config.smtp);
    ways.push(startOutbox(services, { transport, sender: config.mailFrom, isAlone: !db.isShared }));
  } else log.warn('no SMTP_URL is set: mails are kept in the outbox until there is one');
  if (config.webhook) ways.push(startSending(services, webhookWay(services, config.webhook), !db.isShared));
  const news = startNews(services, config.webhook !== null);
  takingIn = startMailIn(services, { isAlone: !db.isShared });
  const imap = config.imap && startImap(services, config.imap, { isAlone: !db.isShared });
  stopGracefully(log, async () => {
    stopping.abort();
    const cutOff = await listener.close(graceMs);
    if (cutOff > 0) log.warn({ requests: cutOff }, 'requests took too long and were cut off');
    await operations.close();
    await services.previews.close();
    await indexer.close();
    await news.close();
    await jobs.close(graceMs);
    await imap?.close();
    await takingIn?.close();
    await mailReader.close();
    await Promise.all(ways.map((way) => way.close(graceMs)));
    await noticeBoard.close();
    await limits.flush();
    await db.close();
    await site.release();
  });
  await greet(config, db, site.languages());
}
