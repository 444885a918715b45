const key = 'mado-return';
/** As long as the link in a mail works. */
const longestMs = 24 * 60 * 60_000;

/** Keeps where somebody wants to go on once they have followed the link of a mail, which opens in another tab. */
export function keepPlaceToReturn(to: string): void {
  try {
    localStorage.setItem(key, JSON.stringify({ to, at: Date.now() }));
  } catch {
    // Nothing can be kept: they arrive at the forum.
  }
}

/** Where they wanted to go on; the forum when nothing is known. The server looks at it before it leads anywhere. */
export function placeToReturn(): string {
  try {
    const { to, at } = JSON.parse(localStorage.getItem(key) ?? '') as { to: string; at: number };
    return Date.now() - at < longestMs ? to : '';
  } catch {
    return '';
  }
}
