// @ts-check
/*
 * Which platform's text a page shows. It stands in the page's head and runs before anything is painted, so that nothing
 * moves: what was chosen before on this visit, otherwise what the browser looks like, a guess that only decides what is
 * seen first. It is plain JavaScript because it is served as it stands. Without it, every text is shown with its name.
 */
(() => {
  const key = 'madoguchi.platform';
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  /** @type {{ id: string, signs: string[] }[]} */
  const platforms = JSON.parse(script?.dataset['platforms'] ?? '[]');
  const [first] = platforms;
  // An old browser shows all of them.
  if (!first || !('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  /** @param {string} id */
  const show = (id) => {
    sheet.replaceSync(`@media screen { .for:not([data-platform~='${id}']) { display: none !important; } }`);
    document.documentElement.dataset['platform'] = id;
  };
  /** Storage may be forbidden: then the choice holds for the page. */
  const kept = () => {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const known = platforms.find(({ id }) => id === kept());
  const guessed = platforms.find(({ signs }) => signs.some((sign) => navigator.userAgent.includes(sign)));
  show((known ?? guessed ?? first).id);

  // oxlint-disable-next-line unicorn/consistent-function-scoping -- a plain script has no scope outside of this one
  const check = () => {
    for (const input of document.querySelectorAll('.platform-switch input'))
      if (input instanceof HTMLInputElement)
        input.checked = input.value === document.documentElement.dataset['platform'];
  };
  document.addEventListener('DOMContentLoaded', check);
  // A page that comes back from the browser's memory may show the choice of another page by now.
  addEventListener('pageshow', (event) => {
    const again = platforms.find(({ id }) => id === kept());
    if (event.persisted && again) show(again.id);
    check();
  });
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest('.platform-switch')) return;
    show(target.value);
    try {
      sessionStorage.setItem(key, target.value);
    } catch {
      // It holds for this page.
    }
  });
})();
