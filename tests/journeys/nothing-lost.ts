import { expect, type Page } from '@playwright/test';

/** As WCAG 2.2 names them: 1.4.10 (320 px, which is 1280 px at 400 %), 1.4.4 (200 %), 1.4.12 (text spacing). */
const views: Record<string, { width: number; height: number; textSize?: string; isSpaced?: true }> = {
  '320 px': { width: 320, height: 640 },
  '1280 px at 400 %': { width: 320, height: 256 },
  '1280 px at 200 %': { width: 640, height: 400 },
  'text at 200 %': { width: 1280, height: 800, textSize: '200%' },
  'text at 200 % on a phone': { width: 390, height: 844, textSize: '200%' },
  'text spacing': { width: 320, height: 640, isSpaced: true },
};

/** The page says that nothing is lost in any of these views. */
export async function expectNothingLost(page: Page): Promise<void> {
  for (const [name, { width, height, textSize = '', isSpaced = false }] of Object.entries(views)) {
    await page.setViewportSize({ width, height });
    await page.evaluate(
      ([size, spaced]) => {
        document.documentElement.style.fontSize = size;
        const sheet = new CSSStyleSheet();
        if (spaced) {
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
        }
        document.adoptedStyleSheets = [sheet];
      },
      [textSize, isSpaced] as const,
    );
    expect(await page.evaluate(lostOnPage), name).toEqual([]);
  }
}

/** In the page: what makes it wider than the screen, text outside of what shows it, and controls on top of each other. */
// oxlint-disable unicorn/consistent-function-scoping -- it travels to the page, and takes nothing along
function lostOnPage(): string[] {
  const lost: string[] = [];
  const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
  /** Without what is scrolled out of sight. */
  const shownBoxes = (element: Element) => {
    let boxes = [...element.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (!/auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowX)) continue;
      const { left, right } = around.getBoundingClientRect();
      boxes = boxes.map((box) => ({ ...box, left: Math.max(box.left, left), right: Math.min(box.right, right) }));
    }
    return boxes;
  };
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) lost.push(`the page is ${scrollWidth} px wide`);

  const isLeftOut = (element: Element) => element.closest('.visually-hidden, .skip-link') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || isLeftOut(parent) || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right } of range.getClientRects()) {
      if (right <= left) continue;
      let around: Element | null = parent;
      let isScrolled = false;
      while (around && around !== document.body) {
        const style = getComputedStyle(around);
        if (/auto|scroll/.test(style.overflowX) || style.textOverflow === 'ellipsis') isScrolled = true;
        const box = around.getBoundingClientRect();
        const isClipping = /hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis';
        if (!isScrolled && isClipping && right > box.right + 1) lost.push(`${nameOf(around)} cuts ${node.textContent}`);
        around = around.parentElement;
      }
      if (!isScrolled && (left < -1 || right > innerWidth + 1)) lost.push(`off the screen: ${node.textContent}`);
    }
  }

  const controls = [...document.querySelectorAll('a, button, input, select, textarea, summary, legend')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isLeftOut(element))
    .map((element) => ({ element, boxes: shownBoxes(element) }));
  // What stays in sight lies on what is moved under it, and gives it free again.
  const staying = (element: Element) => element.closest('mado-ticket-composer');
  for (const [index, one] of controls.entries()) {
    for (const other of controls.slice(index + 1)) {
      if (staying(one.element) !== staying(other.element)) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const isOver = one.boxes.some((a) =>
        other.boxes.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6,
        ),
      );
      if (isOver)
        lost.push(
          `${nameOf(one.element)} ${one.element.textContent} lies on ${nameOf(other.element)} ${other.element.textContent}`,
        );
    }
  }
  return [...new Set(lost)];
}
// oxlint-enable unicorn/consistent-function-scoping
