import { resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './http/origin.ts';
import { areNetworks } from './http/trusted-proxies.ts';
import { isReplyBase } from './channels/email/reply-address.ts';
import { type ImapSettings, readImapUrl } from './mail-in/imap/settings.ts';
import { defaultSender, type MailSender, readSender, readSmtpUrl, type SmtpSettings } from './mail/smtp-settings.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(4321).describe('a port, such as 4321'),
  HOST: z.string().min(1).default('127.0.0.1').describe('an address to listen on, such as 127.0.0.1 or 0.0.0.0'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => {
      // Asked even of what is no address at all.
      if (!URL.canParse(url)) return false;
      const { protocol, hostname, pathname } = new URL(url);
      return pathname === '/' && (protocol === 'https:' || isLoopback(hostname));
    })
    .optional()
    .describe('the address readers use, https:// and without a path, such as https://help.example.com'),
  OTHER_ORIGINS: z
    .string()
    .refine((list) => partsOf(list).every((part) => URL.canParse(part) && new URL(part).origin === part))
    .default('')
    .describe('further addresses readers use, without a path, such as http://10.0.0.7:4321'),
  EMBED_ORIGINS: z
    .string()
    .refine((list) => partsOf(list).every(isOriginToEmbed))
    .default('')
    .describe(
      'addresses of the sites that may show the portal in a frame, without a path, such as https://shop.example',
    ),
  EMBED_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 random characters, with which those sites sign who is writing'),
  TRUSTED_PROXIES: z
    .string()
    .refine(areNetworks)
    .default('')
    .describe('addresses or networks of the proxies in front, such as 127.0.0.1 or 10.0.0.0/8, ::1'),
  RATE_LIMIT_FACTOR: z.coerce
    .number()
    .min(1)
    .default(1)
    .describe('how many times the usual number of requests everybody may make, 1 or more, such as 1'),
  DATA_DIR: z.string().min(1).default('data').describe('a folder that can be written, such as data'),
  DIST_DIR: z.string().min(1).default('dist').describe('the folder for built sites, such as dist'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 random characters; left out, a key is made in the data folder'),
  DATABASE_URL: z
    .url({ protocol: /^(libsql|https|http)$/ })
    .refine((url) => {
      if (!URL.canParse(url)) return false;
      const { protocol, hostname, search, username } = new URL(url);
      // Tokens have a setting of their own, which is never shown.
      return search === '' && username === '' && (protocol !== 'http:' || isLoopback(hostname));
    })
    .optional()
    .describe(
      'the address of a libSQL server, libsql:// or https:// (http:// on this machine only), such as libsql://help.example.com; its token goes into DATABASE_AUTH_TOKEN',
    ),
  DATABASE_AUTH_TOKEN: z.string().min(1).optional().describe('the token that the libSQL server asks for'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('one of fatal, error, warn, info, debug, silent'),
  SMTP_URL: z
    .string()
    .refine((text) => readSmtpUrl(text) !== null)
    .optional()
    .describe(
      'a mail server, such as smtps://user:password@smtp.example.com or smtp://user:password@smtp.example.com:587 ' +
        '(TLS either way; a special character of the password as in an address, %40 for @); for a server inside your ' +
        'network without TLS and password smtp://relay.internal:25?tls=off',
    ),
  MAIL_FROM: z
    .string()
    .refine((text) => readSender(text) !== null)
    .optional()
    .describe('one address, with a name or without, such as Aruku <care@aruku.example>'),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isServiceAddress)
    .optional()
    .describe(
      'an address that is told of tickets, https:// (http:// on this machine only), such as https://shop.example.com/hooks/help; what it is signed with goes into WEBHOOK_SECRET',
    ),
  WEBHOOK_SECRET: z.string().min(32).optional().describe('at least 32 random characters'),
  ORDERS_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isServiceAddress)
    .optional()
    .describe(
      'where the shop answers with a customer’s orders, https:// (http:// on this machine only), such as https://shop.example.com/orders; its key goes into ORDERS_SECRET',
    ),
  ORDERS_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 random characters, the same as at the shop, by which it knows who asks'),
  IMAP_URL: z
    .string()
    .refine((text) => readImapUrl(text) !== null)
    .optional()
    .describe(
      'a mailbox that customers write to, such as imaps://user:password@imap.example.com/INBOX or ' +
        'imap://user:password@imap.example.com:143/INBOX (TLS either way; a special character of the password as in an ' +
        'address, %40 for @); with ?move=Archive, what was taken is moved there',
    ),
  MAIL_IN_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 random characters that sign mails handed in to /api/mail-in; left out, nobody can'),
  MAIL_REPLY_TO: z
    .string()
    .refine(isReplyBase)
    .optional()
    .describe(
      'the address of that mailbox, without a plus sign, such as care@aruku.example; left out, that of MAIL_FROM. Mails to ' +
        'care+…@aruku.example have to come there, too',
    ),
  MAIL_AUTH_SERVER: z
    .string()
    .regex(/^[\w.-]{1,200}$/)
    .optional()
    .describe('the name in the Authentication-Results headers of your own mail server, such as mx.aruku.example'),
  LOG_FORMAT: z.enum(['json', 'text']).optional().describe('json or text; left out, text at a terminal, else json'),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional().describe('a port for Prometheus, such as 9464'),
  METRICS_HOST: z.string().min(1).default('127.0.0.1').describe('an address for metrics, such as 127.0.0.1'),
  BACKUP_DIR: z.string().min(1).default('backups').describe('a folder for backups, such as /var/backups/madoguchi'),
  BUILD_AT_START: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe('yes, or no where the site was built before and its sources may be missing'),
  DEV_SITE_URL: z.url().optional().describe('the address of the development site, such as http://127.0.0.1:4321'),
});

/** What is never repeated, however wrong it is. */

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
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
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
  logFormat: z.infer<typeof schema>['LOG_FORMAT'];
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
  const result = schema.safeParse(given);
  if (!result.success) {
    const wrong = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(
      wrong.map((key) => {
        const shown = secretKeys.has(key) ? '' : ` is "${given[key] ?? ''}"`;
        return `${key}${shown}: expected ${schema.shape[key as keyof typeof schema.shape].description ?? ''}`;
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
      `${missing} is missing: with ${given}, expected ${schema.shape[missing as 'ORDERS_URL'].description ?? ''}`,
    ]);
  }
  const mailFrom = (values.MAIL_FROM && readSender(values.MAIL_FROM)) || defaultSender(publicUrl);
  const comesIn = values.IMAP_URL !== undefined || values.MAIL_IN_SECRET !== undefined;
  const replyTo = comesIn ? (values.MAIL_REPLY_TO ?? mailFrom.address) : null;
  if (replyTo !== null && !isReplyBase(replyTo)) {
    throw new ConfigError([
      `MAIL_REPLY_TO is missing: with IMAP_URL or MAIL_IN_SECRET, expected ${schema.shape.MAIL_REPLY_TO.description ?? ''}`,
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

/** An address that the portal itself asks: by https or on this machine, with its key in a setting of its own. */
function isServiceAddress(text: string): boolean {
  // Asked even of what is no address at all.
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return username === '' && password === '' && (protocol === 'https:' || isLoopback(hostname));
}

/** A whole origin, by https or on this machine: nobody in between may put something else around the portal. */
function isOriginToEmbed(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

/** The parts of a list, separated by commas or spaces. */
function partsOf(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean);
}
