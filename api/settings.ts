import { z } from 'zod';
import { isReplyBase } from './channels/email/reply-address.ts';
import { isLoopback } from './http/origin.ts';
import { areNetworks } from './http/trusted-proxies.ts';
import { readImapUrl } from './mail-in/imap/settings.ts';
import { readSender, readSmtpUrl } from './mail/smtp-settings.ts';

/** Every setting by its name in the environment; each says what would work. */
export const settings = z.object({
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
export function partsOf(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean);
}
