/** Between what is read and the edge of what covers the page. */
const gapPx = 16;

/**
 * Moves the page so that the newest of a conversation is in sight, between what sticks above and below it: its end, or
 * its beginning where it is longer than the room there is. At once, and never further up than the page is.
 */
export function bringNewestInSight(conversation: Element): void {
  const newest = [...conversation.querySelectorAll('.messages > .message')].at(-1);
  const last = conversation.querySelector('.messages > :last-child');
  if (!newest || !last) return;
  const above = ['.ticket-header', '.ticket-ways'].map((part) => heightOfSticky(conversation.querySelector(part)));
  const top = Math.max(...above) + gapPx;
  const bottom = window.innerHeight - heightOfSticky(conversation.querySelector('mado-ticket-composer')) - gapPx;
  const below = Math.max(newest.getBoundingClientRect().bottom, last.getBoundingClientRect().bottom) - bottom;
  const by = Math.min(below, newest.getBoundingClientRect().top - top);
  if (by > 0) window.scrollBy({ top: by, behavior: 'instant' });
}

function heightOfSticky(element: Element | null): number {
  if (!element || getComputedStyle(element).position !== 'sticky') return 0;
  return element.getBoundingClientRect().height;
}
