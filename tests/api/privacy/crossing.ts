import { audited } from '../../../api/audit/audited.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { queueMail } from '../../../api/outbox/queue-mail.ts';
import { placeHold } from '../../../api/privacy/holds.ts';
import { customerAt } from '../../../api/privacy/person.ts';
import type { Services } from '../../../api/services.ts';
import { issueToken } from '../../../api/tokens/one-time-tokens.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { smallPages } from '../support/shells.ts';

/** Somebody with words that nobody else uses: whatever of theirs is left is found. */
export interface Person {
  name: string;
  email: string;
  words: string[];
  links: string[];
  id: string;
}

/** A portal with two customers who have something in every table: same names of things, replies in between. */
export async function twoCustomers(changes: Partial<Services> = {}) {
  const portal = await makeStaffedPortal({ pages: smallPages, ...changes });
  const hanako = await somebody(portal, 'Hanako', 'ja');
  const tom = await somebody(portal, 'Tomas', 'en');
  // No reply can be taken back any more.
  portal.time.now += 10_000;
  return { ...portal, hanako, tom };
}

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

export async function somebody(portal: Portal, key: string, language: 'ja' | 'en'): Promise<Person> {
  const { services } = portal;
  const name = `${key}-name`;
  const email = `${key}-Address@Example.com`;
  const words = ['subject-1', 'body-1', 'query-1', 'subject-2', 'body-2', 'follow-up', 'answer'].map(
    (word) => `${key}-${word}`,
  );
  const trail = [{ kind: 'search' as const, query: `${key}-query-1`, at: 1 }];
  const links: string[] = [];
  for (const number of [1, 2]) {
    const opened = await openTicket(portal, {
      name,
      email,
      subject: `${key}-subject-${number}`,
      message: `${key}-body-${number}`,
      language,
      trail: number === 1 ? trail : [],
    });
    links.push(opened.requestUrl);
    await portal.staff.reply(opened.reference, `${key}-answer ${number}`);
  }
  await sendJson(portal.app.request, `${links[0]}messages`, { message: `${key}-follow-up` });
  const id = (await customerAt(services.db, email)) ?? '';
  const token = issueToken(services, {
    purpose: 'address-confirmation',
    subject: email.toLowerCase(),
    minutes: 60,
    detail: { address: email },
  });
  await services.db.write([
    token.statement,
    services.db.read.insert(noticeSubscribers).values({
      id: `${key}-subscriber`,
      address: email.toLowerCase(),
      language,
      createdAt: services.clock(),
    }),
    queueMail(services, { kind: 'data-export', to: email, name, language, payload: { tokenId: `${key}-payload` } }),
    audited(services, {
      accountId: null,
      action: 'outbox:retry',
      target: { kind: 'address', id: email },
      detail: { to: email },
    }),
  ]);
  return { name, email, words, links, id };
}

const anOwner = { accountId: 'an owner', requestId: '0123456789abcdef', language: 'en' } as const;

/** Keeps everything of somebody for a month from now. */
export async function holdFor(services: Services, { id }: Person, days = 30): Promise<void> {
  const until = services.clock() + days * 86_400_000;
  await placeHold(services, id, { reason: 'A dispute about a refund', until }, anOwner);
}

/** Every row of every table, as text. */
export async function everyRow({ db }: Services): Promise<string> {
  const { rows } = await db.raw.execute(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
  );
  const tables = await Promise.all(rows.map((row) => db.raw.execute(`select * from ${row['name'] as string}`)));
  return JSON.stringify(tables.map((table) => table.rows.map((row) => ({ ...row }))));
}
