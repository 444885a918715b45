const name = 'mado-letters';

/** Whether a message may be waiting on this device: a glance that costs a page nothing. */
export function areLettersMarked(): boolean {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

export function markLetters(areThere: boolean): void {
  try {
    if (areThere) localStorage.setItem(name, '1');
    else localStorage.removeItem(name);
  } catch {
    // Storage is switched off: nothing waits then.
  }
}
