/** What stays free below the panel. */
const gap = 12;

/**
 * Tells the style sheet, as `--room`, how high a panel below the field may be: what is visible of the page, without the
 * part that an on-screen keyboard takes.
 */
export function measureRoom(element: HTMLElement, field: HTMLElement): void {
  const { offsetTop, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight };
  const room = offsetTop + height - field.getBoundingClientRect().bottom - gap;
  element.style.setProperty('--room', `${Math.round(room)}px`);
}
