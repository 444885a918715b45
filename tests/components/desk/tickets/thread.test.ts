import { describe, expect, it } from 'vitest';
import { eventKinds } from '../../../../api/tickets/contract.ts';
import { tag } from '../../../../api/tickets/changes-contract.ts';
import { eventText } from '../../../../components/desk/tickets/event-text.ts';
import { takeable } from '../../../../components/desk/tickets/send-reply.ts';
import { asTag } from '../../../../components/desk/tickets/tag-text.ts';
import { newSince, threadOf } from '../../../../components/desk/tickets/thread.ts';
import { messageOf, ticketOf } from './ticketed.ts';

const event = { id: 'e', kind: 'opened' as const, by: null, detail: {}, createdAt: 2 };
const note = { id: 'n', author: { id: 'a', name: 'Emma' }, body: '', createdAt: 2 };

describe('the thread of a ticket', () => {
  it('is in the order of time; at the same moment what was written comes before what it led to', () => {
    const thread = threadOf({
      messages: [messageOf('late', { createdAt: 3 }), messageOf('first', { createdAt: 2 })],
      notes: [note],
      events: [{ ...event, id: 'moved', kind: 'state-changed' }, event],
    });
    expect(thread.map(({ kind, at }) => `${kind} ${at}`)).toEqual(['message 2', 'note 2', 'event 2', 'message 3']);
  });

  it('knows what came since, without what was taken back', () => {
    const seen = ticketOf('M-AAAA');
    const messages = [messageOf('1'), messageOf('2'), messageOf('3', { isTakenBack: true })];
    expect(newSince(seen, ticketOf('M-AAAA', { messages })).map(({ id }) => id)).toEqual(['2']);
  });

  it.for(eventKinds)('has a sentence for “%s” in both languages, by somebody and of itself', (kind) => {
    for (const language of ['ja', 'en'] as const) {
      for (const by of ['Emma', null]) {
        for (const detail of [{}, { to: 't1' }, { from: 'M-BBBB' }, { into: 'M-CCCC' }] as Record<string, string>[]) {
          const text = eventText({ ...event, kind, by, detail }, language, 'Asia/Tokyo', () => '物流');
          expect(text).toMatch(/\S/);
          expect(text).not.toMatch(/undefined|null/);
        }
      }
    }
  });

  it.for([
    ['merged', { from: 'M-BBBB' }, 'Emma merged M-BBBB into it', 'EmmaさんがM-BBBBをここに統合しました'],
    ['merged', { into: 'M-BBBB' }, 'Emma merged it into M-BBBB', 'EmmaさんがM-BBBBに統合しました'],
    ['split', { from: 'M-BBBB' }, 'Emma split it off from M-BBBB', 'EmmaさんがM-BBBBからここに分けました'],
    ['split', { into: 'M-BBBB' }, 'Emma split a part off as M-BBBB', 'Emmaさんが一部をM-BBBBに分けました'],
    ['unmerged', { from: 'M-BBBB' }, 'Emma undid the merge into M-BBBB', 'EmmaさんがM-BBBBへの統合を取り消しました'],
    ['unmerged', { into: 'M-BBBB' }, 'Emma undid the merge of M-BBBB', 'EmmaさんがM-BBBBの統合を取り消しました'],
  ] as const)('says of “%s” which ticket the other is, from either side', ([kind, detail, en, ja]) => {
    const joined = { ...event, kind, by: 'Emma', detail };
    expect(eventText(joined, 'en', 'Asia/Tokyo', (id) => id)).toBe(en);
    expect(eventText(joined, 'ja', 'Asia/Tokyo', (id) => id)).toBe(ja);
  });

  it('names an article by its title', () => {
    const linked = { ...event, kind: 'article-linked' as const, by: 'Emma', detail: { url: '/en/articles/a/' } };
    expect(eventText(linked, 'en', 'Asia/Tokyo', () => 'Returns')).toBe('Emma pointed to “Returns”');
  });

  it('says who gave it to whom', () => {
    const handed = { ...event, kind: 'handed-over' as const, by: 'Emma', detail: { to: 't1' } };
    expect(eventText(handed, 'en', 'Asia/Tokyo', () => 'Logistics')).toBe('Emma handed it over to Logistics');
    expect(eventText(handed, 'ja', 'Asia/Tokyo', () => '物流')).toBe('Emmaさんが物流へ引き継ぎました');
  });
});

describe('a reply that has just been sent', () => {
  it('can be taken back for as long as the server says, whatever the time is here', () => {
    const out = messageOf('2', { direction: 'out', createdAt: 5000, takeBackUntil: 15_000 });
    expect(takeable(ticketOf('M-AAAA', { messages: [out] }))).toEqual({ id: '2', forMs: 10_000 });
  });

  it('cannot where nothing was sent, it has left, or it was taken back', () => {
    expect(takeable(ticketOf('M-AAAA'))).toBeNull();
    expect(takeable(ticketOf('M-AAAA', { messages: [messageOf('2', { direction: 'out' })] }))).toBeNull();
    const back = messageOf('2', { direction: 'out', takeBackUntil: 5, isTakenBack: true });
    expect(takeable(ticketOf('M-AAAA', { messages: [back] }))).toBeNull();
  });
});

describe('a tag', () => {
  it.for(['VIP', ' 返品　サイズ ', 'a b', 'ﾃｽﾄ', '-x', 'a/b', '<b>', '', 'x'.repeat(41), 'パー', 'a_b・c'])(
    'is read as the API reads it: “%s”',
    (typed) => {
      expect(asTag(typed)).toBe(tag.safeParse(typed).data ?? null);
    },
  );
});
