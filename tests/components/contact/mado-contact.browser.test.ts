import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openTicketInput } from '../../../api/tickets/opening-contract.ts';
import { readTrail } from '../../../components/base/trail.ts';
import { cast } from '../../support/cast.ts';
import { fieldNamed, find, listen } from '../fixtures.ts';
import { useServer } from '../network.ts';
import { fieldErrors, letter, opened, openForm, problem, send, trail, write } from './writing.ts';

describe('sending the contact form', () => {
  it('sends what was written with the trail, in the shape the API takes', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm({ came: trail });
    await write({ ...letter, subject: `  ${letter.subject} `, name: cast.hanako.name });
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'POST', path: '/api/tickets', language: 'ja' });
    expect(sent[0]?.key?.length).toBeGreaterThan(16);
    const expected = { ...letter, name: cast.hanako.name, language: 'ja', trail };
    expect(sent[0]?.json).toEqual(expected);
    expect(openTicketInput.parse(sent[0]?.json)).toEqual(expected);
  });

  it('leaves out the name of somebody who gives none', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm();
    await write({ ...letter, name: '  ' });
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]?.json).toEqual({ ...letter, language: 'ja', trail: [] });
  });

  it('gives a receipt with the reference, the promised time and the private page, and leads there', async () => {
    const tickets = listen('mado-ticket-opened');
    useServer({ status: 201, json: opened });
    openForm({ came: trail });
    await write();
    await send();
    await expect.poll(() => document.activeElement?.textContent).toBe('お問い合わせを受け付けました');
    expect(find('.receipt .reference').textContent).toBe('M-7K4P');
    expect(find('.receipt').textContent).toContain('2026年11月16日 18:00までにお返事します。');
    expect(find('.receipt a').getAttribute('href')).toBe('#request');
    expect(find('.receipt [data-address]').textContent).toBe(new URL('#request', location.href).href);
    expect(find('.receipt mado-copy-link button').textContent).toBe('コピーする');
    expect(find('form').hidden).toBe(true);
    expect(readTrail()).toEqual([]);
    expect(tickets).toEqual([{ version: 1, reference: 'M-7K4P', trailLength: 3 }]);
  });

  it('promises nothing when nothing is promised', async () => {
    useServer({ status: 201, json: { ...opened, promisedBy: null } });
    openForm({ language: 'en' });
    await write();
    await send();
    await expect.poll(() => document.activeElement?.textContent).toBe('We’ve received your message');
    expect(find('.receipt').textContent).not.toContain('answer by');
  });

  it.for([
    ['ja', true, '返信はメールと専用ページに届きます'],
    ['ja', false, 'メールではお知らせしませんので'],
    ['en', true, 'comes by e-mail'],
    ['en', false, 'not by e-mail'],
  ] as const)('says in %s how the answer comes (by mail: %s)', async ([language, isAnsweredByMail, words]) => {
    useServer({ status: 201, json: { ...opened, isAnsweredByMail } });
    openForm({ language });
    await write();
    await send();
    await expect.poll(() => document.querySelector('.receipt')?.textContent ?? '').toContain(words);
  });

  it('sends once, however often the button is pressed while it is being sent', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm();
    await write();
    const button = find('button[type=submit]');
    button.click();
    button.click();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('takes its subject from the address', () => {
    history.replaceState(null, '', `?subject=${encodeURIComponent('領収書がほしい')}`);
    openForm();
    expect(fieldNamed('subject').value).toBe('領収書がほしい');
  });
});

describe('mistakes in the contact form', () => {
  it('are shown at their fields and in a summary that takes the focus, and nothing is sent', async () => {
    const sent = useServer();
    openForm();
    await write({ message: letter.message, email: 'hanako' });
    await send();
    expect(problem()).toBe('入力内容をご確認ください');
    expect(document.activeElement).toBe(find('[data-slot=problem]'));
    expect(fieldErrors()).toEqual({
      subject: '入力してください。',
      email: 'メールアドレスの形をご確認ください（例：hanako@example.jp）。',
    });
    const links = [...document.querySelectorAll('[data-slot=problem] li')].map((item) => item.textContent);
    expect(links).toEqual([
      'ご用件：入力してください。',
      'メールアドレス：メールアドレスの形をご確認ください（例：hanako@example.jp）。',
    ]);
    expect(sent).toEqual([]);
  });

  it('are told in the language of the page', async () => {
    openForm({ language: 'en' });
    await write({ subject: letter.subject, email: letter.email });
    await send();
    expect(problem()).toBe('Please check what you entered');
    expect(find('[data-slot=problem] li').textContent).toBe('Your message: Please fill this in.');
  });

  it('are one step away: each in the summary leads to its field', async () => {
    useServer();
    openForm();
    await write({ subject: letter.subject, email: letter.email });
    await send();
    await userEvent.click(find('[data-slot=problem] a'));
    expect(document.activeElement).toBe(fieldNamed('message'));
  });

  it('are told of a field that holds nothing but spaces', async () => {
    openForm();
    await write({ ...letter, message: '   ' });
    await send();
    expect(fieldErrors()).toEqual({ message: '入力してください。' });
  });

  it('that the API finds are shown in its own words, and gone once they are mended', async () => {
    const detail = '120文字以内で入力してください。';
    const errors = [{ pointer: '#/subject', detail }];
    const title = '入力内容をご確認ください';
    useServer(
      { problem: { type: '/problems/invalid-input', title, status: 422, errors } },
      { status: 201, json: opened },
    );
    openForm();
    await write();
    await send();
    await expect.poll(problem).toBe(title);
    expect(fieldErrors()).toEqual({ subject: detail });
    await write({ subject: '短い用件' });
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    expect(fieldErrors()).toEqual({});
    expect(problem()).toBeNull();
  });

  it('that the API finds where the page has no field are said all the same', async () => {
    const errors = [{ pointer: '#/answers/wish', detail: '選んでください。' }];
    const title = '入力内容をご確認ください';
    useServer({ problem: { type: '/problems/invalid-input', title, status: 422, errors } });
    openForm();
    await write();
    await send();
    await expect.poll(problem).toBe(title);
    expect(find('[data-slot=problem] li').textContent).toBe('選んでください。');
  });
});
