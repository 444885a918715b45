import { describe, expect, it } from 'vitest';
import { audited } from '../../../api/audit/audited.ts';
import { personalDataOf, requestDataOf } from '../../../api/privacy/export.ts';
import { conversationBehind } from '../../../api/tickets/private-links.ts';
import { sendJson } from '../support/ask.ts';
import { holdFor, twoCustomers } from './crossing.ts';

describe('a copy of what is held', () => {
  it('has everything of the person, and nothing of anybody else', async () => {
    const { services, hanako, tom } = await twoCustomers();
    await holdFor(services, hanako);
    const data = await personalDataOf(services, hanako.id);
    const text = JSON.stringify(data);
    for (const word of [hanako.name, hanako.email.toLowerCase(), ...hanako.words]) expect(text).toContain(word);
    expect(text).not.toContain('Tomas');
    expect(text).not.toContain(tom.id);
    expect(Object.keys(data.data).sort()).toEqual([
      'audit_log',
      'conversation_events',
      'conversations',
      'customers',
      'idempotency_keys',
      'identities',
      'legal_holds',
      'messages',
      'notice_subscribers',
      'one_time_tokens',
      'outbox',
      'private_links',
    ]);
    expect(data.data['conversations']).toHaveLength(2);
    expect(data.data['messages']).toHaveLength(5);
  });

  it('has what staff did with their requests, by the reference that it was done under', async () => {
    const { services, hanako, tom } = await twoCustomers();
    const referencesOf = async ({ id }: { id: string }) =>
      (await personalDataOf(services, id)).data['conversations']?.map(({ reference }) => String(reference)) ?? [];
    const [theirs = '', others = ''] = [(await referencesOf(hanako))[0], (await referencesOf(tom))[0]];
    const moved = (id: string) =>
      audited(services, { accountId: null, action: 'tickets:move', target: { kind: 'ticket', id } });
    await services.db.write([moved(theirs), moved(others)]);
    const did = JSON.stringify((await personalDataOf(services, hanako.id)).data['audit_log']);
    expect(did).toContain(theirs);
    expect(did).not.toContain(others);
  });

  it('has times in ISO 8601, and no hash of a token', async () => {
    const { services, hanako } = await twoCustomers();
    const { data } = await personalDataOf(services, hanako.id);
    expect(data['customers']?.[0]).toMatchObject({ createdAt: '2026-11-16T01:00:00.000Z' });
    expect(data['private_links']?.[0]?.['expiresAt']).toMatch(/^2027-02-14T/);
    expect(JSON.stringify(data)).not.toMatch(/[hH]ash"/);
  });

  it('by the private link has that conversation only, and not the address', async () => {
    const { services, hanako, app } = await twoCustomers();
    const [first = '', second = ''] = hanako.links;
    const token = first.split('/')[3] ?? '';
    const id = await conversationBehind(services.db, token, services.clock());
    const text = JSON.stringify(await requestDataOf(services, id));
    expect(text).toContain('Hanako-body-1');
    expect(text).not.toContain('Hanako-body-2');
    expect(text).toContain('ticket-received');
    expect(text.toLowerCase()).not.toContain('@example.com');

    const file = await app.request(`${second}data.json`);
    expect(file.headers.get('Cache-Control')).toBe('no-store');
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    expect(await file.text()).toContain('Hanako-body-2');
    const page = await (await app.request(`${second}data.html`)).text();
    expect(page).toContain('Hanako-body-2');
    expect((await app.request(`/ja/requests/${'A'.repeat(32)}/data.json`)).status).toBe(404);
  });

  it('is given to staff, who are written down first', async () => {
    const { services, hanako, staff } = await twoCustomers();
    const answer = await sendJson(staff.ask, `/api/customers/${hanako.id}/export`, { format: 'html', language: 'en' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('Hanako-follow-up');
    expect(page).not.toContain('Tomas');
    const { rows } = await services.db.raw.execute("select target_id from audit_log where action = 'customers:export'");
    expect(rows).toMatchObject([{ target_id: hanako.id }]);
  });

  it('shows what was written as text, whatever it is', async () => {
    const portal = await twoCustomers();
    const [link = ''] = portal.hanako.links;
    await sendJson(portal.app.request, `${link}messages`, { message: '</dd><script>alert(1)</script>' });
    const page = await (await portal.app.request(`${link}data.html`)).text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });
});
