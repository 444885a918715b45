const key = 'mado-folded';

/** The notices that a reader has folded, in this tab and for this visit. */
export function foldedNotices(): string[] {
  try {
    return (sessionStorage.getItem(key) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

export function rememberFolded(id: string, isFolded: boolean): void {
  try {
    const others = foldedNotices().filter((other) => other !== id);
    sessionStorage.setItem(key, [...others, ...(isFolded ? [id] : [])].join(' '));
  } catch {
    // Storage is full or switched off: it is open again on the next page.
  }
}
