import '../hours/mado-hours.ts';
import '../notices/mado-notices.ts';
import '../theme/mado-theme.ts';
import { areLettersMarked } from '../letters/letter-mark.ts';
import { registerWorker } from '../offline/register.ts';
import { addToTrail } from './trail.ts';

/*
 * The one script of every page: small, and all it does at once is note which article was opened. Elements are fetched
 * when a reader comes near them; until then, and without it, the page's own forms and links work.
 */

rememberArticle();
onFirstTouch('mado-search', () => import('../search/mado-search.ts'));
onFirstTouch('form:has(mado-attachments)', () => import('../attachments/mado-attachments.ts'));
onFirstTouch('form[data-proof]', async () => {
  const { proveForm } = await import('../challenge/proven-form.ts');
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-proof]')) proveForm(form);
});
onSight('mado-feedback', () => import('../feedback/mado-feedback.ts'));
onSight('mado-video', () => import('../video/mado-video.ts'));
if (document.documentElement.hasAttribute('data-embedded')) {
  void import('../embed/inside/embedded.ts').then(({ beEmbedded }) => beEmbedded());
}
if (document.querySelector('mado-contact')) void import('../contact/mado-contact.ts');
else if (areLettersMarked()) void import('../letters/letter-line.ts').then(({ showLetterLine }) => showLetterLine());
onContents();
if (document.querySelector('mado-tabs')) void import('../tabs/mado-tabs.ts');
if (document.querySelector('mado-copy-link')) void import('../copy-link/mado-copy-link.ts');
if (document.querySelector('mado-device-data')) void import('../privacy/mado-device-data.ts');
if (document.querySelector('mado-rating')) void import('../rating/mado-rating.ts');
if (document.querySelector('mado-flow')) void import('../flow/mado-flow.ts');
if (document.querySelector('mado-kept-pages')) void import('../offline/mado-kept-pages.ts');
if (document.documentElement.hasAttribute('data-keeps')) {
  addEventListener('load', registerWorker);
}
addSearchKeys();

function rememberArticle() {
  const title = document.querySelector<HTMLElement>('[data-article]')?.dataset['article'];
  if (title) addToTrail({ kind: 'page', url: location.pathname, title, at: Date.now() });
}

/** Loads an element as a reader comes to it. If it does not arrive, its form works by itself, and the next touch tries again. */
function onFirstTouch(selector: string, load: () => Promise<unknown>) {
  const element = document.querySelector(selector);
  if (!element) return;
  const events = ['focusin', 'pointerdown', 'dragenter'] as const;
  const loadOnce = () => {
    load().then(stopListening, () => undefined);
  };
  const stopListening = () => {
    for (const event of events) element.removeEventListener(event, loadOnce);
  };
  for (const event of events) element.addEventListener(event, loadOnce);
  if (element.hasAttribute('data-page') && new URLSearchParams(location.search).has('q')) loadOnce();
}

/** The list of contents marks the section that is read, once it is read on. */
function onContents() {
  const nav = document.querySelector('.contents');
  if (!nav) return;
  const load = () =>
    void import('../contents/current-section.ts').then(({ markCurrentSection }) => markCurrentSection(nav));
  addEventListener('scroll', load, { once: true, passive: true });
}

/** Loads an element as it comes into view. A form in it that is sent before that waits for the element. */
function onSight(name: string, load: () => Promise<unknown>) {
  const element = document.querySelector(name);
  if (!element) return;
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    void load();
  });
  observer.observe(element);
  const hold = (event: Event) => {
    if (customElements.get(name) || !(event instanceof SubmitEvent)) return;
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    const sendOnItsOwn = () => {
      element.removeEventListener('submit', hold);
      form.requestSubmit(submitter);
    };
    // Should the element not arrive, the form goes its own way after all.
    load().then(sendOnItsOwn, sendOnItsOwn);
  };
  element.addEventListener('submit', hold);
}

/** `/` and Ctrl/Cmd-K lead to the search field, unless somebody is writing elsewhere. */
function addSearchKeys() {
  document.addEventListener('keydown', (event) => {
    // A browser that fills in a field sends an event of this name without a key.
    if (!event.key || event.isComposing || event.defaultPrevented) return;
    const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    const field = document.querySelector<HTMLInputElement>('mado-search input');
    if ((!isShortcut && !isSlash) || !field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
