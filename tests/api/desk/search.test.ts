import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { startIndexer } from '../../../api/desk/search/worker.ts';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { found, indexAll, search } from './searching.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

/** A conversation with that subject and message, by Hanako unless said otherwise. */
async function asked(portal: Portal, subject: string, message: string, changes: object = {}) {
  portal.time.now += 60_000;
  return openTicket(portal, { ...lateParcel, subject, message, ...changes });
}

async function idOf({ services }: Portal, reference: string): Promise<string> {
  const { rows } = await services.db.raw.execute({
    sql: 'select id from conversations where reference = ?',
    args: [reference],
  });
  return rows[0]?.['id'] as string;
}

describe('searching conversations', () => {
  it('finds Japanese by any part of it, however it is spelt', async () => {
    const portal = await makeStaffedPortal();
    await asked(portal, 'a', 'カカトの擦れについて教えてください。');
    await asked(portal, 'b', '返品の送料はかかりますか。');
    await indexAll(portal);
    for (const query of ['擦れ', 'かかと', 'ｶｶﾄ', 'カカトの擦れについて', '擦れに']) {
      expect(await found(portal, query), query).toEqual(['a']);
    }
    expect(await found(portal, '送')).toEqual(['b']);
    expect(await found(portal, '。')).toEqual([]);
  });

  it('finds a phrase only where it stands in one piece', async () => {
    const portal = await makeStaffedPortal();
    await asked(portal, 'apart', '東京に住んでいます。京都へ引っ越します。');
    await asked(portal, 'together', '東京都に住んでいます。');
    await asked(portal, 'apart in English', 'I moved house. It was red.');
    await asked(portal, 'together in English', 'The red house.');
    await indexAll(portal);
    expect(await found(portal, '東京都')).toEqual(['together']);
    expect(await found(portal, 'red-house')).toEqual([]);
    expect(await found(portal, '東京 京都')).toEqual(['together', 'apart']);
  });

  it('finds words of other scripts from their beginning, in any order', async () => {
    const portal = await makeStaffedPortal();
    await asked(portal, 'one', 'My insoles arrived crushed.', { language: 'en' });
    await asked(portal, 'other', 'Where is my parcel?', { language: 'en' });
    await indexAll(portal);
    expect(await found(portal, 'insole')).toEqual(['one']);
    expect(await found(portal, 'CRUSHED arriv')).toHaveLength(1);
    expect(await found(portal, 'nsoles')).toEqual([]);
  });

  it('finds by who it is with, the reference, tags, notes and what was answered', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await asked(portal, 'the one', '靴が届きません。');
    await asked(portal, 'another', '靴が届きました。', { name: 'Tom Baker', email: cast.tom.email });
    const id = await idOf(portal, reference);
    const { raw } = portal.services.db;
    const owner = (await raw.execute('select id from accounts')).rows[0]?.['id'] as string;
    await raw.batch([
      { sql: 'insert into conversation_tags values (?, ?, 1)', args: [id, '要確認'] },
      { sql: 'insert into notes values (?, ?, ?, ?, 1)', args: ['n', id, owner, '倉庫に電話で照会済み'] },
      {
        sql: "insert into identities select 'i', customer_id, 'phone', '+819012345678', null, 1 from conversations where id = ?",
        args: [id],
      },
    ]);
    await portal.staff.reply(reference, '本日、京都の倉庫から発送いたしました。');
    await indexAll(portal);
    for (const query of [
      cast.hanako.email,
      '花子',
      reference,
      reference.toLowerCase(),
      '要確認',
      '照会済み',
      '京都の倉庫',
      '090-1234-5678',
      '+81 90-1234-5678'.replace(' ', ''),
      '09012345678',
      '花子 発送',
    ]) {
      expect(await found(portal, query), query).toEqual(['the one']);
    }
    expect(await found(portal, 'tom baker')).toEqual(['another']);
  });

  it('shows where it was found, as plain text on one line', async () => {
    const portal = await makeStaffedPortal();
    const filling = 'あいうえおかきくけこ'.repeat(8);
    await asked(portal, 'a', `${filling}\n<b>ﾊﾟﾝﾌﾟｽ</b>が\n\n届きました。${filling}${filling}`);
    await indexAll(portal);
    const [result] = (await search(portal, 'パンプス')).results;
    expect(result?.excerpt).toContain('<b>ﾊﾟﾝﾌﾟｽ</b>が 届きました。');
    expect(result?.excerpt).toMatch(/^….*…$/);
    expect(Array.from(result?.excerpt ?? '').length).toBeLessThan(120);
  });

  it('lists what changed last first, in pages, each conversation once', async () => {
    const portal = await makeStaffedPortal();
    const opened = [];
    for (let count = 0; count < 45; count += 1) opened.push(await asked(portal, `${count}`, '同じ質問です。'));
    await asked(portal, 'none of them', '別の件です。');
    await indexAll(portal);
    await sendJson(portal.app.request, `${opened[3]?.requestUrl}messages`, { message: '同じ質問の続きです。' });
    await indexAll(portal);
    const subjects: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await search(portal, '同じ質問', after);
      subjects.push(...page.results.map(({ ticket }) => ticket.subject));
      after = page.next;
    }
    const others = Array.from({ length: 45 }, (_, index) => 44 - index).filter((number) => number !== 3);
    expect(subjects).toEqual(['3', ...others.map(String)]);
  });

  it.each([
    '',
    ' ',
    '!?',
    '"',
    '*',
    'a" OR "b',
    "'); drop table messages; --",
    'NEAR(a b)',
    '\0',
    '🥾',
    '^x',
    'x'.repeat(200),
  ])('takes every query as words, and finds nothing rather than fails: %s', async (query) => {
    const portal = await makeStaffedPortal();
    await asked(portal, 'a', '靴が届きません。');
    await indexAll(portal);
    expect((await search(portal, query)).results).toEqual([]);
  });

  it('does not find what went into another conversation', async () => {
    const portal = await makeStaffedPortal();
    const into = await asked(portal, 'into', '靴が届きません。');
    const gone = await asked(portal, 'gone', '靴が届きません。');
    await indexAll(portal);
    await portal.services.db.raw.execute({
      sql: 'update conversations set merged_into_id = ? where reference = ?',
      args: [await idOf(portal, into.reference), gone.reference],
    });
    await indexAll(portal);
    expect(await found(portal, '届きません')).toEqual(['into']);
  });
});

describe('the search index', () => {
  it('has a new name and new words within a second or two, by itself', async () => {
    const portal = await makeStaffedPortal();
    const indexer = startIndexer(portal.services);
    try {
      await asked(portal, 'a', '蜃気楼のような靴です。');
      await expect.poll(() => found(portal, '蜃気楼'), { timeout: 5000 }).toEqual(['a']);
      await portal.services.db.raw.execute("update customers set name = '勅使河原 花子'");
      await expect.poll(() => found(portal, '勅使河原'), { timeout: 5000 }).toEqual(['a']);
    } finally {
      await indexer.close();
    }
  });

  it('takes up where a process was killed, and what two processes do at once is done once', async () => {
    const portal = await makeStaffedPortal();
    for (let count = 0; count < 30; count += 1) await asked(portal, `${count}`, '靴が届きません。');
    await Promise.all([indexAll(portal), indexAll(portal), indexAll(portal)]);
    const { rows } = await portal.services.db.raw.execute(
      'select (select count(*) from searched_conversations) as entries, (select count(*) from search_queue) as left, (select count(*) from search_terms) as documents',
    );
    expect(rows[0]).toMatchObject({ entries: 30, left: 0, documents: 30 });
  });

  it('loses an erased conversation in the erasure itself, and its words from the file soon after', async () => {
    const portal = await makeStaffedPortal();
    for (let count = 0; count < 40; count += 1) {
      await asked(portal, `${count}`, 'ordinary words', { name: 'Tom Baker', email: cast.tom.email });
    }
    await asked(portal, 'secret', 'xylophonequartz 蜃気楼');
    await indexAll(portal);
    const { raw } = portal.services.db;
    const termsOf = async (word: string) => {
      const { rows } = await raw.execute('select hex(block) as block from search_terms_data');
      const wanted = Buffer.from(word).toString('hex').toUpperCase().slice(6);
      return rows.filter((row) => (row['block'] as string).includes(wanted)).length;
    };
    expect(await termsOf('xylophonequartz')).toBeGreaterThan(0);
    const { rows } = await raw.execute('select customer_id from conversations order by id desc limit 1');
    await eraseCustomer(portal.services, {
      customerId: rows[0]?.['customer_id'] as string,
      way: 'staff',
      accountId: null,
    });
    expect(await found(portal, 'xylophonequartz')).toEqual([]);
    expect((await raw.execute('select id from searched_conversations')).rows).toHaveLength(40);
    await indexAll(portal);
    expect(await termsOf('xylophonequartz')).toBe(0);
    expect((await raw.execute('select id from search_purges')).rows).toEqual([]);
    expect((await search(portal, 'ordinary')).results).toHaveLength(20);
  });

  it('costs whoever opens a ticket nothing but two short rows', async () => {
    const portal = await makeStaffedPortal();
    await asked(portal, 'a', '靴が届きません。');
    const { rows } = await portal.services.db.raw.execute(
      'select (select count(*) from live_changes) as changes, (select count(*) from search_queue) as queued',
    );
    expect(rows[0]).toMatchObject({ changes: 1, queued: 1 });
  });
});
