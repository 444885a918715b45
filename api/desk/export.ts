import { and, asc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { By } from '../accounts/who.ts';
import { accounts, teams } from '../accounts/tables.ts';
import { audited } from '../audit/audited.ts';
import { customers } from '../customers/tables.ts';
import { csvStream } from '../http/csv.ts';
import { textStream } from '../http/text-stream.ts';
import type { Services } from '../services.ts';
import { summaryColumns, summaryOf } from '../tickets/summary.ts';
import { conversations, messages, notes } from '../tickets/tables.ts';
import type { ExportQuery } from './contract.ts';

type Period = Pick<ExportQuery, 'from' | 'to'>;

const batchSize = 200;

/** The conversations that were opened in a period, a line each, read while they are sent. That it was done is recorded. */
export async function exportAsCsv(services: Services, period: Period, language: Language, by: By) {
  await record(services, 'csv', period, by);
  return csvStream(headings[language], linesOf(services, period));
}

/** The same with everything that was said in them: one JSON list, a conversation a line. */
export async function exportAsJson(services: Services, period: Period, by: By): Promise<ReadableStream<Uint8Array>> {
  await record(services, 'json', period, by);
  return textStream(jsonOf(services, period));
}

async function record(services: Services, format: string, { from, to }: Period, by: By): Promise<void> {
  const detail = { format, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const target = { kind: 'conversations', id: 'all' };
  await services.db.write([audited(services, { ...by, action: 'tickets:export', target, detail })]);
}

const headings: Record<Language, readonly string[]> = {
  ja: [
    '受付番号',
    '件名',
    '状態',
    '優先度',
    '分類',
    '経路',
    '言語',
    'お客様',
    'メールアドレス',
    'チーム',
    '担当者',
    'タグ',
    '受付日時（UTC）',
    '最初の返信（UTC）',
    '最後のやり取り（UTC）',
    '解決日時（UTC）',
    'メッセージ数',
  ],
  en: [
    'Reference',
    'Subject',
    'State',
    'Priority',
    'Category',
    'Channel',
    'Language',
    'Customer',
    'E-mail',
    'Team',
    'Assignee',
    'Tags',
    'Opened (UTC)',
    'First reply (UTC)',
    'Last message (UTC)',
    'Solved (UTC)',
    'Messages',
  ],
};

async function* linesOf(services: Services, period: Period) {
  for await (const rows of batchesOf(services, period)) {
    yield rows.map(({ conversation, summary, email, messageCount }) => [
      summary.reference,
      summary.subject,
      summary.state,
      summary.priority,
      summary.category,
      summary.channel,
      summary.language,
      summary.customer,
      email,
      summary.team?.name,
      summary.assignee?.name,
      summary.tags.join(' '),
      timeOf(conversation.createdAt),
      timeOf(conversation.firstReplyAt),
      timeOf(conversation.lastMessageAt),
      timeOf(conversation.solvedAt),
      messageCount,
    ]);
  }
}

async function* jsonOf(services: Services, period: Period): AsyncGenerator<string, void> {
  let before = '[\n';
  for await (const rows of batchesOf(services, period)) {
    const ids = sql`(select value from json_each(${JSON.stringify(rows.map(({ conversation }) => conversation.id))}))`;
    const { read } = services.db;
    const [said, noted] = await Promise.all([
      read
        .select()
        .from(messages)
        .where(sql`${messages.conversationId} in ${ids}`)
        .orderBy(asc(messages.conversationId), asc(messages.createdAt)),
      read
        .select()
        .from(notes)
        .where(sql`${notes.conversationId} in ${ids}`)
        .orderBy(asc(notes.conversationId), asc(notes.createdAt)),
    ]);
    const saidIn = Map.groupBy(said, ({ conversationId }) => conversationId);
    const notedIn = Map.groupBy(noted, ({ conversationId }) => conversationId);
    for (const { conversation, summary, email } of rows) {
      const { id, firstReplyAt, solvedAt, answers } = conversation;
      const whole = {
        ...summary,
        email,
        firstReplyAt,
        solvedAt,
        answers,
        messages: (saidIn.get(id) ?? []).map(
          ({ channel, direction, authorName, authorAccountId, body, createdAt }) => ({
            channel,
            direction,
            authorName,
            authorAccountId,
            body,
            createdAt,
          }),
        ),
        notes: (notedIn.get(id) ?? []).map(({ accountId, body, createdAt }) => ({ accountId, body, createdAt })),
      };
      yield before + JSON.stringify(whole);
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** By their ids, which begin with the time when they were made. */
async function* batchesOf({ db }: Services, { from, to }: Period) {
  let after = '';
  for (;;) {
    const rows = await db.read
      .select({
        ...summaryColumns,
        messageCount: sql<number>`(select count(*) from ${messages} where ${messages.conversationId} = ${conversations.id})`,
      })
      .from(conversations)
      .innerJoin(customers, eq(customers.id, conversations.customerId))
      .leftJoin(teams, eq(teams.id, conversations.teamId))
      .leftJoin(accounts, eq(accounts.id, conversations.assigneeId))
      .where(
        and(
          gt(conversations.id, after),
          from === undefined ? undefined : gte(conversations.id, idAt(from)),
          to === undefined ? undefined : lt(conversations.id, idAt(to)),
          isNull(conversations.erasedAt),
        ),
      )
      .orderBy(asc(conversations.id))
      .limit(batchSize);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, summary: summaryOf(row) }));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.conversation.id;
  }
}

/** The first id of a moment (RFC 9562, 5.7). */
function idAt(time: number): string {
  const digits = Math.min(time, 0xffff_ffff_ffff).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

function timeOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
