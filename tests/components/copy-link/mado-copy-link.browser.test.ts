import { describe, expect, it, onTestFinished, vi } from 'vitest';
import '../../../components/copy-link/mado-copy-link.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

const address = 'https://help.example.jp/ja/requests/k3yk3y/';

/** A page with an address on it, in a browser that copies, refuses to, or cannot. */
function openPage(copy: ((text: string) => Promise<void>) | null, language: Language = 'ja'): HTMLElement {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
  if (!own) throw new Error('This browser has no clipboard to take away');
  onTestFinished(() => void Object.defineProperty(Navigator.prototype, 'clipboard', own));
  if (copy) vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(copy);
  else Reflect.deleteProperty(Navigator.prototype, 'clipboard');
  onTestFinished(() => void vi.restoreAllMocks());
  return show(
    `<mado-copy-link class="copy-link"><span class="copy-link-address" data-address>${address}</span></mado-copy-link>`,
    language,
  );
}

describe('an address that can be copied', () => {
  it.for([
    { language: 'ja', button: 'コピーする', said: 'アドレスをコピーしました。' },
    { language: 'en', button: 'Copy link', said: 'Link copied.' },
  ] as const)('is copied by a button that says so ($language)', async ({ language, button, said }) => {
    const copied: string[] = [];
    const main = openPage(async (text) => void copied.push(text), language);
    expect(find('button').textContent).toBe(button);
    expect(find('[role=status]').textContent).toBe('');
    find('button').click();
    await expect.poll(() => find('[role=status]').textContent).toBe(said);
    expect(copied).toEqual([address]);
    await expectAccessible(main);
  });

  it('is selected where the browser refuses, with what to do', async () => {
    openPage(() => Promise.reject(new DOMException('Not allowed', 'NotAllowedError')));
    find('button').click();
    await expect.poll(() => find('[role=status]').textContent).toContain('コピーできませんでした');
    expect(getSelection()?.toString()).toBe(address);
  });

  it('is text alone where there is no clipboard', () => {
    openPage(null);
    expect(document.querySelector('button')).toBeNull();
    expect(find('mado-copy-link').textContent).toBe(address);
  });

  it('gets one button, also when it is moved', () => {
    openPage(async () => undefined);
    const element = find('mado-copy-link');
    find('main').append(document.createElement('p'), element);
    expect(document.querySelectorAll('button')).toHaveLength(1);
  });
});
