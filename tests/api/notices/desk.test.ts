import { describe, expect, it } from 'vitest';
import { mondayMorning } from '../../support/services.ts';
import { pointersOf, problemOf, sendJson } from '../support/ask.ts';
import { hourMs, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

const inBoth = (text: string) => ({ ja: `${text}。`, en: text });

describe('publishing a notice', () => {
  it('begins now when nothing else is said, and keeps who did it', async () => {
    const { publish } = await makeNoticingPortal();
    expect(await publish(lateParcels)).toMatchObject({
      ...lateParcels,
      startsAt: mondayMorning,
      view: 'current',
      version: 1,
      updates: [],
      events: [{ kind: 'published', by: 'Emma Clark', createdAt: mondayMorning }],
    });
  });

  it('happens once for one key', async () => {
    const { publish, list, ask } = await makeNoticingPortal();
    const headers = { 'Idempotency-Key': 'one-and-the-same' };
    const first = await publish(lateParcels, headers);
    expect(await publish(lateParcels, headers)).toEqual(first);
    expect((await list('current')).notices).toHaveLength(1);
    const other = { ...lateParcels, severity: 'major' };
    await problemOf(sendJson(ask, '/api/notices', other, { headers }), 'key-reused', 422);
  });

  it('answers a retry even when its end has passed meanwhile', async () => {
    const { publish, time } = await makeNoticingPortal();
    const headers = { 'Idempotency-Key': 'one-and-the-same' };
    const input = { ...lateParcels, endsAt: mondayMorning + hourMs };
    const { id } = await publish(input, headers);
    time.now += 2 * hourMs;
    expect(await publish(input, headers)).toMatchObject({ id, view: 'ended' });
  });

  it.for([
    ['a language', { title: { ja: '遅れ' } }, ['#/title/en']],
    ['a text', { text: { ja: ' ', en: '' } }, ['#/text/en', '#/text/ja']],
    ['a kind', { kind: undefined }, ['#/kind']],
    ['a known severity', { severity: 'terrible' }, ['#/severity']],
    ['an end after the start', { endsAt: mondayMorning }, ['#/endsAt']],
    ['known categories', { categories: ['delivery', 'moon'] }, ['#/categories/1']],
    ['nothing unknown', { colour: 'red' }, ['#/colour']],
    ['a time that exists', { startsAt: -1 }, ['#/startsAt']],
  ] as const)('needs %s', async ([, change, pointers]) => {
    const { ask, list } = await makeNoticingPortal();
    const answer = sendJson(ask, '/api/notices', { ...lateParcels, ...change });
    const problem = await problemOf(answer, 'invalid-input', 422);
    expect(pointersOf(problem)).toEqual(pointers);
    expect((await list('current')).notices).toEqual([]);
  });

  it('says in the reader’s language what would be right', async () => {
    const { ask } = await makeNoticingPortal();
    const wrong = { ...lateParcels, endsAt: 1, categories: ['moon'] };
    const inLanguage = async (language: string) => {
      const headers = { 'Accept-Language': language };
      const problem = await problemOf(sendJson(ask, '/api/notices', wrong, { headers }), 'invalid-input', 422);
      return problem.errors?.map(({ detail }) => detail);
    };
    expect(await inLanguage('ja')).toEqual([
      '「moon」という分類はありません。次のいずれかを指定してください：delivery、returns',
      '終了は開始より後の日時にしてください。',
    ]);
    expect(await inLanguage('en')).toEqual([
      'There is no category “moon”. It has to be one of: delivery, returns',
      'The end has to be later than the start.',
    ]);
  });
});

describe('changing a notice', () => {
  it('keeps what stood there before', async () => {
    const { publish, put, notice, services } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    const change = { ...lateParcels, title: inBoth('Later still'), startsAt: mondayMorning, version: 1 };
    expect(await notice(put(id, '', change))).toMatchObject({ title: inBoth('Later still'), version: 2 });
    const { rows } = await services.db.raw.execute("select detail from notice_events where kind = 'edited'");
    expect(JSON.parse(rows[0]?.['detail'] as string)).toMatchObject({ before: { title: lateParcels.title } });
  });

  it('is refused to whoever looked at an older version, and changes nothing', async () => {
    const { publish, put, update, read } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    await put(id, '/end', { version: 1 });
    const before = await read(id);
    const change = { ...lateParcels, startsAt: mondayMorning, version: 1 };
    for (const answer of [
      put(id, '', change),
      put(id, '/end', { version: 1 }),
      put(id, '/withdrawal', { isWithdrawn: true, version: 1 }),
      update(id, { text: inBoth('more'), version: 1 }),
    ]) {
      await problemOf(answer, 'state-changed', 409);
    }
    expect(await read(id)).toEqual(before);
  });

  it('lets one of two win who act at the same moment', async () => {
    const { publish, put, read } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    const withdraw = () => put(id, '/withdrawal', { isWithdrawn: true, version: 1 });
    const answers = await Promise.all([withdraw(), withdraw(), put(id, '/end', { version: 1 })]);
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409, 409]);
    expect((await read(id)).events).toHaveLength(2);
  });

  it('ends it now', async () => {
    const { publish, put, notice, time } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    time.now += 5;
    const ended = await notice(put(id, '/end', { version: 1 }));
    expect(ended).toMatchObject({ view: 'ended', endsAt: time.now, version: 2 });
    await problemOf(put(id, '/end', { version: 2 }), 'state-refused', 409);
  });

  it('adds what happened since, once for one key, and ends it with the solution', async () => {
    const { publish, update, notice, time, read } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    time.now += hourMs;
    const headers = { 'Idempotency-Key': 'first-update' };
    await notice(update(id, { text: inBoth('Half are out'), version: 1 }, headers));
    await notice(update(id, { text: inBoth('Half are out'), version: 1 }, headers));
    const solved = await notice(update(id, { text: inBoth('All are out'), isSolved: true, version: 2 }));
    expect(solved).toMatchObject({ view: 'ended', endsAt: time.now, version: 3 });
    expect(solved.updates).toMatchObject([{ text: inBoth('Half are out') }, { isSolved: true }]);
    expect((await read(id)).events.map(({ kind }) => kind)).toEqual(['published', 'updated', 'updated']);
  });

  it('can send a refused update again under its key', async () => {
    const { publish, update, put, notice } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    await notice(put(id, '', { ...lateParcels, startsAt: mondayMorning, version: 1 }));
    const headers = { 'Idempotency-Key': 'first-update' };
    await problemOf(update(id, { text: inBoth('Half'), version: 1 }, headers), 'state-changed', 409);
    expect((await notice(update(id, { text: inBoth('Half'), version: 2 }, headers))).updates).toHaveLength(1);
  });

  it('takes a mistaken one back, and can undo that', async () => {
    const { publish, put, notice, list, update } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    const withdrawal = (isWithdrawn: boolean, version: number) => put(id, '/withdrawal', { isWithdrawn, version });
    expect(await notice(withdrawal(true, 1))).toMatchObject({ view: 'withdrawn' });
    expect((await list('current')).notices).toEqual([]);
    expect((await list('withdrawn')).notices).toMatchObject([{ id }]);
    await problemOf(withdrawal(true, 2), 'state-refused', 409);
    await problemOf(update(id, { text: inBoth('more'), version: 2 }), 'state-refused', 409);
    expect(await notice(withdrawal(false, 2))).toMatchObject({ view: 'current', version: 3 });
    await problemOf(withdrawal(false, 3), 'state-refused', 409);
  });

  it('says nothing more about one that has not begun', async () => {
    const { publish, put, update } = await makeNoticingPortal();
    const { id } = await publish(maintenance);
    await problemOf(put(id, '/end', { version: 1 }), 'state-refused', 409);
    await problemOf(update(id, { text: inBoth('soon'), version: 1 }), 'state-refused', 409);
  });

  it.for([
    ['/end', {}, ['#/version']],
    ['/withdrawal', { version: 1 }, ['#/isWithdrawn']],
    ['', { ...lateParcels, version: 1 }, ['#/startsAt']],
    ['', { ...lateParcels, startsAt: 2, endsAt: 1, version: 1 }, ['#/endsAt']],
  ] as const)('names the field that is wrong: PUT %s', async ([noun, value, pointers]) => {
    const { publish, put } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    expect(pointersOf(await problemOf(put(id, noun, value), 'invalid-input', 422))).toEqual(pointers);
  });

  it('needs both languages of an update', async () => {
    const { publish, update } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    const problem = await problemOf(update(id, { text: { en: 'x' }, version: 1 }), 'invalid-input', 422);
    expect(pointersOf(problem)).toEqual(['#/text/ja']);
  });

  it('needs a notice that exists', async () => {
    const { put, update, ask, at } = await makeNoticingPortal();
    const nobody = '00000000-0000-7000-8000-000000000000';
    await problemOf(ask(at(nobody)), 'not-found', 404);
    await problemOf(put(nobody, '/end', { version: 1 }), 'not-found', 404);
    await problemOf(update(nobody, { text: inBoth('x'), version: 1 }), 'not-found', 404);
  });
});

describe('the desk’s lists', () => {
  it('hold each notice in its place as time passes', async () => {
    const { publish, list, time } = await makeNoticingPortal();
    const { id } = await publish(maintenance);
    const places = async () => {
      const views = ['current', 'planned', 'ended', 'withdrawn'];
      const found = await Promise.all(
        views.map(async (view) => ((await list(view)).notices[0]?.id === id ? view : '')),
      );
      return found.join('');
    };
    expect(await places()).toBe('planned');
    time.now = maintenance.startsAt;
    expect(await places()).toBe('current');
    time.now = maintenance.endsAt;
    expect(await places()).toBe('ended');
  });

  it('go on where a page ends', async () => {
    const { publish, ask } = await makeNoticingPortal();
    const starts = Array.from({ length: 51 }, (_, index) => mondayMorning - index);
    await Promise.all(starts.map((startsAt) => publish({ ...lateParcels, startsAt })));
    const page = async (after: string) =>
      (await (await ask(`/api/notices?view=current&after=${after}`)).json()) as { notices: unknown[]; next: string };
    const first = await page('');
    expect(first.notices).toHaveLength(50);
    expect(await page(first.next)).toMatchObject({ notices: [{ startsAt: mondayMorning - 50 }], next: null });
  });

  it('show beforehand what readers will see, and publish nothing', async () => {
    const { ask, list } = await makeNoticingPortal();
    const answer = await sendJson(ask, '/api/notices/preview', lateParcels);
    const preview = (await answer.json()) as { ja: string; en: string };
    expect(preview.ja).toContain(lateParcels.title.ja);
    expect(preview.en).toContain(lateParcels.text.en);
    expect((await list('current')).notices).toEqual([]);
  });
});
