import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-notices.css';
import '../../../../components/desk/notices/mado-desk-notice-form.ts';
import type { MadoDeskNoticeForm } from '../../../../components/desk/notices/mado-desk-notice-form.ts';
import { templates } from '../../../../components/desk/notices/templates.ts';
import { Problem } from '../../../../api/problem.ts';
import type { Notice } from '../../../../api/notices/contract.ts';
import { expectAccessible } from '../../accessible.ts';
import { fieldNamed, find, listen, show } from '../../fixtures.ts';
import { useServer } from '../../network.ts';

const categories = [{ slug: 'delivery', name: { ja: 'お届け', en: 'Delivery' } }];
const published = { id: '0', view: 'current', version: 1 };

async function write(notice: Notice | null = null): Promise<MadoDeskNoticeForm> {
  show('');
  const form = document.createElement('mado-desk-notice-form');
  Object.assign(form, { language: 'ja', timeZone: 'Asia/Tokyo', categories, notice });
  find('main').append(form);
  await form.updateComplete;
  return form;
}

const choose = (value: string) => userEvent.click(find(`input[value="${value}"]`));
const send = () => userEvent.click(find('button[type=submit]'));
const errorOf = (name: string) => find(`#notice-${name}-error`).textContent;

describe('writing a notice', () => {
  it('takes a kind and a tap: the rest is filled in, in both languages', async () => {
    const sent = useServer({ status: 201, json: published });
    const form = await write();
    const heard = listen('mado-notice-changed');
    await choose('delay');
    await expectAccessible(form);
    await choose('delivery');
    await send();
    await expect
      .poll(() => sent[0]?.json)
      .toEqual({
        kind: 'delay',
        ...templates.delay,
        endsAt: null,
        categories: ['delivery'],
      });
    await expect.poll(() => heard).toMatchObject([{ id: '0' }]);
    expect(location.hash).toBe('#/notices/current/0');
    expect(sessionStorage.getItem('mado-draft-notice-new')).toBeNull();
  });

  it('keeps words that somebody wrote when the kind changes', async () => {
    await write();
    await choose('delay');
    await userEvent.fill(fieldNamed('title-ja'), '雪で遅れます');
    await choose('outage');
    expect(fieldNamed('title-ja').value).toBe('雪で遅れます');
    expect(fieldNamed('title-en').value).toBe(templates.outage.title.en);
    expect(find('input[value=major]')).toHaveProperty('checked', true);
  });

  it('says at each field what is missing, and leads there', async () => {
    const sent = useServer();
    const form = await write();
    await send();
    await expect.poll(() => document.activeElement).toBe(find('.problem'));
    expect(errorOf('kind')).toBe('種類を選んでください。');
    expect(errorOf('title-en')).toBe('入力してください。');
    expect(fieldNamed('text-ja').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(form);
    const [, , toTitle] = document.querySelectorAll<HTMLElement>('.problem button');
    toTitle?.click();
    expect(document.activeElement).toBe(fieldNamed('title-ja'));
    expect(sent).toEqual([]);
  });

  it('says what the server found at its field', async () => {
    const errors = [{ pointer: '#/endsAt', detail: '終了は開始より後の日時にしてください。' }];
    useServer({ problem: new Problem('invalid-input', { errors }).body('ja') });
    await write();
    await choose('holiday');
    await choose('today');
    await send();
    await expect.poll(() => errorOf('end')).toBe('終了は開始より後の日時にしてください。');
  });

  it('loses nothing when the API does not answer, and sends the same notice again', async () => {
    const sent = useServer('unreachable', { status: 201, json: published });
    await write();
    await choose('delay');
    await userEvent.fill(fieldNamed('text-ja'), '大切な文面');
    await send();
    await expect.poll(() => find('.problem').textContent).toContain('サーバーに接続できません');
    expect(fieldNamed('text-ja').value).toBe('大切な文面');
    await send();
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[1]?.json).toEqual(sent[0]?.json);
  });

  it('goes on where a closed page left off', async () => {
    await write();
    await choose('delay');
    await userEvent.fill(fieldNamed('text-ja'), '書きかけ');
    const kept = sessionStorage.getItem('mado-draft-notice-new') ?? '';
    document.querySelector('mado-desk-notice-form')?.remove();
    sessionStorage.setItem('mado-draft-notice-new', kept);
    await write();
    expect(fieldNamed('text-ja').value).toBe('書きかけ');
    expect(find('input[value=delay]')).toHaveProperty('checked', true);
  });

  it('means times by the clock of the portal', async () => {
    const sent = useServer({ status: 201, json: published });
    await write();
    await choose('holiday');
    await userEvent.click(find('input[name=start][value=chosen]'));
    await userEvent.fill(fieldNamed('startsAt'), '2026-12-29T00:00');
    await choose('tomorrow');
    await send();
    await expect
      .poll(() => sent[0]?.json)
      .toMatchObject({
        startsAt: Date.parse('2026-12-29T00:00:00+09:00'),
        endsAt: Date.parse('2026-12-30T10:00:00+09:00'),
      });
  });

  it.for(['startsAt', 'endsAt'] as const)('publishes nothing when %s is chosen and no time', async (name) => {
    const sent = useServer();
    await write();
    await choose('outage');
    const group = name === 'startsAt' ? 'start' : 'end';
    await userEvent.click(find(`input[name=${group}][value=chosen]`));
    const field = fieldNamed(name);
    expect(field.getAttribute('max')).toBe('9999-12-31T23:59');
    // What a browser without such fields sends.
    field.setAttribute('type', 'text');
    await userEvent.fill(field, '20261-12-01T10:00');
    await send();
    await expect.poll(() => errorOf(name)).toBe('日時を正しく入力してください（年は4桁）。');
    expect(sent).toEqual([]);
  });

  it('shows beforehand what readers will see, in both languages', async () => {
    useServer({ status: 200, json: { ja: '<p>日本語の見え方</p>', en: '<p>As in English</p>' } });
    const form = await write();
    await choose('delay');
    await userEvent.click(find('button[type=button]'));
    await expect.poll(() => form.querySelector('.notice-preview')?.textContent).toContain('As in English');
    expect(find('.notice-preview').textContent).toContain('日本語の見え方');
  });
});

describe('editing a notice', () => {
  const notice: Notice = {
    ...templates.delay,
    id: '01234567-89ab-7def-8123-456789abcdef',
    kind: 'delay',
    startsAt: Date.parse('2026-11-16T10:00:12+09:00'),
    endsAt: null,
    categories: ['delivery'],
    view: 'current',
    version: 3,
    updates: [],
  };

  it('sends what was not touched as exactly as it was, with the version that was seen', async () => {
    const sent = useServer({ status: 200, json: { ...notice, version: 4 } });
    await write(notice);
    expect(fieldNamed('startsAt').value).toBe('2026-11-16T10:00');
    await userEvent.fill(fieldNamed('title-en'), 'Later');
    await send();
    await expect
      .poll(() => sent[0]?.json)
      .toMatchObject({
        title: { ...notice.title, en: 'Later' },
        startsAt: notice.startsAt,
        version: 3,
      });
  });

  it('says that somebody changed it since it was begun, and shows how it is now', async () => {
    const sent = useServer({ status: 200, json: { ...notice, version: 5 } });
    await write(notice);
    await userEvent.fill(fieldNamed('title-en'), 'Later');
    const name = `mado-draft-notice-${notice.id}`;
    const kept = sessionStorage.getItem(name) ?? '';
    sessionStorage.clear();
    sessionStorage.setItem(name, kept);
    const form = await write({ ...notice, version: 4, title: { ...notice.title, en: 'By another' } });
    expect(find('.problem').textContent).toContain('ほかの人が先に更新しました');
    expect(document.activeElement).toBe(find('.problem'));
    expect(fieldNamed('title-en').value).toBe('Later');
    expect(find('.notice-there').textContent).toContain('By another');
    await expectAccessible(form);
    await send();
    await expect.poll(() => sent[0]?.json).toMatchObject({ title: { en: 'Later' }, version: 4 });
  });

  it('goes on without a word where nobody changed it meanwhile', async () => {
    useServer();
    await write(notice);
    await userEvent.fill(fieldNamed('title-en'), 'Later');
    const kept = sessionStorage.getItem(`mado-draft-notice-${notice.id}`) ?? '';
    sessionStorage.setItem(`mado-draft-notice-${notice.id}`, kept);
    await write(notice);
    expect(fieldNamed('title-en').value).toBe('Later');
    expect(document.querySelector('.problem')).toBeNull();
    expect(document.querySelector('.notice-there')).toBeNull();
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const sent = useServer(
      { problem: new Problem('state-changed').body('ja') },
      { status: 200, json: { ...notice, version: 7, title: { ...notice.title, en: 'By another' } } },
      { status: 200, json: { ...notice, version: 8 } },
    );
    await write(notice);
    await userEvent.fill(fieldNamed('title-en'), 'Later');
    await send();
    await expect.poll(() => find('.problem').textContent).toContain('ほかの人が先に更新しました');
    expect(fieldNamed('title-en').value).toBe('Later');
    await expect.poll(() => find('.notice-there').textContent).toContain('By another');
    await send();
    await expect.poll(() => sent[2]?.json).toMatchObject({ version: 7 });
  });
});
