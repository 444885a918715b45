import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../api/config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing: everything has a default', () => {
    const defaults = {
      port: 4321,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4321',
      otherOrigins: [],
      embedOrigins: [],
      embedSecret: null,
      trustedProxies: '',
      rateLimitFactor: 1,
      dataDir: resolve('data'),
      distDir: resolve('dist'),
      secret: undefined,
      databaseServer: undefined,
      logLevel: 'info',
      smtp: null,
      webhook: null,
      orders: null,
      mailFrom: { name: null, address: 'no-reply@localhost' },
      imap: null,
      mailIn: { secret: null, replyTo: null, authServer: null },
      logFormat: undefined,
      metrics: undefined,
      backupDir: resolve('backups'),
      buildsAtStart: true,
      devSiteUrl: undefined,
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ PORT: '', HOST: '', PUBLIC_URL: '', SECRET: '', HOME: '/root', LOG_LEVEL: undefined })).toEqual(
      defaults,
    );
  });

  it('takes what is set', () => {
    const secret = 'a key of more than thirty-two characters';
    expect(
      readConfig({
        PORT: '8080',
        HOST: '0.0.0.0',
        PUBLIC_URL: 'https://help.aruku.example',
        OTHER_ORIGINS: 'http://10.0.0.7:8080, https://faq.aruku.example',
        EMBED_ORIGINS: 'https://shop.aruku.example http://localhost:3000',
        EMBED_SECRET: secret,
        TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 ::1',
        RATE_LIMIT_FACTOR: '2.5',
        DATA_DIR: '/var/lib/madoguchi',
        DIST_DIR: '/srv/madoguchi',
        SECRET: secret,
        DATABASE_URL: 'libsql://help.aruku.example',
        DATABASE_AUTH_TOKEN: 'a token',
        LOG_LEVEL: 'warn',
        SMTP_URL: 'smtps://portal:p%40ss@smtp.aruku.example',
        MAIL_FROM: 'アルク お客様窓口 <care@aruku.example>',
        WEBHOOK_URL: 'https://shop.aruku.example/hooks/help?to=desk',
        WEBHOOK_SECRET: secret,
        LOG_FORMAT: 'text',
        METRICS_PORT: '9464',
        BACKUP_DIR: '/var/backups/madoguchi',
        BUILD_AT_START: 'no',
        DEV_SITE_URL: 'http://127.0.0.1:3000',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://help.aruku.example',
      otherOrigins: ['http://10.0.0.7:8080', 'https://faq.aruku.example'],
      embedOrigins: ['https://shop.aruku.example', 'http://localhost:3000'],
      embedSecret: secret,
      trustedProxies: '127.0.0.1, 10.0.0.0/8 ::1',
      rateLimitFactor: 2.5,
      dataDir: '/var/lib/madoguchi',
      distDir: '/srv/madoguchi',
      secret,
      databaseServer: { url: 'libsql://help.aruku.example', authToken: 'a token' },
      logLevel: 'warn',
      smtp: { host: 'smtp.aruku.example', port: 465, tls: 'implicit', user: 'portal', password: 'p@ss' },
      orders: null,
      mailFrom: { name: 'アルク お客様窓口', address: 'care@aruku.example' },
      imap: null,
      mailIn: { secret: null, replyTo: null, authServer: null },
      webhook: { url: 'https://shop.aruku.example/hooks/help?to=desk', secret },
      logFormat: 'text',
      metrics: { port: 9464, host: '127.0.0.1' },
      backupDir: '/var/backups/madoguchi',
      buildsAtStart: false,
      devSiteUrl: 'http://127.0.0.1:3000',
    });
  });

  it('names the public address after the port, and leaves no slash at its end', () => {
    expect(readConfig({ PORT: '5000' }).publicUrl).toBe('http://localhost:5000');
    expect(readConfig({ PUBLIC_URL: 'https://help.aruku.example/' }).publicUrl).toBe('https://help.aruku.example');
    expect(readConfig({ PUBLIC_URL: 'HTTPS://Help.Aruku.example:443' }).publicUrl).toBe('https://help.aruku.example');
  });

  it('lists every wrong key at once: what it was and what would work', () => {
    const wrong = { PORT: 'eighty', PUBLIC_URL: 'help.aruku.example', LOG_LEVEL: 'loud', DEV_SITE_URL: 'nowhere' };
    expect(problemsOf(wrong)).toEqual([
      'PORT is "eighty": expected a port, such as 4321',
      'PUBLIC_URL is "help.aruku.example": expected the address readers use, https:// and without a path, such as https://help.example.com',
      'LOG_LEVEL is "loud": expected one of fatal, error, warn, info, debug, silent',
      'DEV_SITE_URL is "nowhere": expected the address of the development site, such as http://127.0.0.1:4321',
    ]);
    expect(() => readConfig(wrong)).toThrow(
      /^The configuration cannot be used:\n {2}PORT is "eighty": .*\n {2}PUBLIC_URL/,
    );
  });

  it('never repeats a secret, however wrong it is', () => {
    const problems = problemsOf({ SECRET: 'hunter2', PORT: '0' });
    expect(problems).toEqual([
      'PORT is "0": expected a port, such as 4321',
      'SECRET: expected at least 32 random characters; left out, a key is made in the data folder',
    ]);
  });

  it.each([['0'], ['65536'], ['-1'], ['80.5'], ['http']])('knows no port %s', (port) => {
    expect(problemsOf({ PORT: port })).toHaveLength(1);
  });

  it.each([
    ['http://help.aruku.example'],
    ['https://help.aruku.example/portal'],
    ['ftp://help.aruku.example'],
    ['https://'],
    ['//help.aruku.example'],
  ])('takes no public address that cookies would not be safe on, or that has a path: %s', (url) => {
    expect(problemsOf({ PUBLIC_URL: url })).toHaveLength(1);
  });

  it.each([['http://localhost:4321'], ['http://127.0.0.1:8080'], ['http://[::1]:4321']])(
    'takes http on this machine: %s',
    (url) => {
      expect(readConfig({ PUBLIC_URL: url }).publicUrl).toBe(url);
    },
  );

  it('wants one key for all machines that share a database', () => {
    const url = 'https://db.aruku.example';
    expect(problemsOf({ DATABASE_URL: url })).toEqual([
      'SECRET is missing: with DATABASE_URL, set the same 32 or more random characters on every machine',
    ]);
    const { databaseServer } = readConfig({ DATABASE_URL: url, SECRET: 'a key of more than thirty-two characters' });
    expect(databaseServer).toEqual({ url, authToken: undefined });
  });

  it.each([
    ['http://db.aruku.example'],
    ['file:data/portal.db'],
    ['wss://db.aruku.example'],
    ['libsql://db.aruku.example?authToken=hunter2'],
    ['https://hunter2@db.aruku.example'],
    ['db.aruku.example'],
  ])('takes no database server that is none, or that its token would be seen on, and repeats none: %s', (url) => {
    const [problem, ...others] = problemsOf({ DATABASE_URL: url, SECRET: 'a key of more than thirty-two characters' });
    expect(problem).toMatch(/^DATABASE_URL: expected the address of a libSQL server/);
    expect(problem).not.toContain('aruku');
    expect(others).toEqual([]);
  });
});

describe('the settings of mail', () => {
  it.each([
    ['smtp://smtp.example.com', 587, 'required'],
    ['smtp://smtp.example.com:25', 25, 'required'],
    ['smtps://smtp.example.com:2465', 2465, 'implicit'],
    ['smtp://relay.internal:25?tls=off', 25, 'off'],
    ['smtp://localhost:1025', 1025, 'off'],
    ['smtp://127.0.0.1:1025', 1025, 'off'],
  ])('say how the server is reached, and with TLS unless it is near: %s', (url, port, tls) => {
    expect(readConfig({ SMTP_URL: url }).smtp).toMatchObject({ port, tls, user: null });
  });

  it.each([
    ['smtp.example.com'],
    ['https://smtp.example.com'],
    ['smtp://'],
    ['smtp://smtp.example.com/path'],
    ['smtp://smtp.example.com?tls=maybe'],
    ['smtp://smtp.example.com?secure=false'],
    ['smtps://smtp.example.com?tls=off'],
    ['smtp://portal:hunter2@smtp.example.com?tls=off'],
    ['smtp://portal:100%@smtp.example.com'],
  ])('are refused with what would work, and without what was written: %s', (url) => {
    const [problem = '', ...others] = problemsOf({ SMTP_URL: url });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^SMTP_URL: expected a mail server, such as smtps:/);
    expect(problem).not.toContain('hunter2');
  });

  it.each([
    ['care@aruku.example', { name: null, address: 'care@aruku.example' }],
    ['Aruku <care@aruku.example>', { name: 'Aruku', address: 'care@aruku.example' }],
    ['"Aruku, Inc." <care@aruku.example>', { name: 'Aruku, Inc.', address: 'care@aruku.example' }],
    ['<care@aruku.example>', { name: null, address: 'care@aruku.example' }],
  ])('name one sender: %s', (text, sender) => {
    expect(readConfig({ MAIL_FROM: text }).mailFrom).toEqual(sender);
  });

  it.each([
    ['Aruku'],
    ['care@aruku.example, boss@aruku.example'],
    ['Aruku <care@aruku.example> <boss@aruku.example>'],
    ['Aruku\r\nBcc: all@example.com <care@aruku.example>'],
    ['care@localhost'],
  ])('know no sender %j', (text) => {
    expect(problemsOf({ MAIL_FROM: text })).toHaveLength(1);
  });
});
