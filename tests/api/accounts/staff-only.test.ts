import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcels } from '../notices/noticing.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

/** What everybody may ask; anything else is for staff. */
const open = [
  'GET /healthz',
  'GET /readyz',
  'POST /api/setup',
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
  'POST /api/session/link',
  'POST /api/session/code',
  'POST /api/sign-in-links',
  'POST /api/password-resets',
  'PUT /api/password',
  'POST /api/registrations',
  'POST /api/members',
  'PUT /api/address',
  'POST /api/invitation',
  'POST /api/invitation/offer',
  'GET /api/challenges/:purpose',
  'POST /api/feedback/votes',
  'PUT /api/feedback/votes/:id/reason',
  'POST /api/tickets',
  'GET /notices/:file',
  'GET /:language{ja|en}/notices',
  'GET /:language{ja|en}/notices/',
  'GET /:language{ja|en}/notices/feed.xml',
  'POST /:language{ja|en}/notices/mail',
  'GET /:language{ja|en}/notices/mail',
  'GET /:language{ja|en}/notices/mail/:step{sent|confirmed|stopped}/',
  'GET /:language{ja|en}/notices/mail/confirm/:token/',
  'POST /:language{ja|en}/notices/mail/confirm/:token/',
  'GET /:language{ja|en}/notices/mail/stop/:link/',
  'POST /:language{ja|en}/notices/mail/stop/:link/',
  'GET /:language{ja|en}/requests/:token',
  'GET /:language{ja|en}/requests/:token/',
  'GET /:language{ja|en}/requests/:token/messages',
  'POST /:language{ja|en}/requests/:token/messages',
  'GET /:language{ja|en}/requests/:token/attachments/:id',
  'GET /:language{ja|en}/requests/:token/attachments/:id/preview',
  'GET /:language{ja|en}/requests/:token/:file{data\\.(?:json|html)}',
  'POST /:language{ja|en}/requests/:token/data',
  'POST /api/my-data',
  'GET /:language{ja|en}/my-data/:token{[\\w-]{32}}/',
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/copy',
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure',
];

const staffOnly: { route: string; method: string; path: (reference: string) => string; value?: object }[] = [
  { route: 'GET /api/tickets', method: 'GET', path: () => '/api/tickets?view=all' },
  { route: 'GET /api/tickets/:reference', method: 'GET', path: (reference) => `/api/tickets/${reference}` },
  {
    route: 'POST /api/tickets/:reference/messages',
    method: 'POST',
    path: (reference) => `/api/tickets/${reference}/messages`,
    value: { message: '私が返事をします。' },
  },
  {
    route: 'PUT /api/tickets/:reference/state',
    method: 'PUT',
    path: (reference) => `/api/tickets/${reference}/state`,
    value: { state: 'solved', version: 1 },
  },
  { route: 'GET /api/notices', method: 'GET', path: () => '/api/notices' },
  { route: 'POST /api/notices', method: 'POST', path: () => '/api/notices', value: lateParcels },
  { route: 'GET /api/outbox', method: 'GET', path: () => '/api/outbox' },
  { route: 'GET /api/mails', method: 'GET', path: () => '/api/mails' },
  {
    route: 'GET /api/mails/:kind/:language/:number',
    method: 'GET',
    path: () => '/api/mails/ticket-received/ja/0',
  },
  { route: 'POST /api/notices/preview', method: 'POST', path: () => '/api/notices/preview', value: lateParcels },
];

const nobody = '/api/notices/00000000-0000-7000-8000-000000000000';

const noMail = '/api/outbox/00000000-0000-7000-8000-000000000000';

/** What staff do with a notice or a mail that exists is tested there. */
const staffOnlyOfNotices = [
  { route: 'GET /api/outbox/:id', method: 'GET', path: noMail, value: null },
  { route: 'GET /api/outbox/:id/preview', method: 'GET', path: `${noMail}/preview`, value: null },
  { route: 'PUT /api/outbox/:id/state', method: 'PUT', path: `${noMail}/state`, value: { state: 'waiting' } },
  { route: 'GET /api/notices/:id', method: 'GET', path: nobody, value: null },
  { route: 'PUT /api/notices/:id', method: 'PUT', path: nobody, value: { ...lateParcels, startsAt: 1, version: 1 } },
  {
    route: 'POST /api/notices/:id/updates',
    method: 'POST',
    path: `${nobody}/updates`,
    value: { text: lateParcels.text, version: 1 },
  },
  { route: 'PUT /api/notices/:id/end', method: 'PUT', path: `${nobody}/end`, value: { version: 1 } },
  {
    route: 'PUT /api/notices/:id/withdrawal',
    method: 'PUT',
    path: `${nobody}/withdrawal`,
    value: { isWithdrawn: true, version: 1 },
  },
];

/** One's own account, and what owners do with others': what they do is tested there. */
const staffOnlyOfAccounts = [
  ['GET', '/api/account'],
  ['PUT', '/api/account'],
  ['PUT', '/api/account/password'],
  ['POST', '/api/account/address'],
  ['POST', '/api/account/totp'],
  ['PUT', '/api/account/totp'],
  ['POST', '/api/account/totp/removal'],
  ['POST', '/api/account/recovery-codes'],
  ['GET', '/api/account/sessions'],
  ['DELETE', '/api/account/sessions'],
  ['DELETE', '/api/account/sessions/:id'],
  ['GET', '/api/people'],
  ['GET', '/api/people/:id'],
  ['PUT', '/api/people/:id'],
  ['PUT', '/api/people/:id/suspension'],
  ['DELETE', '/api/people/:id/sessions'],
  ['DELETE', '/api/people/:id/totp'],
  ['GET', '/api/invitations'],
  ['POST', '/api/invitations'],
  ['POST', '/api/invitations/:id/mail'],
  ['DELETE', '/api/invitations/:id'],
  ['GET', '/api/teams'],
  ['POST', '/api/teams'],
  ['PUT', '/api/teams/:id'],
  ['DELETE', '/api/teams/:id'],
  ['GET', '/api/staff-rules'],
  ['PUT', '/api/staff-rules'],
].map(([method = '', path = '']) => ({
  route: `${method} ${path}`,
  method,
  path: path.replace(':id', 'somebody'),
  value: {},
}));
/** What staff do with an attachment that exists is tested with attachments. */
const staffOnlyOfAttachments = [
  { route: 'GET /api/attachments/:id', method: 'GET', path: `/api/attachments/${'0'.repeat(32)}` },
  { route: 'GET /api/attachments/:id/preview', method: 'GET', path: `/api/attachments/${'0'.repeat(32)}/preview` },
];

const customer = '/api/customers/00000000-0000-7000-8000-000000000000';

/** What they do with a customer that exists is tested with what is held about them. */
const staffOnlyOfCustomers = [
  { route: 'GET /api/customers', method: 'GET', path: '/api/customers', value: null },
  { route: 'POST /api/customers/find', method: 'POST', path: '/api/customers/find', value: { email: 'a@example.jp' } },
  { route: 'GET /api/customers/:id', method: 'GET', path: customer, value: null },
  {
    route: 'POST /api/customers/:id/export',
    method: 'POST',
    path: `${customer}/export`,
    value: { format: 'json', language: 'ja' },
  },
  { route: 'POST /api/customers/:id/erasure', method: 'POST', path: `${customer}/erasure`, value: null },
  {
    route: 'POST /api/customers/:id/holds',
    method: 'POST',
    path: `${customer}/holds`,
    value: { reason: 'x', until: 1 },
  },
  { route: 'DELETE /api/customers/:id/holds/:hold', method: 'DELETE', path: `${customer}/holds/1`, value: null },
  { route: 'GET /api/retention', method: 'GET', path: '/api/retention', value: null },
];

describe('what only staff may do', () => {
  it('is every route but those that are open to everybody', async () => {
    const { app } = await makePortal();
    const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].sort()).toEqual(
      [
        ...open,
        ...[
          ...staffOnly,
          ...staffOnlyOfNotices,
          ...staffOnlyOfAccounts,
          ...staffOnlyOfAttachments,
          ...staffOnlyOfCustomers,
        ].map(({ route }) => route),
      ].sort(),
    );
  });

  it.each(staffOnly)('needs a session: $route', async ({ method, path, value }) => {
    const portal = await makePortal();
    const { reference } = await openTicket(portal, lateParcel);
    const before = await rowCounts(portal.services.db);
    const cookies: Record<string, string>[] = [{}, { Cookie: `mado-session=${'A'.repeat(32)}` }];
    for (const headers of cookies) {
      for (const address of [path(reference), path('M-2222')]) {
        const answer = value
          ? sendJson(portal.app.request, address, value, { method, headers })
          : portal.app.request(address, { method, headers });
        expect(await problemOf(answer, 'not-signed-in', 401)).toMatchObject({ title: 'ログインが必要です' });
      }
    }
    expect(await rowCounts(portal.services.db)).toEqual(before);
    const { rows } = await portal.services.db.raw.execute('select state, version from conversations');
    expect(rows).toMatchObject([{ state: 'new', version: 1 }]);
  });

  it.each([...staffOnlyOfNotices, ...staffOnlyOfAccounts, ...staffOnlyOfCustomers])(
    'needs a session: $route',
    async ({ method, path, value }) => {
      const { app } = await makePortal();
      const answer =
        value && method !== 'GET' ? sendJson(app.request, path, value, { method }) : app.request(path, { method });
      await problemOf(answer, 'not-signed-in', 401);
    },
  );

  it.each(staffOnlyOfAttachments)('needs a session: $route', async ({ method, path }) => {
    const { app } = await makePortal();
    await problemOf(app.request(path, { method }), 'not-signed-in', 401);
  });

  it('is not even looked at without a session', async () => {
    const { app } = await makePortal();
    for (const path of ['', '/preview', '/1/updates']) {
      await problemOf(sendJson(app.request, `/api/notices${path}`, { colour: 'red' }), 'not-signed-in', 401);
    }
  });

  it.each(staffOnly)('is done with a session: $route', async ({ method, path, value }) => {
    const portal = await makeStaffedPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const address = path(reference);
    const { ask } = portal.staff;
    const answer = await (value ? sendJson(ask, address, value, { method }) : ask(address, { method }));
    expect(answer.ok).toBe(true);
  });

  it('ends with the session', async () => {
    const { staff } = await makeStaffedPortal();
    expect((await staff.ask('/api/tickets')).status).toBe(200);
    await staff.ask('/api/session', { method: 'DELETE' });
    await problemOf(staff.ask('/api/tickets'), 'not-signed-in', 401);
  });
});
