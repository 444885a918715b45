import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { pointersOf, problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, newSetupToken, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

const wrongTickets: [string, Record<string, unknown>, string[]][] = [
  [
    'everything missing',
    { email: undefined, subject: undefined, message: undefined, language: undefined },
    ['#/email', '#/language', '#/message', '#/subject'],
  ],
  ['empty fields', { email: '', subject: '', message: '' }, ['#/email', '#/message', '#/subject']],
  ['nothing but spaces', { subject: ' \t ', message: '　\n' }, ['#/message', '#/subject']],
  [
    'fields that are too long',
    { subject: 'あ'.repeat(121), message: 'あ'.repeat(5001), name: 'あ'.repeat(81) },
    ['#/message', '#/name', '#/subject'],
  ],
  ['an address without a host', { email: 'hanako' }, ['#/email']],
  ['an address that is too long', { email: `${'a'.repeat(250)}@example.jp` }, ['#/email']],
  ['a language nobody speaks here', { language: 'fr' }, ['#/language']],
  [
    'numbers for texts',
    { subject: 1, message: [], email: {}, name: true },
    ['#/email', '#/message', '#/name', '#/subject'],
  ],
  ['unknown keys', { state: 'solved', 'a/b~c': 1 }, ['#/a~1b~0c', '#/state']],
  ['a trail that is no list', { trail: 'all' }, ['#/trail']],
  ['a trail of unknown things', { trail: [{ kind: 'wish', at: 1 }] }, ['#/trail/0/kind']],
  ['a trail without times', { trail: [{ kind: 'search', query: '返品' }] }, ['#/trail/0/at']],
  [
    'a way through a flow without answers',
    { trail: [{ kind: 'flow', url: '/ja/', title: '靴', answers: [], step: 'toes', reached: 'つま先', at: 1 }] },
    ['#/trail/0/answers'],
  ],
  [
    'a trail that is too long',
    {
      trail: Array.from({ length: 41 }, () => ({ kind: 'search', query: '返品', at: 1 })),
    },
    ['#/trail'],
  ],
];

describe('wrong fields', () => {
  it.each(wrongTickets)('are named one by one: %s; nothing is stored', async (_, changes, pointers) => {
    const { app, services } = await makePortal();
    const answer = sendJson(app.request, '/api/tickets', { ...lateParcel, ...changes });
    expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual(pointers);
    expect(await rowCounts(services.db)).toMatchObject({ customers: 0, conversations: 0, idempotency_keys: 0 });
  });

  it.each([
    ['//evil.example/'],
    ['/\\evil.example/'],
    ['/\t/evil.example/'],
    ['/\n/evil.example/'],
    ['https://evil.example/'],
    ['javascript:alert(1)'],
    ['ja/faq/'],
    [''],
  ])('include a trail that leads to another site: %j', async (url) => {
    const { app, services } = await makePortal();
    const trail = [...lateParcel.trail, { kind: 'page', url, title: 'x', at: 1 }];
    const answer = sendJson(app.request, '/api/tickets', { ...lateParcel, trail });
    expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual(['#/trail/1/url']);
    expect((await rowCounts(services.db)).conversations).toBe(0);
  });

  it('are explained in the language that is asked for', async () => {
    const { app } = await makePortal();
    const wrong = { ...lateParcel, email: 'hanako', subject: '' };
    const say = async (language: string) => {
      const headers = { 'Accept-Language': language };
      return problemOf(sendJson(app.request, '/api/tickets', wrong, { headers }), 'invalid-input', 422);
    };
    expect(await say('en-GB,en;q=0.9,ja;q=0.1')).toMatchObject({
      title: 'Please check what you entered',
      errors: [
        { pointer: '#/email', detail: 'Please check the e-mail address, for example hanako@example.jp.' },
        { pointer: '#/subject', detail: 'Please fill this in.' },
      ],
    });
    expect(await say('ja')).toMatchObject({
      title: '入力内容をご確認ください',
      errors: [
        { pointer: '#/email', detail: 'メールアドレスの形をご確認ください（例：hanako@example.jp）。' },
        { pointer: '#/subject', detail: '入力してください。' },
      ],
    });
    expect(await say('fr')).toMatchObject({ title: '入力内容をご確認ください' });
  });

  it('are named fifty at most: the answer is never much larger than what was sent', async () => {
    const { app } = await makePortal();
    const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]));
    const trail = Array.from({ length: 40 }, () => ({ kind: 'page', url: '', title: 1, at: -1 }));
    for (const changes of [unknown, { trail }]) {
      const answer = sendJson(app.request, '/api/tickets', { ...lateParcel, ...changes });
      expect((await problemOf(answer, 'invalid-input', 422)).errors).toHaveLength(50);
    }
  });

  it.each([['dots..and.more.@carrier.example.jp'], ['a+b@example.jp'], ["o'neill@example.jp"]])(
    'do not include an address that browsers take: %s',
    async (email) => {
      const { app } = await makePortal();
      expect((await sendJson(app.request, '/api/tickets', { ...lateParcel, email })).status).toBe(201);
    },
  );

  it('of a vote are named; nothing is stored', async () => {
    const { app, services } = await makePortal();
    const vote = { language: 'ja', kind: 'news', slug: '', helpful: true, reason: 'boring', stars: 5 };
    const answer = sendJson(app.request, '/api/feedback/votes', vote);
    expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual([
      '#/helpful',
      '#/kind',
      '#/reason',
      '#/slug',
      '#/stars',
    ]);
    expect((await rowCounts(services.db)).votes).toBe(0);
  });

  it('of a set-up are named, and the link stays good', async () => {
    const portal = await makePortal();
    const token = await newSetupToken(portal);
    const wrong = { token, name: ' ', email: 'emma', password: 'too short', language: 'en', role: 'owner' };
    const answer = sendJson(portal.app.request, '/api/setup', wrong);
    expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual([
      '#/email',
      '#/name',
      '#/password',
      '#/role',
    ]);
    const { rows } = await portal.services.db.raw.execute('select used_at from setup_links');
    expect(rows).toMatchObject([{ used_at: null }]);
    expect((await rowCounts(portal.services.db)).accounts).toBe(0);
  });

  it('of a reply or a change of state are named; nothing is stored', async () => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const before = await rowCounts(portal.services.db);
    const { ask } = portal.staff;
    const reply = sendJson(ask, `/api/tickets/${reference}/messages`, { message: '', to: 'all' });
    expect(pointersOf(await problemOf(reply, 'invalid-input', 422))).toEqual(['#/message', '#/to']);
    const move = sendJson(ask, `/api/tickets/${reference}/state`, { state: 'lost', version: 1.5 }, { method: 'PUT' });
    expect(pointersOf(await problemOf(move, 'invalid-input', 422))).toEqual(['#/state', '#/version']);
    expect(await rowCounts(portal.services.db)).toEqual(before);
    expect(await portal.staff.read(reference)).toMatchObject({ state: 'new', version: 1 });
  });
});
