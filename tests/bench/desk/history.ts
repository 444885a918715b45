import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pino from 'pino';
import { hashPassword } from '../../../api/accounts/passwords.ts';
import { openDatabase } from '../../../api/db/database.ts';
import { knownMigrations, migrate } from '../../../api/db/migrate.ts';
import { releaseClosedFiles } from '../../../api/db/release.ts';
import { indexSome } from '../../../api/desk/search/indexer.ts';
import { conversationIndex } from '../../../api/desk/search/conversation-index.ts';
import type { Services } from '../../../api/services.ts';
import { type Random, randomFrom } from './random.ts';
import { nameOf, questionOf, replyOf, subjectOf } from './words.ts';

export interface Size {
  conversations: number;
  messages: number;
}

/** Who asks: one of thirty who answer. */
export const agent = { email: 'agent-0@aruku.example', password: 'a long walk before breakfast' };

const day = 86_400_000;
const tags = Array.from({ length: 60 }, (_, index) => `tag-${index}`).concat(
  'refund',
  'size',
  'late',
  '返金',
  'very-rare',
);
const categories = ['delivery', 'returns', 'sizes', 'payment', 'repair', 'account'];

/**
 * A database with a long history, indexed, in a folder of its own: made once for each size and schema, and kept.
 * Gives back the file.
 */
export async function longHistory(folder: string, size: Size): Promise<string> {
  const migrations = await knownMigrations();
  const schema = createHash('sha256')
    .update(migrations.map(({ hash }) => hash).join())
    .digest('hex')
    .slice(0, 8);
  const file = join(folder, `desk-${size.conversations}-${size.messages}-${schema}.db`);
  if (await stat(file).catch(() => null)) return file;
  await mkdir(folder, { recursive: true });
  const half = `${file}.half`;
  await rm(half, { force: true });
  let db = await openDatabase(half);
  await migrate(db.raw);
  await db.close();
  await releaseClosedFiles();
  const began = performance.now();
  fill(half, size, await hashPassword(agent.password));
  process.stdout.write(`${size.messages} messages written in ${seconds(began)}\n`);

  const indexing = performance.now();
  db = await openDatabase(half);
  const services = { db, clock: Date.now, log: pino({ level: 'silent' }) } as unknown as Services;
  while ((await indexSome(services, conversationIndex, 200)) > 0);
  await db.close();
  process.stdout.write(`${size.conversations} conversations indexed in ${seconds(indexing)}\n`);
  await rename(half, file);
  return file;
}

function fill(file: string, { conversations, messages }: Size, passwordHash: string): void {
  const db = new DatabaseSync(file);
  db.exec(
    'pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -400000',
  );
  const random = randomFrom(7);
  const now = Date.now();
  const first = now - 900 * day;
  const teams = ['Returns', 'Sizes', 'Delivery'].map((name, index) => ({ id: id(first + index, random), name }));
  const agents = Array.from({ length: 30 }, (_, index) => id(first + 10 + index, random));
  db.exec('begin');
  for (const team of teams) db.prepare('insert into teams values (?, ?, ?)').run(team.id, team.name, first);
  for (const [index, account] of agents.entries()) {
    db.prepare(
      "insert into accounts (id, email, name, language, role, created_at, password_hash) values (?, ?, ?, 'ja', 'agent', ?, ?)",
    ).run(account, `agent-${index}@aruku.example`, `Agent ${index}`, first, index === 0 ? passwordHash : null);
    db.prepare('insert into team_members values (?, ?)').run(teams[index % 3]?.id ?? '', account);
  }
  const addCustomer = db.prepare('insert into customers (id, name, language, created_at) values (?, ?, ?, ?)');
  const addIdentity = db.prepare('insert into identities values (?, ?, ?, ?, null, ?)');
  const addConversation =
    db.prepare(`insert into conversations (id, reference, customer_id, subject, language, state, version, created_at,
    last_message_at, waiting_since, first_reply_at, channel, category, priority, team_id, assignee_id, snoozed_until, due_at)
    values (?, ?, ?, ?, ?, ?, 3, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addMessage = db.prepare(
    "insert into messages (id, conversation_id, channel, direction, author_account_id, author_name, body, created_at) values (?, ?, 'web', ?, ?, ?, ?, ?)",
  );
  const addNote = db.prepare('insert into notes values (?, ?, ?, ?, ?)');
  const addTag = db.prepare('insert or ignore into conversation_tags values (?, ?, ?)');
  const addEvent = db.prepare("insert into conversation_events values (?, ?, null, ?, '{}', ?)");

  const customers: { id: string; name: string; language: 'ja' | 'en' }[] = [];
  let written = 0;
  for (let index = 0; index < conversations; index += 1) {
    const createdAt = first + Math.floor((index / conversations) * 899 * day);
    if (index % 5 < 3 || customers.length === 0) {
      const language = random.below(10) < 7 ? 'ja' : 'en';
      const customer = { id: id(createdAt, random), name: nameOf(language, random), language } as const;
      customers.push(customer);
      addCustomer.run(customer.id, customer.name, language, createdAt);
      addIdentity.run(
        id(createdAt, random),
        customer.id,
        'email',
        `customer${index}@example.${language === 'ja' ? 'jp' : 'com'}`,
        createdAt,
      );
      if (index % 4 === 0)
        addIdentity.run(id(createdAt, random), customer.id, 'phone', `+8190${String(10_000_000 + index)}`, createdAt);
    }
    const customer = index % 5 < 3 ? customers.at(-1) : random.pick(customers);
    if (!customer) throw new Error('There is no customer');
    const { language } = customer;
    const age = 1 - index / conversations;
    // Most is done; what is open is mostly of late.
    const roll = random.below(1000);
    const state =
      roll < 20
        ? 'spam'
        : age < 0.03
          ? random.pick(['new', 'open', 'open', 'waiting', 'solved'] as const)
          : roll < 60
            ? 'waiting'
            : roll < 70
              ? 'on-hold'
              : roll < 80
                ? 'open'
                : roll < 300
                  ? 'solved'
                  : 'closed';
    const count = Math.min(
      messages - written,
      index === conversations - 1
        ? messages - written
        : Math.max(1, Math.round((messages / conversations) * (0.4 + random.below(120) / 100))),
    );
    const conversation = id(createdAt, random);
    const times = Array.from({ length: count }, (_, turn) => createdAt + turn * 5 * 3_600_000);
    const lastAt = Math.min(now, times.at(-1) ?? createdAt);
    const isOurs = state === 'new' || state === 'open';
    const isAssigned = state !== 'new' && random.below(10) < 8;
    const snoozed = isOurs && random.below(20) === 0 ? now + random.below(20) * day : null;
    addConversation.run(
      conversation,
      `M-${(index + 40_000).toString(36).toUpperCase()}`,
      customer.id,
      subjectOf(language, random),
      language,
      state,
      createdAt,
      lastAt,
      isOurs ? lastAt : null,
      state === 'new' ? null : createdAt + 3_600_000,
      random.pick(['web', 'web', 'email', 'phone'] as const),
      index % 5000 === 0 ? 'rare-category' : random.pick(categories),
      random.below(5000) === 0 ? 'urgent' : random.pick(['low', 'normal', 'normal', 'normal', 'high'] as const),
      random.below(3) ? random.pick(teams).id : null,
      isAssigned ? random.pick(agents) : null,
      snoozed,
      isOurs ? lastAt + random.below(48) * 3_600_000 : null,
    );
    addEvent.run(id(createdAt, random), conversation, 'opened', createdAt);
    addEvent.run(id(lastAt, random), conversation, 'state-changed', lastAt);
    for (const [turn, at] of times.entries()) {
      const isIn = turn % 2 === 0;
      addMessage.run(
        id(at, random),
        conversation,
        isIn ? 'in' : 'out',
        isIn ? null : random.pick(agents),
        isIn ? customer.name : null,
        isIn ? questionOf(language, random, index) : replyOf(language, random),
        at,
      );
    }
    written += count;
    if (index % 10 === 0)
      addNote.run(
        id(lastAt, random),
        conversation,
        random.pick(agents),
        language === 'ja' ? '折り返し電話済み。様子を見る。' : 'Called back. Let us see.',
        lastAt,
      );
    for (let tagged = random.below(3); tagged > 0; tagged -= 1)
      addTag.run(conversation, tags[Math.floor(random.below(64) ** 2 / 64)] ?? 'size', lastAt);
    if (index % 10_000 === 1) addTag.run(conversation, 'very-rare', lastAt);
  }
  db.exec('commit; delete from live_changes; pragma journal_mode = delete');
  db.close();
}

/** An id as the portal makes them: what was made later sorts later. */
function id(at: number, random: Random): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}
