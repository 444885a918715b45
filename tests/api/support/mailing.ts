import { onTestFinished } from 'vitest';
import type { SMTPServerOptions } from 'smtp-server';
import { readSmtpUrl } from '../../../api/mail/smtp-settings.ts';
import { createMailTransport } from '../../../api/mail/transport.ts';
import { queueMail } from '../../../api/outbox/queue-mail.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import { type OutboxWorker, startOutbox } from '../../../api/outbox/worker.ts';
import type { Services } from '../../../api/services.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { makeStaffedPortal } from './portal.ts';

export const sender = { name: null, address: 'care@aruku.example' };

/** A portal, signed in as its owner, whose outbox a test lets out through a real mail server. */
export async function makeMailingPortal(options: SMTPServerOptions = {}, changes: Partial<Services> = {}) {
  const smtp = await startSmtp(options);
  onTestFinished(() => smtp.close());
  const portal = await makeStaffedPortal(changes);
  return { ...portal, smtp, ...outboxOf(portal.services, smtp) };
}

export function outboxOf(services: Services, smtp: Pick<TestSmtp, 'url'>) {
  const rows = () => services.db.read.select().from(outbox).orderBy(outbox.id);
  return {
    rows,
    /** Lets out what is due now, and resolves when it has ended. */
    sendDue: async (): Promise<void> => {
      const worker = startWorker(services, smtp.url);
      await worker.idle();
      await worker.close(1000);
    },
    startWorker: () => {
      const worker = startWorker(services, smtp.url);
      onTestFinished(() => worker.close(1000));
      return worker;
    },
    /** Puts a reply of an agent into the outbox. */
    queue: async (to = 'hanako@example.jp', changes: { name?: string; message?: string; subject?: string } = {}) => {
      const payload = {
        reference: 'M-2K7F',
        subject: changes.subject ?? 'サイズ違い',
        messageId: 'm',
        message: changes.message ?? '交換いたします。',
        files: 0,
        agent: '田中 一郎',
        linkId: 'l',
      };
      const name = changes.name ?? '佐藤 花子';
      await services.db.write([queueMail(services, { kind: 'ticket-replied', to, name, language: 'ja', payload })]);
    },
  };
}

function startWorker(services: Services, url: string): OutboxWorker {
  const settings = readSmtpUrl(url);
  if (!settings) throw new Error(`${url} is no mail server`);
  const timeouts = { connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 3000 };
  return startOutbox(services, { transport: createMailTransport(settings, timeouts), sender, isAlone: true });
}
