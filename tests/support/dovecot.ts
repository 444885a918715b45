import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { freePort } from './portal-process.ts';

/** A real mailbox on this machine: Dovecot, with a folder, ports and users of its own. */
export interface TestDovecot {
  /** `imap://…/INBOX`, as the portal takes it. */
  url: string;
  /** Hands in a raw mail over LMTP, as a mail server does, and resolves when it lies in the mailbox. */
  deliver(raw: string | Buffer, to?: string): Promise<void>;
  /** Everything in the mailbox, with what it is marked with. */
  inbox(mailbox?: string): Promise<{ uid: number; flags: Set<string>; raw: string }[]>;
  /** Does something with the mailbox as a mail program would. */
  withClient<T>(use: (client: ImapFlow) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The mailbox of everybody: mails to `care+…` come into it, too. */
export const careAddress = 'care@aruku.example';
const password = 'a-key@under+the-mat';
/** Whom Dovecot reads mails as when it was started by root, which it refuses to be. */
const mailUser = 8;

export async function startDovecot(): Promise<TestDovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'dc-'));
  const isRoot = process.getuid?.() === 0;
  const { uid, gid, username } = userInfo();
  const [ownerUid, ownerGid] = isRoot ? [mailUser, mailUser] : [uid, gid];
  const imapPort = await freePort();
  const lmtpPort = await freePort();
  const mails = join(folder, 'mails');
  await chmod(folder, 0o755);
  await mkdir(mails);
  await chown(mails, ownerUid, ownerGid);
  const config = `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Ln
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
lmtp_hdr_delivery_address = original
mail_location = maildir:${mails}/%n
first_valid_uid = 1
first_valid_gid = 1
mail_fsync = never
${isRoot ? '' : `default_internal_user = ${username}\ndefault_internal_group = ${gid}\ndefault_login_user = ${username}`}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${ownerUid} gid=${ownerGid} home=${mails}/%n allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    ${listening(imapPort)}
  }
  inet_listener imaps {
    port = 0
  }
  ${isRoot ? '' : 'chroot ='}
}
service lmtp {
  inet_listener lmtp {
    ${listening(lmtpPort)}
  }
}
service anvil {
  ${isRoot ? '' : 'chroot ='}
}
namespace inbox {
  inbox = yes
}
`;
  const file = join(folder, 'dovecot.conf');
  await writeFile(file, config);
  const transport = createTransport({ host: '127.0.0.1', port: lmtpPort, lmtp: true, secure: false, ignoreTLS: true });
  let running: ChildProcess | null = null;

  async function withClient<T>(use: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user: 'care', pass: password };
    const client = new ImapFlow({ host: '127.0.0.1', port: imapPort, secure: false, auth, logger: false });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.logout();
    }
  }

  const dovecot: TestDovecot = {
    url: `imap://care:${encodeURIComponent(password)}@127.0.0.1:${imapPort}/INBOX`,
    withClient,
    async deliver(raw, to = careAddress) {
      await transport.sendMail({ envelope: { from: 'sender@example.com', to: [to] }, raw });
    },
    inbox: (mailbox = 'INBOX') =>
      withClient(async (client) => {
        const { exists } = await client.mailboxOpen(mailbox, { readOnly: true });
        const found = exists ? await client.fetchAll('1:*', { uid: true, flags: true, source: true }) : [];
        return found.map(({ uid, flags, source }) => ({
          uid,
          flags: flags ?? new Set(),
          raw: source?.toString() ?? '',
        }));
      }),
    async start() {
      const child = spawn('dovecot', ['-F', '-c', file], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      running = child;
      for (const port of [imapPort, lmtpPort]) await listens(port, () => child.exitCode !== null && said);
    },
    async stop() {
      const child = running;
      running = null;
      if (!child || child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    async close() {
      transport.close();
      await dovecot.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await dovecot.start();
  return dovecot;
}

async function listens(port: number, ended: () => string | false): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const reason = ended();
    if (reason !== false) throw new Error(`Dovecot did not start: ${reason}`);
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nobody listens on port ${port}`);
}

function listening(port: number): string {
  return `address = 127.0.0.1\n    port = ${port}`;
}
