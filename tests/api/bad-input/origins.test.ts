import { describe, expect, it } from 'vitest';
import { ownOrigins } from '../../../api/http/origin.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

const publicUrl = 'https://help.aruku.example';

const foreign: [string, Record<string, string>][] = [
  ['Sec-Fetch-Site says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['Sec-Fetch-Site says same-site', { 'Sec-Fetch-Site': 'same-site' }],
  ['Sec-Fetch-Site says something new', { 'Sec-Fetch-Site': 'near-site' }],
  ['Sec-Fetch-Site says cross-site and Origin lies', { 'Sec-Fetch-Site': 'cross-site', Origin: publicUrl }],
  ['Origin is another site', { Origin: 'https://evil.example', Host: 'help.aruku.example' }],
  ['Origin is a sub-domain', { Origin: 'https://shop.help.aruku.example' }],
  ['Origin ends like the Host', { Origin: 'https://evil-help.aruku.example', Host: 'help.aruku.example' }],
  ['Origin begins like ours', { Origin: `${publicUrl}.evil.example` }],
  ['Origin is ours over http', { Origin: 'http://help.aruku.example', Host: '127.0.0.1:4321' }],
  ['Origin is null', { Origin: 'null', Host: 'help.aruku.example' }],
  ['Origin is null and Sec-Fetch-Site says none', { Origin: 'null', 'Sec-Fetch-Site': 'none' }],
  ['Origin has another port', { Origin: `${publicUrl}:8443`, Host: 'help.aruku.example:8443' }],
  [
    'Origin is the Host that was asked, as under a name that leads here',
    { Origin: 'http://rebound.example', Host: 'rebound.example' },
  ],
  [
    'Sec-Fetch-Site says same-origin under a name that leads here',
    { Origin: 'http://rebound.example', Host: 'rebound.example', 'Sec-Fetch-Site': 'same-origin' },
  ],
  ['Origin is this machine, and the portal is public', { Origin: 'http://localhost:4321', Host: 'localhost:4321' }],
  ['X-Forwarded-Host lies', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
  ['there is a Referer of another site only', { Referer: 'https://evil.example/form' }],
  ['there is a Referer that is no address', { Referer: 'about:client' }],
];

const own: [string, Record<string, string>][] = [
  ['Sec-Fetch-Site says same-origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ['Sec-Fetch-Site says none', { 'Sec-Fetch-Site': 'none' }],
  ['it names no origin, as no browser does', {}],
  ['Origin is the public address and a proxy asks with another Host', { Origin: publicUrl, Host: '10.0.0.7:4321' }],
  ['there is a Referer of ours only', { Referer: `${publicUrl}/ja/contact/` }],
];

describe('the origin of a request that changes something', () => {
  it.each(foreign)('is foreign when %s: refused, and nothing is stored', async (_, headers) => {
    const { app, services } = await makePortal({ publicUrl });
    await problemOf(sendJson(app.request, '/api/tickets', lateParcel, { headers }), 'foreign-origin', 403);
    const { email, subject, message, language } = lateParcel;
    const form = sendForm(app.request, '/api/tickets', { email, subject, message, language }, { headers });
    await problemOf(form, 'foreign-origin', 403);
    expect((await rowCounts(services.db)).conversations).toBe(0);
  });

  it.each(own)('is our own when %s', async (_, headers) => {
    const { app } = await makePortal({ publicUrl });
    expect((await sendJson(app.request, '/api/tickets', lateParcel, { headers })).status).toBe(201);
  });

  it.each(['http://localhost:4321', 'http://127.0.0.1:4321', 'http://[::1]:4321'])(
    'is our own on a machine of one’s own under each of its names: %s',
    async (origin) => {
      const { app } = await makePortal({ publicUrl: 'http://localhost:4321' });
      expect((await sendJson(app.request, '/api/tickets', lateParcel, { headers: { Origin: origin } })).status).toBe(
        201,
      );
      const headers = { Origin: origin.replace('4321', '4322') };
      await problemOf(sendJson(app.request, '/api/tickets', lateParcel, { headers }), 'foreign-origin', 403);
    },
  );

  it('is our own where the configuration names it', async () => {
    const isOwnOrigin = ownOrigins(publicUrl, ['http://10.0.0.7:4321']);
    const { app } = await makePortal({ publicUrl, isOwnOrigin });
    const headers = { Origin: 'http://10.0.0.7:4321' };
    expect((await sendJson(app.request, '/api/tickets', lateParcel, { headers })).status).toBe(201);
  });

  it.each([['PUT'], ['DELETE'], ['PATCH']])('matters for %s as for POST', async (method) => {
    const { app } = await makePortal({ publicUrl });
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    await problemOf(app.request('/api/session', { method, headers }), 'foreign-origin', 403);
  });

  it('does not matter for reading: links from other sites lead here', async () => {
    const { app } = await makePortal({ publicUrl });
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    expect((await app.request('/api/session', { headers })).status).toBe(200);
  });
});
