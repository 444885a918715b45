import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../components/privacy/mado-device-data.ts';
import { cacheNames } from '../../../components/offline/kept-pages.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const open = (language: 'ja' | 'en' = 'ja') => show('<mado-device-data></mado-device-data>', language);

describe('what is stored on this device', () => {
  it.for([
    { language: 'ja', button: 'この端末に保存したものを消す', said: 'この端末に保存したものを消しました。' },
    {
      language: 'en',
      button: 'Clear what is stored on this device',
      said: 'What was stored on this device has been cleared.',
    },
  ] as const)('is cleared by a button that says so ($language)', async ({ language, button, said }) => {
    for (const name of ['mado-recent-searches', 'mado-contact-draft', 'mado-theme']) localStorage.setItem(name, '{}');
    for (const name of ['mado-trail', 'madoguchi.platform', 'mado-folded']) sessionStorage.setItem(name, '[]');
    localStorage.setItem('of-somebody-else', '1');
    const pages = await caches.open(cacheNames.data);
    await pages.put('/data', new Response('kept'));
    const main = open(language);
    expect(find('button').textContent).toBe(button);
    await expectAccessible(main);
    find('button').click();
    await expect.poll(() => find('[role=status]').textContent).toBe(said);
    expect(Object.keys(localStorage)).toEqual(['of-somebody-else']);
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(await caches.match('/data')).toBeUndefined();
  });

  it('stays where the browser refuses, and that is said', async () => {
    const refused = vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    localStorage.setItem('mado-trail', '[]');
    open();
    find('button').click();
    await expect.poll(() => find('[role=status]').textContent).toContain('消せませんでした');
    refused.mockRestore();
  });
});
