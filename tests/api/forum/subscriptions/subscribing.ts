import { onTestFinished } from 'vitest';
import { accounts } from '../../../../api/accounts/tables.ts';
import { sendDigests } from '../../../../api/forum/subscriptions/digest.ts';
import { tellOfPosts } from '../../../../api/forum/subscriptions/tell.ts';
import { forumSubscriptions } from '../../../../api/forum/tables.ts';
import { createPages } from '../../../../api/http/pages.ts';
import type { Services } from '../../../../api/services.ts';
import { makePortal } from '../../../support/services.ts';
import { startSmtp } from '../../../support/smtp.ts';
import { sendJson } from '../../support/ask.ts';
import { outboxOf } from '../../support/mailing.ts';
import { askIn, type Member, memberOf } from '../support.ts';

export const hourMs = 3_600_000;

const shell = (language: string) =>
  `<!doctype html><html lang="${language}"><body><h1 data-slot="title"></h1><div data-slot="text"></div><div data-slot="button"></div></body></html>`;

/** A forum whose mails leave through a real server: `send` gives back what has left since it was called last. */
export async function makeFollowedForum(changes: Partial<Services> = {}) {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  const pages = createPages(async (path) => (path.includes('/forum/mail/') ? shell(path.slice(1, 3)) : null));
  const portal = await makePortal({ pages, ...changes });
  const { services, time } = portal;
  const { sendDue, rows } = outboxOf(services, smtp);
  const { db } = services;
  return {
    ...portal,
    rows,
    /** Somebody whose posts appear at once, who has been here for long. */
    staff: (name: string) => memberOf(portal, name, 'moderator'),
    member: (name: string) => memberOf(portal, name),
    send: async () => {
      await tellOfPosts(services);
      await sendDue();
      return smtp.mails.splice(0);
    },
    digest: async () => {
      await sendDigests(services);
      await sendDue();
      return smtp.mails.splice(0);
    },
    /** The clock stands at the next 8:00 in Japan. */
    untilMorning: () => {
      const day = 24 * hourMs;
      const eight = 23 * hourMs;
      time.now = Math.floor((time.now - eight) / day) * day + eight + day;
    },
    follow: (who: Member, number: number, every: 'post' | 'day' = 'post') =>
      sendJson(who.ask, `/api/forum/threads/${number}/subscription`, { every }, { method: 'PUT' }),
    show: async (postId: string, visibility = 'visible') => {
      await db.raw.batch(
        [
          { sql: 'update forum_posts set visibility = ? where id = ?', args: [visibility, postId] },
          { sql: 'update forum_threads set visibility = ? where opening_post_id = ?', args: [visibility, postId] },
        ],
        'write',
      );
    },
    speaks: async (who: { id: string }, language: 'ja' | 'en') => {
      await db.raw.execute({ sql: 'update accounts set language = ? where id = ?', args: [language, who.id] });
    },
    subscriptions: () => db.read.select().from(forumSubscriptions),
    accounts,
  };
}

export function subjects(mails: readonly { headers: Record<string, string[]> }[]): string[] {
  return mails.map(({ headers }) => headers['subject']?.[0] ?? '').sort();
}

/** The link of a mail that stops it. */
export function stopLink(mail: { headers: Record<string, string[]> } | undefined): string {
  return /^<http:\/\/localhost:4321(.*)>$/.exec(mail?.headers['list-unsubscribe']?.[0] ?? '')?.[1] ?? '';
}

type Forum = Awaited<ReturnType<typeof makeFollowedForum>>;

/** A question of a member that everybody sees, and somebody who answers at once. */
export async function asked(forum: Forum) {
  const [rose, mia] = [await forum.member('Rose'), await forum.staff('Mia')];
  const question = await askIn(rose);
  await forum.show(question.id);
  await forum.send();
  return { rose, mia, question, number: question.thread };
}
