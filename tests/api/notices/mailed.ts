import { expect, onTestFinished } from 'vitest';
import { mailNotices } from '../../../api/notices/subscriptions/mailings.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { startSmtp } from '../../support/smtp.ts';
import { sendJson } from '../support/ask.ts';
import { outboxOf } from '../support/mailing.ts';
import { makeNoticingPortal } from './noticing.ts';

/** A portal whose notices are mailed: `send` gives back what has left since it was called last. */
export async function makeMailedPortal() {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  const portal = await makeNoticingPortal();
  const { services } = portal;
  const { sendDue, rows } = outboxOf(services, smtp);
  const ask = portal.app.request;
  const send = async () => {
    await mailNotices(services);
    await sendDue();
    return smtp.mails.splice(0);
  };
  return {
    ...portal,
    ask,
    rows,
    send,
    /** Follows the link of a confirmation to its end. */
    subscribe: async (email: string, { language = 'ja', category }: { language?: string; category?: string } = {}) => {
      const answer = await sendJson(ask, `/${language}/notices/mail`, { email, ...(category ? { category } : {}) });
      expect(answer.status).toBe(202);
      const [mail] = await send();
      const link = linkIn(mail?.text ?? '', 'confirm');
      expect((await ask(link)).status).toBe(200);
      expect((await ask(link, { method: 'POST' })).headers.get('Location')).toBe(
        `/${language}/notices/mail/confirmed/`,
      );
    },
    subscribers: () => services.db.read.select().from(noticeSubscribers),
  };
}

/** The link of a mail that confirms a subscription or stops it; empty where there is none. */
export function linkIn(text: string, step: 'confirm' | 'stop'): string {
  return new RegExp(`http://localhost:4321(/\\w+/notices/mail/${step}/[^/]+/)`).exec(text)?.[1] ?? '';
}
