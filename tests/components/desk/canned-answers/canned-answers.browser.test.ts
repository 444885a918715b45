import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-nav.css';
import '../../../../site/styles/desk-notices.css';
import '../../../../site/styles/desk-accounts.css';
import '../../../../components/desk/canned-answers/mado-desk-canned-answers.ts';
import type { CannedAnswer, CannedAnswerInput } from '../../../../api/canned-answers/contract.ts';
import { expectAccessible } from '../../accessible.ts';
import { find, show } from '../../fixtures.ts';
import { useDesk } from '../tickets/desk-server.ts';

const returns: CannedAnswer = {
  id: 'k1',
  name: '返品の手順',
  ja: '{{customer}}様\n箱は不要です。',
  en: 'Dear {{customer}}, no box is needed.',
  uses: 3,
  changedAt: 0,
};
const thanks: CannedAnswer = { id: 'k2', name: 'お礼', ja: 'ありがとうございます。', en: '', uses: 9, changedAt: 0 };

/** A desk that keeps what is made, changed and deleted. */
async function open(hash = '', { language = 'ja', role = 'agent' }: { language?: 'ja' | 'en'; role?: string } = {}) {
  onTestFinished(() => {
    location.hash = '';
  });
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  let answers = [returns, thanks];
  const sent = useDesk({
    'GET /api/canned-answers': () => ({ answers }),
    'POST /api/canned-answers': ({ json }) => {
      const made = { ...(json as CannedAnswerInput), id: 'k3', uses: 0, changedAt: 0 };
      answers = [...answers, made];
      return made;
    },
    'PUT /api/canned-answers/k1': ({ json }) => ({ ...returns, ...(json as CannedAnswerInput) }),
    'DELETE /api/canned-answers/k1': () => {
      answers = [thanks];
      return 'nothing';
    },
  });
  const list = document.createElement('mado-desk-canned-answers');
  Object.assign(list, { language, timeZone: 'Asia/Tokyo', account: { role, name: '山田' } });
  find('main').append(list);
  await expect.poll(() => document.querySelector('.desk-tickets')).not.toBeNull();
  return {
    list,
    asked: (method: string) => sent.filter(({ what }) => what.startsWith(method)).map(({ json }) => json),
  };
}

const names = () => [...document.querySelectorAll('.desk-tickets .desk-subject')].map((name) => name.textContent);
const field = (id: string) => find(`#canned-${id}`) as HTMLTextAreaElement;
const save = () => userEvent.click(find('.canned-answer [type=submit]'));

describe('the page of canned answers', () => {
  it('lists those used most first, and finds by name and text', async () => {
    const { list } = await open();
    expect(names()).toEqual(['お礼', '返品の手順']);
    expect(find('.desk-tickets .state').textContent).toBe('日本語のみ');
    await expectAccessible(list);
    await userEvent.fill(find('#canned-search'), '箱');
    await expect.poll(names).toEqual(['返品の手順']);
  });

  it.for(['ja', 'en'] as const)('shows both languages side by side, with what they become: %s', async (language) => {
    const { list } = await open('#/canned-answers/all/k1', { language });
    await expect.poll(() => field('ja').value).toBe(returns.ja);
    const previews = [...document.querySelectorAll('.canned-preview [lang]')].map((one) => one.textContent);
    expect(previews).toEqual(['佐藤花子様\n箱は不要です。', 'Dear Hanako Sato, no box is needed.']);
    await page.viewport(1280, 900);
    expect(field('ja').getBoundingClientRect().top).toBe(field('en').getBoundingClientRect().top);
    await expectAccessible(list);
    await page.viewport(390, 800);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await expectAccessible(list);
  });

  it('names what nobody knows', async () => {
    await open('#/canned-answers/all/k1');
    await expect.poll(() => field('ja').value).toBe(returns.ja);
    await userEvent.fill(field('ja'), '{{{{order}}');
    await expect.poll(() => find('.canned-preview .composer-unfilled').textContent).toContain('{{order}}');
  });

  it('makes a new one, with a variable put in by its name', async () => {
    const { asked } = await open('#/canned-answers/new');
    await save();
    await expect.poll(() => document.activeElement?.id).toBe('canned-name');
    expect(find('#canned-name-error').textContent).toBe('名前を入力してください。');
    await userEvent.fill(field('name'), '在庫');
    await save();
    await expect.poll(() => document.activeElement?.id).toBe('canned-ja');
    await userEvent.click(find('.canned-text .desk-link'));
    expect(field('ja').value).toBe('{{customer}}');
    await userEvent.keyboard('様');
    await save();
    await expect.poll(() => asked('POST')).toEqual([{ name: '在庫', ja: '{{customer}}様', en: '' }]);
    await expect.poll(names).toContain('在庫');
    expect(location.hash).toBe('#/canned-answers/all/k3');
  });

  it('changes one', async () => {
    const { asked } = await open('#/canned-answers/all/k1');
    await expect.poll(() => field('ja').value).toBe(returns.ja);
    await userEvent.fill(field('en'), 'No box.');
    await save();
    await expect.poll(() => asked('PUT')).toEqual([{ name: '返品の手順', ja: returns.ja, en: 'No box.' }]);
    await expect.poll(() => find('mado-desk-canned-answer [role=status]').textContent).toBe('定型文を保存しました');
  });

  it('asks before it deletes one, and brings it back', async () => {
    const { asked, list } = await open('#/canned-answers/all/k1');
    await expect.poll(() => document.querySelector('mado-confirm button')).not.toBeNull();
    await userEvent.click(find('mado-confirm button'));
    await expectAccessible(list);
    expect(asked('DELETE')).toEqual([]);
    await userEvent.click(find('mado-confirm [data-primary]'));
    await expect.poll(() => find('.composer-sent').textContent).toContain('「返品の手順」を削除しました。');
    expect(location.hash).toBe('#/canned-answers/all');
    await expect.poll(names).toEqual(['お礼']);
    await expectAccessible(list);
    await userEvent.click(find('.composer-sent button'));
    await expect.poll(() => asked('POST')).toEqual([{ name: returns.name, ja: returns.ja, en: returns.en }]);
    await expect.poll(names).toHaveLength(2);
  });

  it('is read only for who moderates', async () => {
    await open('#/canned-answers/all/k1', { role: 'moderator' });
    await expect.poll(() => field('ja').value).toBe(returns.ja);
    expect(document.querySelector('[type=submit]')).toBeNull();
    expect(document.querySelector('.notice-create')).toBeNull();
  });
});
