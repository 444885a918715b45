import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { mondayMorning } from '../../support/services.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';

describe('a ticket at the desk', () => {
  it('shows everything an answer needs, and nothing of the inside', async () => {
    const portal = await makeStaffedPortal();
    const { reference, promisedBy } = await openTicket(portal, lateParcel);
    expect(await portal.staff.read(reference)).toEqual({
      reference,
      subject: lateParcel.subject,
      language: 'ja',
      state: 'new',
      customer: cast.hanako.name,
      createdAt: mondayMorning,
      lastMessageAt: mondayMorning,
      promisedBy,
      version: 1,
      name: cast.hanako.name,
      email: cast.hanako.email,
      emailVerified: false,
      nextStates: ['open', 'waiting', 'on-hold', 'solved', 'spam'],
      messages: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          channel: 'web',
          direction: 'in',
          author: cast.hanako.name,
          body: lateParcel.message,
          createdAt: mondayMorning,
          attachments: [],
          trail: lateParcel.trail,
          quoted: null,
          isSenderProven: false,
          sender: cast.hanako.email,
          delivery: null,
          takeBackUntil: null,
          isTakenBack: false,
        },
      ],
      otherTickets: [],
      channel: 'web',
      category: null,
      answers: [],
      priority: 'normal',
      team: null,
      assignee: null,
      tags: [],
      waitingSince: mondayMorning,
      dueAt: Date.parse('2026-11-16T18:00:00+09:00'),
      snoozedUntil: null,
      customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      notes: [],
      events: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          kind: 'opened',
          by: null,
          detail: { channel: 'web', sign: 'none' },
          createdAt: mondayMorning,
        },
      ],
      articles: [],
      continues: null,
      mergedInto: null,
      rating: null,
      replyChannels: ['web'],
    });
  });

  it('lists the other tickets of the same address, however it was written, newest first, and nobody else’s', async () => {
    const portal = await makeStaffedPortal();
    const first = await openTicket(portal, { ...lateParcel, subject: '一件目' });
    portal.time.now += 60_000;
    const second = await openTicket(portal, { ...lateParcel, email: 'HANAKO@example.JP', subject: '二件目' });
    portal.time.now += 60_000;
    const third = await openTicket(portal, { ...lateParcel, subject: '三件目' });
    await openTicket(portal, wrongColour);
    const { email, otherTickets } = await portal.staff.read(first.reference);
    expect(email).toBe(cast.hanako.email);
    expect(otherTickets).toEqual([
      { reference: third.reference, subject: '三件目', state: 'new', createdAt: mondayMorning + 120_000 },
      { reference: second.reference, subject: '二件目', state: 'new', createdAt: mondayMorning + 60_000 },
    ]);
  });

  it('says that an address is verified only once it is', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    expect((await portal.staff.read(reference)).emailVerified).toBe(false);
    await portal.services.db.raw.execute('update identities set verified_at = 1');
    expect((await portal.staff.read(reference)).emailVerified).toBe(true);
  });

  it('keeps what customers called themselves in each message', async () => {
    const portal = await makeStaffedPortal();
    await openTicket(portal, lateParcel);
    const { reference } = await openTicket(portal, { ...lateParcel, name: '佐藤 花子（母）' });
    const ticket = await portal.staff.read(reference);
    expect(ticket.name).toBe(cast.hanako.name);
    expect(ticket.messages).toMatchObject([{ author: '佐藤 花子（母）' }]);
  });

  it('gets a longer reference when all short ones it tries are taken', async () => {
    const portal = await makeStaffedPortal();
    const { random } = portal.services;
    portal.services.random = (bytes) => (bytes === 4 ? Buffer.alloc(4) : random(bytes));
    const first = await openTicket(portal, lateParcel);
    const second = await openTicket(portal, wrongColour);
    expect(first.reference).toBe('M-2222');
    expect(second.reference).toMatch(/^M-[2-9B-Z]{5}$/);
    expect((await portal.staff.read(second.reference)).subject).toBe(wrongColour.subject);
    expect((await portal.staff.read('M-2222')).subject).toBe(lateParcel.subject);
  });

  it('is promised an answer only in hours that the calendar has', async () => {
    const portal = await makeStaffedPortal();
    const { calendar, ...promise } = portal.services.promise();
    const { weekly } = calendar;
    const never = Object.fromEntries(Object.keys(weekly).map((day) => [day, []])) as unknown as typeof weekly;
    portal.services.promise = () => ({ ...promise, calendar: { ...calendar, weekly: never } });
    const { reference, promisedBy } = await openTicket(portal, lateParcel);
    expect(promisedBy).toBeNull();
    expect((await portal.staff.read(reference)).promisedBy).toBeNull();
  });
});
