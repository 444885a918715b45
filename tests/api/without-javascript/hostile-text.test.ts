import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { hostileTexts } from '../../support/payloads.ts';
import { makePortal } from '../../support/services.ts';
import { sendForm, sendJson } from '../support/ask.ts';
import { dangersIn, textAt, valueOf } from '../support/html.ts';
import { askSignedIn, newSetupToken, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';

describe.each(hostileTexts)('the text %j', (text) => {
  it('is harmless in the contact form that comes back, and kept as it was typed', async () => {
    const { app } = await makePortal({ pages: smallPages });
    const typed = { language: 'ja', subject: text, message: text, name: text, email: text };
    const answer = await sendForm(app.request, '/api/tickets', typed);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(dangersIn(page)).toEqual([]);
    for (const name of ['subject', 'message', 'name', 'email']) expect(valueOf(page, name), name).toBe(text);
  });

  it('is harmless as the name of a field, and as a value that has to be one of a few', async () => {
    const { app } = await makePortal({ pages: smallPages });
    const typed = { language: text, subject: '件名', message: '本文', email: 'x', [text]: text };
    const answer = await sendForm(app.request, '/api/tickets', typed);
    expect(answer.status).toBe(422);
    expect(dangersIn(await answer.text())).toEqual([]);
  });

  it('is harmless on the page of a request: as subject, message, answer, and an agent’s name', async () => {
    const portal = await makePortal({ pages: smallPages });
    const ask = askSignedIn(portal);
    const { email, password } = cast.emma;
    const token = await newSetupToken(portal);
    const name = text.slice(0, 60);
    await sendJson(ask, '/api/setup', { token, name, email, password, language: 'ja' });
    const { reference, requestUrl } = await openTicket(portal, {
      ...lateParcel,
      subject: text,
      message: text,
      name: text,
    });
    portal.time.now += 1000;
    await sendJson(ask, `/api/tickets/${reference}/messages`, { message: text });
    // So long it can be taken back, and is not shown.
    portal.time.now += 10_000;

    const page = await (await portal.app.request(requestUrl)).text();
    expect(dangersIn(page)).toEqual([]);
    expect(textAt(page, 'h1')).toBe(text);
    expect(textAt(page, '.message:first-child .message-body')).toBe(text);
    expect(textAt(page, '.message:nth-child(2) .message-body')).toBe(text);
    expect(textAt(page, '.message:nth-child(2) strong')).toBe(`お客様窓口　${name}`);

    const wrong = await sendForm(portal.app.request, `${requestUrl}messages`, {
      message: text,
      key: text,
      [text]: text,
    });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(dangersIn(again)).toEqual([]);
    expect(valueOf(again, 'message')).toBe(text);
  });
});

describe('a page that could be harmed', () => {
  it('is noticed by these tests', () => {
    expect(dangersIn(`<p>${hostileTexts[0]}</p>`)).not.toEqual([]);
    expect(dangersIn(`<input value="${hostileTexts[1]}">`)).not.toEqual([]);
    expect(dangersIn(`<p title="${hostileTexts[7]}">x</p>`)).not.toEqual([]);
    expect(dangersIn('<a href="javascript:alert(1)">x</a>')).not.toEqual([]);
    expect(dangersIn('<p class="x">x</p>')).toEqual([]);
  });
});
