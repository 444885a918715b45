import { afterEach, describe, expect, it } from 'vitest';
import '../../../components/theme/mado-theme.ts';
import { themeKey } from '../../../components/theme/theme.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { textsFor } from '../../../site/i18n/texts.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

/** The choice as `ThemeChoice.astro` builds it. */
function showChoice(language: Language = 'en'): void {
  const says = textsFor(language).theme;
  const radios = (['system', 'light', 'dark'] as const).map(
    (choice) =>
      `<label><input type="radio" name="theme" value="${choice}" ${choice === 'system' ? 'checked' : ''} /> ${says[choice]}</label>`,
  );
  const fieldset = `<fieldset><legend>${says.label}</legend>${radios.join('')}</fieldset>`;
  show(`<mado-theme class="theme-choice">${fieldset}</mado-theme>`, language);
}

const radio = (choice: string) => find(`input[value="${choice}"]`) as HTMLInputElement;
const root = document.documentElement;
const media = () =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(({ media }) => media);

describe('the choice of a theme', () => {
  afterEach(() => {
    delete root.dataset['theme'];
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.remove();
  });

  it('is the device’s own until somebody chooses', () => {
    showChoice();
    expect(radio('system').checked).toBe(true);
    expect(root.dataset['theme']).toBeUndefined();
  });

  it('is shown and kept, and given up again', () => {
    showChoice();
    radio('dark').click();
    expect(getComputedStyle(root).colorScheme).toBe('dark');
    expect(localStorage.getItem(themeKey)).toBe('dark');
    radio('system').click();
    expect(getComputedStyle(root).colorScheme).toBe('light dark');
    expect(localStorage.getItem(themeKey)).toBeNull();
  });

  it('that was made before is the one that is marked', () => {
    localStorage.setItem(themeKey, 'light');
    showChoice();
    expect(radio('light').checked).toBe(true);
  });

  it('that somebody else wrote there is no choice', () => {
    localStorage.setItem(themeKey, 'purple');
    showChoice();
    expect(radio('system').checked).toBe(true);
    expect(root.dataset['theme']).toBeUndefined();
  });

  it('follows what is chosen in another tab', () => {
    showChoice();
    localStorage.setItem(themeKey, 'dark');
    window.dispatchEvent(new StorageEvent('storage', { key: themeKey }));
    expect(radio('dark').checked).toBe(true);
    expect(root.dataset['theme']).toBe('dark');
  });

  it('colours the browser around the page, too', () => {
    document.head.insertAdjacentHTML(
      'beforeend',
      `<meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)" data-theme="light">
       <meta name="theme-color" content="#000" media="(prefers-color-scheme: dark)" data-theme="dark">`,
    );
    showChoice();
    radio('dark').click();
    expect(media()).toEqual(['not all', 'all']);
    radio('system').click();
    expect(media()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  });

  it('has targets that a thumb hits', () => {
    showChoice();
    for (const label of document.querySelectorAll('label')) {
      expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  });

  it.for(['ja', 'en'] as const)('is accessible (%s)', async (language) => {
    showChoice(language);
    await expectAccessible(find('mado-theme'));
  });
});
