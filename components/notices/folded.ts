const key = 'mado-folded';

/*
 * Which notices a reader has folded or opened, in this tab and for this visit: ids, with a `+` before one that was opened.
 */

/** Whether a reader has folded a notice; `null` for one they left as it was. */
export function foldedByReader(id: string): boolean | null {
  const choices = readChoices();
  return choices.includes(id) ? true : choices.includes(`+${id}`) ? false : null;
}

export function rememberFolded(id: string, isFolded: boolean): void {
  try {
    const others = readChoices().filter((choice) => choice !== id && choice !== `+${id}`);
    sessionStorage.setItem(key, [...others, isFolded ? id : `+${id}`].join(' '));
  } catch {
    // Storage is full or switched off: the next page shows it as if for the first time.
  }
}

function readChoices(): string[] {
  try {
    return (sessionStorage.getItem(key) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
