import { resolve } from 'node:path';
import type { z } from 'zod';
import { isReplyBase } from './channels/email/reply-address.ts';
import { type ImapSettings, readImapUrl } from './mail-in/imap/settings.ts';
import { partsOf, settings } from './settings.ts';
import { defaultSender, type MailSender, readSender, readSmtpUrl, type SmtpSettings } from './mail/smtp-settings.ts';

export interface Config {
  port: number;
  host: string;
  /** Origin readers use, without a closing slash. */
  publicUrl: string;
  /** Origins that are ours as well. */
  otherOrigins: string[];
  /** Origins of the sites that may show the portal in a frame. */
  embedOrigins: string[];
  /** What they sign identities with; none is believed without. */
  embedSecret: string | null;
  /** Networks whose X-Forwarded-For is believed, as a list. */
  trustedProxies: string;
  rateLimitFactor: number;
  dataDir: string;
  distDir: string;
  secret: string | undefined;
  /** A database that other processes share; without it, the file in the data folder. */
  databaseServer: { url: string; authToken: string | undefined } | undefined;
  logLevel: z.infer<typeof settings>['LOG_LEVEL'];
  /** The mail server; without one, mails stay in the outbox. */
  smtp: SmtpSettings | null;
  mailFrom: MailSender;
  /** Who is told of tickets; `null`: nobody. */
  webhook: { url: string; secret: string } | null;
  /** The shop’s own system, which is asked for a customer’s orders; `null` where none is. */
  orders: { url: string; secret: string } | null;
  /** The mailbox that is read; without one, mails come in by HTTP or not at all. */
  imap: ImapSettings | null;
  mailIn: {
    secret: string | null;
    /** Where answers by mail come to; `null` where none reach the portal. */
    replyTo: string | null;
    authServer: string | null;
  };
  /** `undefined`: as fits what the process writes to. */
  logFormat: z.infer<typeof settings>['LOG_FORMAT'];
  /** Where metrics are given out; `undefined`: nowhere. */
  metrics: { port: number; host: string } | undefined;
  backupDir: string;
  /** Whether a start builds what has changed; else it serves the last whole build. */
  buildsAtStart: boolean;
  /** Set under `npm run dev` only: pages come from there instead of from a build. */
  devSiteUrl: string | undefined;
}

export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What they hold is never printed, however wrong it is. */
const secretKeys = new Set([
  'SECRET',
  'EMBED_SECRET',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'SMTP_URL',
  'DATABASE_URL',
  'DATABASE_AUTH_TOKEN',
  'ORDERS_URL',
  'ORDERS_SECRET',
  'IMAP_URL',
  'MAIL_IN_SECRET',
]);

/** The settings of one process. Throws a `ConfigError` that lists every wrong key, what it was and what would work. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(
      wrong.map((key) => {
        const shown = secretKeys.has(key) ? '' : ` is "${given[key] ?? ''}"`;
        return `${key}${shown}: expected ${settings.shape[key as keyof typeof settings.shape].description ?? ''}`;
      }),
    );
  }
  const values = result.data;
  const publicUrl = values.PUBLIC_URL ? new URL(values.PUBLIC_URL).origin : `http://localhost:${values.PORT}`;
  if (values.DATABASE_URL && !values.SECRET) {
    // Each machine would make a key of its own, and open no link of the others.
    throw new ConfigError([
      'SECRET is missing: with DATABASE_URL, set the same 32 or more random characters on every machine',
    ]);
  }
  if (values.WEBHOOK_URL && !values.WEBHOOK_SECRET) {
    throw new ConfigError([
      'WEBHOOK_SECRET is missing: with WEBHOOK_URL, set 32 or more random characters to sign with',
    ]);
  }
  if (Boolean(values.ORDERS_URL) !== Boolean(values.ORDERS_SECRET)) {
    const [missing, given] = values.ORDERS_URL ? ['ORDERS_SECRET', 'ORDERS_URL'] : ['ORDERS_URL', 'ORDERS_SECRET'];
    throw new ConfigError([
      `${missing} is missing: with ${given}, expected ${settings.shape[missing as 'ORDERS_URL'].description ?? ''}`,
    ]);
  }
  const mailFrom = (values.MAIL_FROM && readSender(values.MAIL_FROM)) || defaultSender(publicUrl);
  const comesIn = values.IMAP_URL !== undefined || values.MAIL_IN_SECRET !== undefined;
  const replyTo = comesIn ? (values.MAIL_REPLY_TO ?? mailFrom.address) : null;
  if (replyTo !== null && !isReplyBase(replyTo)) {
    throw new ConfigError([
      `MAIL_REPLY_TO is missing: with IMAP_URL or MAIL_IN_SECRET, expected ${settings.shape.MAIL_REPLY_TO.description ?? ''}`,
    ]);
  }
  return {
    port: values.PORT,
    host: values.HOST,
    otherOrigins: partsOf(values.OTHER_ORIGINS),
    embedOrigins: partsOf(values.EMBED_ORIGINS),
    embedSecret: values.EMBED_SECRET ?? null,
    trustedProxies: values.TRUSTED_PROXIES,
    rateLimitFactor: values.RATE_LIMIT_FACTOR,
    publicUrl,
    dataDir: resolve(values.DATA_DIR),
    distDir: resolve(values.DIST_DIR),
    secret: values.SECRET,
    databaseServer: values.DATABASE_URL
      ? { url: values.DATABASE_URL, authToken: values.DATABASE_AUTH_TOKEN }
      : undefined,
    logLevel: values.LOG_LEVEL,
    smtp: values.SMTP_URL ? readSmtpUrl(values.SMTP_URL) : null,
    webhook:
      values.WEBHOOK_URL && values.WEBHOOK_SECRET ? { url: values.WEBHOOK_URL, secret: values.WEBHOOK_SECRET } : null,
    orders: values.ORDERS_URL && values.ORDERS_SECRET ? { url: values.ORDERS_URL, secret: values.ORDERS_SECRET } : null,
    mailFrom,
    imap: values.IMAP_URL ? readImapUrl(values.IMAP_URL) : null,
    mailIn: { secret: values.MAIL_IN_SECRET ?? null, replyTo, authServer: values.MAIL_AUTH_SERVER ?? null },
    logFormat: values.LOG_FORMAT,
    metrics: values.METRICS_PORT ? { port: values.METRICS_PORT, host: values.METRICS_HOST } : undefined,
    backupDir: resolve(values.BACKUP_DIR),
    buildsAtStart: values.BUILD_AT_START === 'yes',
    devSiteUrl: values.DEV_SITE_URL,
  };
}
