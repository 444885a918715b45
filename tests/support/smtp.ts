import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server got it, with its text as a reader sees it. */
export interface ReceivedMail {
  /** The envelope. */
  from: string;
  to: string[];
  /** Header fields by their names in small letters, unfolded and decoded; all of those with a name. */
  headers: Record<string, string[]>;
  text: string;
  html: string;
  raw: string;
}

export interface TestSmtp {
  url: string;
  port: number;
  mails: ReceivedMail[];
  /** Waits until so many mails are there. */
  received(count: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** A real mail server on this machine that keeps what it gets; `options` make it behave badly. */
export async function startSmtp(options: SMTPServerOptions & { port?: number } = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        mails.push(
          readMail(
            Buffer.concat(chunks),
            from,
            rcptTo.map(({ address }) => address),
          ),
        );
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(options.port ?? 0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    async received(count) {
      const giveUp = Date.now() + 60_000;
      while (mails.length < count) {
        if (Date.now() > giveUp) throw new Error(`${mails.length} of ${count} mails have come`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return mails;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** An answer other than OK. */
export function smtpAnswer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Holds up whoever comes by until it is opened. */
export function makeGate() {
  const waiting: (() => void)[] = [];
  let isOpen = false;
  return {
    waiting,
    pass(next: () => void): void {
      if (isOpen) next();
      else waiting.push(next);
    },
    open(): void {
      isOpen = true;
      for (const next of waiting.splice(0)) next();
    },
  };
}

export function readMail(bytes: Buffer, from: string, to: string[]): ReceivedMail {
  const raw = bytes.toString('utf8');
  const { headers, body } = partOf(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type']?.[0] ?? '')?.[1];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => partOf(part.replace(/^\r\n/, '')))
    : [{ headers, body }];
  const textOf = (type: string) => {
    const part = parts.find((part) => part.headers['content-type']?.[0]?.startsWith(type));
    return part ? decodedBody(part).replaceAll('\r\n', '\n') : '';
  };
  return { from, to, headers, text: textOf('text/plain'), html: textOf('text/html'), raw };
}

function partOf(raw: string): { headers: Record<string, string[]>; body: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/s.exec(line) ?? [];
    (headers[name.toLowerCase()] ??= []).push(decodedWords(value));
  }
  return { headers, body: rest.join('\r\n\r\n') };
}

function decodedWords(value: string): string {
  return value.replaceAll(/(\?=)\s+(?==\?)/g, '$1').replaceAll(/((?:=\?utf-8\?[bq]\?[^?]*\?=)+)/gi, (words) => {
    const pieces = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, encoding = '', text = '']) =>
      encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(pieces).toString('utf8');
  });
}

function decodedBody({ headers, body }: ReturnType<typeof partOf>): string {
  switch (headers['content-transfer-encoding']?.[0]) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return quotedPrintable(body.replaceAll(/=\r\n/g, '')).toString('utf8');
    default:
      return body;
  }
}

function quotedPrintable(text: string): Buffer {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
