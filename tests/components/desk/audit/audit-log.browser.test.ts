import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-audit.css';
import type { AuditEntry } from '../../../../api/audit/contract.ts';
import '../../../../components/desk/audit/mado-desk-audit.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { type Answer, useServer } from '../../network.ts';

const moved: AuditEntry = {
  id: '01234567-89ab-7def-8123-456789abcdef',
  at: Date.parse('2026-11-16T10:00:05+09:00'),
  by: { id: '1', name: '高橋誠' },
  action: 'tickets:move',
  target: { kind: 'ticket', id: 'M-2K7F' },
  detail: { from: 'new', to: 'solved' },
  requestId: '0123456789abcdef',
};
const failed: AuditEntry = { ...moved, id: '01234567-89ab-7def-8123-456789abcde0', by: null, action: 'sign-in-failed' };
const gone: AuditEntry = { ...moved, id: '01234567-89ab-7def-8123-456789abcde1', by: { id: '2', name: null } };
const listOf = (...entries: AuditEntry[]): Answer => ({ status: 200, json: { entries, next: null } });

function open(hash = '#/audit-log/all', language = 'ja'): HTMLElement {
  show('');
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const list = document.createElement('mado-desk-audit');
  Object.assign(list, { language, timeZone: 'Asia/Tokyo' });
  find('main').append(list);
  return list;
}

const lines = () =>
  [...document.querySelectorAll('.desk-tickets a')].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  );

describe('the audit log at the desk', () => {
  it('says in words who did what, also where nobody did or the account is gone', async () => {
    useServer(listOf(moved, failed, gone));
    const list = open();
    await expect.poll(lines).toHaveLength(3);
    expect(lines()[0]).toMatch(/^高橋誠 .* お問い合わせの状態を変更 お問い合わせ M-2K7F$/);
    expect(lines()[1]).toMatch(/^システムまたはお客様 .* ログインに失敗/);
    expect(lines()[2]).toMatch(/^削除されたアカウント/);
    await expectAccessible(list);
  });

  it('leaves an id that was made for machines to the entry itself', async () => {
    const account = { kind: 'account', id: '01a2036c-6828-7380-a771-1d898383a236' };
    useServer(listOf({ ...moved, action: 'own-account:change', target: account }));
    open();
    await expect.poll(lines).toHaveLength(1);
    expect(lines()[0]).toMatch(/自分の設定を変更 アカウント$/);
  });

  it('shows one entry with its time to the second, its details, and the way to what it was about', async () => {
    useServer(listOf(moved), { status: 200, json: moved });
    const list = open(`#/audit-log/all/${moved.id}`, 'en');
    await expect.poll(() => document.querySelector('.ticket-title')?.textContent).toBe('Moved a ticket');
    const facts = find('.audit-facts').textContent;
    expect(facts).toMatch(/10:00:05/);
    expect(facts).toMatch(/from\s*new\s*to\s*solved/);
    expect(facts).toContain('0123456789abcdef');
    expect(find('.audit-facts a').getAttribute('href')).toBe('#/tickets/all/M-2K7F');
    await expectAccessible(list);
  });

  it('asks for what was chosen, in days of the portal’s time zone, and keeps it in the address', async () => {
    const sent = useServer(listOf(moved), listOf(), listOf());
    open('#/audit-log/tickets?from=2026-11-16');
    await expect.poll(lines).toHaveLength(1);
    const from = String(Date.parse('2026-11-16T00:00:00+09:00'));
    expect(sent[0]?.query).toEqual({ targetKind: 'ticket', from });
    await userEvent.selectOptions(find('#audit-action'), 'tickets:move');
    await expect.poll(() => document.querySelector('.desk-empty')?.textContent).toContain('条件に合う');
    expect(location.hash).toBe('#/audit-log/tickets?action=tickets%3Amove&from=2026-11-16');
    expect(sent[1]?.query['action']).toBe('tickets:move');
    expect(find('.audit-save a').getAttribute('href')).toBe(
      `/api/audit-log.csv?targetKind=ticket&action=tickets%3Amove&from=${from}&language=ja`,
    );
  });
});
