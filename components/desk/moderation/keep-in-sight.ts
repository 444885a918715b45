/** So much of what is around a line is in sight, too. */
const marginPx = 8;

/** Scrolls a list until the line of what is open is in sight; never the page, on which somebody reads. */
export function keepInSight(list: HTMLElement | null): void {
  const line = list?.querySelector('.ticket-row:has(a[aria-current=true])')?.getBoundingClientRect();
  // On a phone the list is not there while something is open.
  if (!list || !line || line.height === 0) return;
  const box = list.getBoundingClientRect();
  // What can be done with a selection stands over the last lines.
  const covered = list.querySelector('.bulk')?.getBoundingClientRect().height ?? 0;
  const top = Math.max(box.top, 0) + marginPx;
  const bottom = Math.min(box.bottom, window.innerHeight) - covered - marginPx;
  if (line.top < top) list.scrollTop -= top - line.top;
  else if (line.bottom > bottom) list.scrollTop += line.bottom - bottom;
}
