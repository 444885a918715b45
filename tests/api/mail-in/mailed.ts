import { Readable } from 'node:stream';
import { replyAddress } from '../../../api/channels/email/reply-address.ts';
import { messageIdOf } from '../../../api/mail/message-ids.ts';
import { type MailInWorker, startMailIn } from '../../../api/mail-in/worker.ts';
import { takeIn } from '../../../api/mail-in/take-in.ts';
import { receivedMails } from '../../../api/mail-in/tables.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import type { Services } from '../../../api/services.ts';
import { customers, identities } from '../../../api/customers/tables.ts';
import { conversations, messages } from '../../../api/tickets/tables.ts';
import { openTicket } from '../support/portal.ts';
import { makeMailingPortal } from '../support/mailing.ts';

export const care = 'care@aruku.example';
export const hanako = 'hanako@example.jp';
export const stranger = 'mallory@example.net';

/** What a mail says beside its text; a header that is `null` is left out. */
export interface Raw {
  from?: string | null;
  to?: string;
  subject?: string;
  text?: string;
  headers?: Record<string, string>;
}

let count = 0;

/** A raw mail, each with a Message-ID of its own. */
export function raw({
  from = hanako,
  to = care,
  subject = 'Hello',
  text = 'Where are my shoes?',
  headers = {},
}: Raw = {}) {
  count += 1;
  const all: Record<string, string> = {
    ...(from === null ? {} : { From: from }),
    To: to,
    Subject: subject,
    Date: 'Mon, 16 Nov 2026 10:00:00 +0900',
    'Message-ID': `<mail-${count}@mail.example.com>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
}

/** A portal that mails come in to and go out of, with a customer who has just written through the form. */
export async function makeMailedPortal(changes: Partial<Services['mailIn']> = {}) {
  const portal = await makeMailingPortal();
  const { services } = portal;
  let worker: MailInWorker | null = null;
  // The services are handed around as they are.
  services.mailIn = { ...services.mailIn, replyTo: care, wake: () => worker?.wake(), ...changes };
  const { db } = services;

  /** Handles everything that waits, as the portal does. */
  async function handle(): Promise<void> {
    worker = startMailIn(services, { isAlone: true });
    await worker.idle();
    await worker.close();
    worker = null;
  }

  const rows = () => db.read.select().from(receivedMails).orderBy(receivedMails.id);
  const spool = (mail: string | Buffer) => takeIn(services, Readable.from([Buffer.from(mail)]));

  return {
    ...portal,
    handle,
    rows,
    spool,
    /** Takes a mail in and handles it; gives back what became of it. */
    async mailed(mail: Raw | string | Buffer = {}) {
      const { id } = await spool(typeof mail === 'string' || Buffer.isBuffer(mail) ? mail : raw(mail));
      await handle();
      const row = (await rows()).find((found) => found.id === id);
      if (!row) throw new Error('the mail is gone');
      return row;
    },
    /** Hanako's ticket, and what her acknowledgement says about answering. */
    async hers() {
      const { reference, requestUrl } = await openTicket(portal, {
        email: hanako,
        name: '佐藤 花子',
        subject: 'サイズ違い',
        message: '24.5cmを注文しました。',
        language: 'ja',
        trail: [],
      });
      const conversation = (await db.read.select().from(conversations)).find((row) => row.reference === reference);
      if (!conversation) throw new Error('there is no conversation');
      const mail = (await db.read.select().from(outbox)).find((row) => row.conversationId === conversation.id);
      return {
        ...conversation,
        requestUrl,
        address: replyAddress(services.secret, care, conversation, hanako),
        messageId: messageIdOf(services, mail?.id ?? ''),
      };
    },
    conversations: () => db.read.select().from(conversations).orderBy(conversations.id),
    customers: () => db.read.select().from(customers),
    identities: () => db.read.select().from(identities),
    messagesOf: async (id: string) =>
      (await db.read.select().from(messages).orderBy(messages.id)).filter((row) => row.conversationId === id),
    acknowledgements: async () =>
      (await db.read.select().from(outbox).orderBy(outbox.id)).filter(({ kind }) => kind === 'ticket-received'),
  };
}
export type MailedPortal = Awaited<ReturnType<typeof makeMailedPortal>>;
