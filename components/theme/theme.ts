/** Where the choice is kept. Nothing kept is the device's own theme. */
export const themeKey = 'mado-theme';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** What the reader chose on this device. */
export function chosenTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(themeKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // Storage may be switched off: then the page says what is in force.
    const shown = document.documentElement.dataset['theme'];
    return shown === 'light' || shown === 'dark' ? shown : 'system';
  }
}

/** Keeps the choice, and shows the page in it. Where nothing can be kept, it holds for this page. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, choice);
  } catch {
    // Shown all the same.
  }
  showTheme(choice);
}

/** Shows the page in a theme, the browser's own frame around it too. */
export function showTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = choice;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset['theme'] ?? '';
    meta.media = choice === 'system' ? `(prefers-color-scheme: ${own})` : choice === own ? 'all' : 'not all';
  }
}

/** Follows the choice as it is made in another tab. */
export function followTheme(changed?: (choice: ThemeChoice) => void): void {
  showTheme(chosenTheme());
  window.addEventListener('storage', ({ key }) => {
    if (key !== themeKey && key !== null) return;
    showTheme(chosenTheme());
    changed?.(chosenTheme());
  });
}
