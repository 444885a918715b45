import { describe, expect, it } from 'vitest';
import { openTicket, makeStaffedPortal } from '../support/portal.ts';
import { sendForm, sendJson } from '../support/ask.ts';
import { lateParcel } from '../support/samples.ts';
import { askForRatings } from '../../../api/ratings/ask.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

async function solved() {
  const portal = await makeStaffedPortal();
  const { reference, requestUrl } = await openTicket(portal, lateParcel);
  await portal.staff.reply(reference, 'It is on its way.');
  await solve(portal, reference);
  return { portal, reference, requestUrl };
}
const solve = async ({ staff }: Portal, reference: string) =>
  staff.move(reference, 'solved', (await staff.read(reference)).version);
const rate = ({ app }: Portal, requestUrl: string, rating: object) =>
  sendJson(app.request, `${requestUrl}rating`, rating);
const kept = async ({ services }: Portal) => (await services.db.raw.execute('select score, comment from ratings')).rows;
const mails = async ({ services }: Portal) =>
  (await services.db.raw.execute("select recipient, state from outbox where kind = 'rating'")).rows;

describe('a rating', () => {
  it('is kept, and the latest word counts', async () => {
    const { portal, requestUrl, reference } = await solved();
    expect((await rate(portal, requestUrl, { score: 'bad', comment: ' Too slow.\r\n' })).status).toBe(200);
    expect(await kept(portal)).toEqual([{ score: 'bad', comment: 'Too slow.' }]);
    expect((await rate(portal, requestUrl, { score: 'good' })).status).toBe(200);
    expect(await kept(portal), 'a click does not take the reason away').toEqual([
      { score: 'good', comment: 'Too slow.' },
    ]);
    expect((await portal.staff.read(reference)).rating).toMatchObject({ score: 'good', comment: 'Too slow.' });
  });

  it('is refused while the request is not done', async () => {
    const portal = await makeStaffedPortal();
    const { requestUrl } = await openTicket(portal, lateParcel);
    const refused = await rate(portal, requestUrl, { score: 'good' });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      409,
      '/problems/state-refused',
    ]);
    expect(await kept(portal)).toEqual([]);
  });

  it('loses its comment when that is emptied', async () => {
    const { portal, requestUrl } = await solved();
    await rate(portal, requestUrl, { score: 'bad', comment: 'Too slow.' });
    await rate(portal, requestUrl, { score: 'bad', comment: '' });
    expect(await kept(portal)).toEqual([{ score: 'bad', comment: null }]);
  });

  it.each([[{ score: 'great' }], [{}], [{ score: 'good', comment: 'x'.repeat(1001) }], [{ score: 'good', more: 1 }]])(
    'is a score and a comment, and nothing else: %o',
    async (wrong) => {
      const { portal, requestUrl } = await solved();
      expect((await rate(portal, requestUrl, wrong)).status).toBe(422);
      expect(await kept(portal)).toEqual([]);
    },
  );

  it('can be given without JavaScript', async () => {
    const { portal, requestUrl } = await solved();
    const answer = await sendForm(portal.app.request, `${requestUrl}rating`, { score: 'good', comment: '' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${requestUrl}#rating`]);
    expect(await kept(portal)).toEqual([{ score: 'good', comment: null }]);
  });
});

describe('the question how it was', () => {
  it('is asked once, half an hour after a conversation was solved', async () => {
    const { portal } = await solved();
    await askForRatings(portal.services);
    expect(await mails(portal)).toEqual([]);
    portal.time.now += 31 * 60_000;
    await askForRatings(portal.services);
    await askForRatings(portal.services);
    expect(await mails(portal)).toEqual([{ recipient: lateParcel.email, state: 'waiting' }]);
  });

  it('is not asked of who wrote back, who had no answer, or days later', async () => {
    const { portal, requestUrl } = await solved();
    await sendJson(portal.app.request, `${requestUrl}messages`, { message: 'It has not come.' });
    const other = await openTicket(portal, { ...lateParcel, email: 'taro@example.jp' });
    await solve(portal, other.reference);
    portal.time.now += 31 * 60_000;
    await askForRatings(portal.services);
    const late = await solved();
    late.portal.time.now += 4 * 86_400_000;
    await askForRatings(late.portal.services);
    expect([await mails(portal), await mails(late.portal)]).toEqual([[], []]);
  });
});
