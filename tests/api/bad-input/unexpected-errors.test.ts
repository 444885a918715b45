import { describe, expect, it } from 'vitest';
import { createLog } from '../../../api/log/log.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

/** A log of failures that can be read back. */
function keptLog() {
  const lines: string[] = [];
  const log = createLog({ level: 'error', format: 'json' }, { write: (line) => void lines.push(line) });
  return { log, lines };
}

function breaks(): never {
  throw new Error('the calendar at /srv/secret/calendar.json is broken');
}

describe('something nobody thought of', () => {
  it('is answered with the request id and nothing else, which is also in the log; nothing is stored', async () => {
    const { log, lines } = keptLog();
    const { app, services } = await makePortal({ log, promise: breaks });
    const answer = await sendJson(app.request, '/api/tickets', lateParcel);
    const body = await problemOf(answer, 'internal', 500);
    expect(Object.keys(body).sort()).toEqual(['requestId', 'status', 'title', 'type']);
    expect(body.title).toBe('こちらの不具合で処理できませんでした');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: body.requestId,
      method: 'POST',
      route: '/api/tickets',
      err: { message: 'the calendar at /srv/secret/calendar.json is broken' },
    });
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 0, customers: 0, idempotency_keys: 0 });
  });

  it('is a page for a browser, without what happened', async () => {
    const { app } = await makePortal({ pages: smallPages, promise: breaks });
    const headers = { Accept: 'text/html' };
    const answer = await sendJson(app.request, '/api/tickets', lateParcel, { headers });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    const page = await answer.text();
    expect(page).toContain('こちらの不具合で処理できませんでした');
    expect(page).toContain('時間をおいてお試しください。');
    expect(page).not.toContain('secret');
  });

  it('leaves private links out of the log', async () => {
    const { log, lines } = keptLog();
    const portal = await makePortal({ log, pages: smallPages, timeZone: breaks });
    const { requestUrl } = await openTicket(portal, lateParcel);
    await problemOf(portal.app.request(requestUrl), 'internal', 500);
    const token = requestUrl.split('/').at(-2) ?? '';
    expect(token).toHaveLength(32);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('/requests/:token/');
    expect(lines[0]).not.toContain(token);
  });

  it('is answered even when the page that should say so is what breaks', async () => {
    const portal = await makePortal({ pages: smallPages, timeZone: breaks });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const answer = await sendForm(portal.app.request, `${requestUrl}messages`, { message: ' ' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('入力内容をご確認ください');
  });

  it('of a problem that was foreseen leaves no failure in the log', async () => {
    const { log, lines } = keptLog();
    const { app } = await makePortal({ log });
    await problemOf(sendJson(app.request, '/api/tickets', {}), 'invalid-input', 422);
    expect(lines).toEqual([]);
  });
});
