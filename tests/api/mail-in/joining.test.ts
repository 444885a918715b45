import { describe, expect, it } from 'vitest';
import { readReplyAddress, replyAddress } from '../../../api/channels/email/reply-address.ts';
import { messageIdOf } from '../../../api/mail/message-ids.ts';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { care, hanako, makeMailedPortal, type MailedPortal, raw, stranger } from './mailed.ts';

/** A mail opened a conversation of its own, of whoever it says it is from, and nobody proved anything. */
async function expectNewOf(portal: MailedPortal, sender: string, original: { id: string }, before = 1) {
  const all = await portal.conversations();
  const made = all.filter(({ id }) => id !== original.id);
  expect(made).toHaveLength(before);
  const latest = made.at(-1);
  const [message] = await portal.messagesOf(latest?.id ?? '');
  expect(message).toMatchObject({ channel: 'email', direction: 'in', isSenderProven: false });
  const identity = (await portal.identities()).find(({ id }) => id === message?.identityId);
  expect(identity).toMatchObject({ kind: 'email', value: sender });
  expect(await portal.messagesOf(original.id)).toHaveLength(1);
  return latest;
}

describe('an answer by mail', () => {
  it('continues the conversation by its reply address, and proves the address', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    expect((await portal.identities())[0]?.verifiedAt).toBeNull();
    const row = await portal.mailed({ to: `アルク <${ticket.address}>`, text: '箱の写真を送ります。' });
    expect(row).toMatchObject({ outcome: 'message', conversationId: ticket.id, sender: hanako });
    const [, answer] = await portal.messagesOf(ticket.id);
    expect(answer).toMatchObject({ id: row.entryId, body: '箱の写真を送ります。', isSenderProven: true });
    expect((await portal.identities())[0]?.verifiedAt).not.toBeNull();
    expect(await portal.conversations()).toHaveLength(1);
    expect(await portal.customers()).toHaveLength(1);
    // The one of the form, and none for the answer.
    expect(await portal.acknowledgements()).toHaveLength(1);
  });

  it.each(['In-Reply-To', 'References'])('continues it by our Message-ID in %s alone', async (header) => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const row = await portal.mailed({ headers: { [header]: `<first@elsewhere.example> ${ticket.messageId}` } });
    expect(row).toMatchObject({ outcome: 'message', conversationId: ticket.id });
  });

  it('continues it where a server made the whole address small or large, or put it into Delivered-To', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const shouted = await portal.mailed({ to: ticket.address.toUpperCase() });
    const delivered = await portal.mailed({ headers: { 'Delivered-To': ticket.address } });
    const copied = await portal.mailed({ headers: { Cc: ticket.address } });
    expect([shouted, delivered, copied].map(({ outcome }) => outcome)).toEqual(['message', 'message', 'message']);
  });

  it('says where answers go and what went before', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    await portal.sendDue();
    portal.time.now += 1000;
    const row = await portal.mailed({ to: ticket.address });
    portal.time.now += 1000;
    await portal.staff.reply(ticket.reference, '交換いたします。');
    portal.time.now += 60_000;
    await portal.sendDue();
    const [first, reply] = portal.smtp.mails;
    expect(first?.headers['reply-to']?.[0]).toContain(`<${ticket.address}>`);
    expect(reply?.headers['reply-to']?.[0]).toContain(`<${ticket.address}>`);
    expect(reply?.headers['in-reply-to']).toEqual([row.messageId]);
    expect(reply?.headers['references']?.[0]).toBe(`${ticket.messageId} ${row.messageId}`);
    expect(reply?.text).toContain('このメールにそのままご返信');
  });

  it('is welcome only where mails come in: else the mail says that it is not', async () => {
    const portal = await makeMailedPortal({ replyTo: null });
    await portal.hers();
    await portal.sendDue();
    const [mail] = portal.smtp.mails;
    expect(mail?.headers['reply-to']).toBeUndefined();
    expect(mail?.text).toContain('ご返信を受け付けておりません');
  });
});

describe('a mail that only says that it belongs', () => {
  it.each([
    ['a reply address that somebody else got', (ticket: Ticket) => ({ from: stranger, to: ticket.address })],
    [
      'our Message-ID that somebody else got',
      (ticket: Ticket) => ({
        from: stranger,
        headers: { 'In-Reply-To': ticket.messageId, References: ticket.messageId },
      }),
    ],
    [
      'her address in Reply-To, Sender and Cc',
      (ticket: Ticket) => ({
        from: stranger,
        to: ticket.address,
        headers: { 'Reply-To': hanako, Sender: hanako, Cc: hanako, 'Return-Path': `<${hanako}>` },
      }),
    ],
    ['her address as its name', (ticket: Ticket) => ({ from: `"${hanako}" <${stranger}>`, to: ticket.address })],
    ['her address beside its own', (ticket: Ticket) => ({ from: `${stranger}, ${hanako}`, to: ticket.address })],
    [
      'an answer that she passed on',
      (ticket: Ticket) => ({
        from: stranger,
        to: ticket.address,
        text: `---------- Forwarded message ---------\nFrom: ${hanako}\n\n24.5cmを注文しました。`,
        headers: { References: ticket.messageId, 'X-Forwarded-To': ticket.address },
      }),
    ],
  ] as const)('by %s begins a conversation of its own', async (_, forge) => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const row = await portal.mailed(forge(ticket));
    expect(row.outcome).toBe('conversation');
    await expectNewOf(portal, stranger, ticket);
    // Nobody else's words or address get a proof.
    expect((await portal.identities()).every(({ verifiedAt }) => verifiedAt === null)).toBe(true);
  });

  it.each([
    ['her From alone', () => ({})],
    ['her From and the reference', (ticket: Ticket) => ({ subject: `Re: ${ticket.subject} (${ticket.reference})` })],
    [
      'her From and a reply address with another proof',
      (ticket: Ticket) => ({ to: ticket.address.replace(/\.[a-z2-7]{4}/, '.aaaa') }),
    ],
    [
      'her From and a bare plus-address',
      (ticket: Ticket) => ({ to: `care+${ticket.reference.toLowerCase()}@aruku.example` }),
    ],
    [
      'her From and the proof of another host',
      (ticket: Ticket) => ({ to: ticket.address.replace('aruku.example', 'evil.example') }),
    ],
    [
      'her From and a made-up Message-ID of ours',
      (ticket: Ticket) => ({ headers: { 'In-Reply-To': ticket.messageId.replace(/\.[0-9a-f]{4}/, '.0000') } }),
    ],
    [
      'her From and the Message-ID of no mail',
      (_ticket: Ticket, portal: MailedPortal) => ({
        headers: { References: messageIdOf(portal.services, '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71') },
      }),
    ],
  ] as const)('by %s begins another conversation of hers, which nothing proves', async (_, forge) => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const row = await portal.mailed(forge(ticket, portal));
    expect(row.outcome).toBe('conversation');
    const made = await expectNewOf(portal, hanako, ticket);
    // The same customer's timeline has it, unverified.
    expect(made?.customerId).toBe(ticket.customerId);
    expect(await portal.customers()).toHaveLength(1);
    expect((await portal.identities())[0]?.verifiedAt).toBeNull();
  });

  it('has to come from whom our own mail server does not refute', async () => {
    const portal = await makeMailedPortal({ authServer: 'mx.aruku.example' });
    const ticket = await portal.hers();
    const failed = {
      'Authentication-Results': 'mx.aruku.example; spf=pass; dmarc=fail (p=reject) header.from=example.jp',
    };
    expect(await portal.mailed({ to: ticket.address, headers: failed })).toMatchObject({ outcome: 'conversation' });
    await expectNewOf(portal, hanako, ticket);
    // Nothing is answered to who is certainly somebody else.
    expect(await portal.acknowledgements()).toHaveLength(1);
    // What the sender wrote down there themselves says nothing, either way.
    const others = { 'Authentication-Results': 'mx.evil.example; dmarc=fail' };
    expect(await portal.mailed({ to: ticket.address, headers: others })).toMatchObject({ outcome: 'message' });
  });

  it('cannot use what was made for another conversation of the same customer', async () => {
    const portal = await makeMailedPortal();
    const [one, other] = [await portal.hers(), await portal.hers()];
    const mixed = replyAddress(portal.services.secret, care, { id: one.id, reference: other.reference }, hanako);
    expect(readReplyAddress(care, mixed)).not.toBeNull();
    expect(await portal.mailed({ to: mixed })).toMatchObject({ outcome: 'conversation' });
  });

  it('does not wake what was erased', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const { services } = portal;
    await eraseCustomer(services, { customerId: ticket.customerId, way: 'staff', accountId: null });
    const headers = { References: ticket.messageId };
    expect(await portal.mailed({ to: ticket.address, headers })).toMatchObject({ outcome: 'conversation' });
    expect(await portal.messagesOf(ticket.id)).toEqual([]);
  });

  it('follows a conversation into the one that it went into, if that is still the same customer’s', async () => {
    const portal = await makeMailedPortal();
    const [one, other] = [await portal.hers(), await portal.hers()];
    const { db } = portal.services;
    await db.raw.execute({ sql: 'update conversations set merged_into_id = ? where id = ?', args: [other.id, one.id] });
    expect(await portal.mailed({ to: one.address })).toMatchObject({ outcome: 'message', conversationId: other.id });
    // Merged into what is somebody else's.
    await portal.mailed({ from: stranger });
    const foreign = (await portal.conversations()).find(({ customerId }) => customerId !== one.customerId);
    await db.raw.execute({
      sql: 'update conversations set merged_into_id = ? where id = ?',
      args: [foreign?.id ?? '', one.id],
    });
    const row = await portal.mailed({ to: one.address });
    expect(row.outcome).toBe('conversation');
    expect(row.conversationId).not.toBe(foreign?.id);
    expect(await portal.messagesOf(foreign?.id ?? '')).toHaveLength(1);
  });

  it('with the Message-ID of another mail is taken in all the same, if it says something else', async () => {
    const portal = await makeMailedPortal();
    const headers = { 'Message-ID': '<the-same@mail.example.com>' };
    const first = raw({ headers, text: 'One' });
    await portal.mailed(first);
    await portal.mailed(raw({ headers, text: 'Two' }));
    // The very same again, by another way.
    await portal.spool(`Received: from mx.example by another\r\n${first}`);
    await portal.handle();
    expect((await portal.rows()).map(({ outcome }) => outcome)).toEqual(['conversation', 'conversation']);
    expect(await portal.conversations()).toHaveLength(2);
  });
});

type Ticket = Awaited<ReturnType<MailedPortal['hers']>>;
