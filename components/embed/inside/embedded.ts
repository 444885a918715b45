import { html, render } from 'lit';
import { pageLanguage } from '../../base/page.ts';
import type { MadoContact } from '../../contact/mado-contact.ts';
import { showTheme } from '../../theme/theme.ts';
import { isToFrame, type Prefill, type ToHost } from '../between.ts';
import { keepIdentity } from './identity.ts';
import { messages } from './messages.ts';

/** Tells the page that the portal stands on; nothing if it stands on none. */
export function tellHost(is: ToHost['is']): void {
  // It holds nothing of what somebody reads or writes: whoever may frame the portal may hear it.
  if (window.parent !== window) window.parent.postMessage({ madoguchi: 1, is } satisfies ToHost, '*');
}

/** What a page does in a frame on another site: a bar to move by, and what the host has filled in. */
export function beEmbedded(): void {
  showBar();
  // Beside the main part of the page around it.
  document.querySelector('main')?.setAttribute('aria-label', messages[pageLanguage()].main);
  window.addEventListener('message', ({ source, data }) => {
    // Who may be the parent, the pages' policy says.
    if (source !== window.parent || !isToFrame(data)) return;
    showTheme(data.theme === 'auto' ? 'system' : data.theme);
    const { identity } = data;
    keepIdentity(identity);
    void fill({ ...data.prefill, ...(identity ? { email: identity.email, name: identity.name ?? '' } : {}) });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) tellHost('close');
  });
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && (link.origin !== location.origin || isOnesOwn(link.pathname))) link.target = '_blank';
  });
  document.addEventListener('mado-ticket-opened', () => tellHost('sent'));
  tellHost('ready');
}

/** Pages that no other site may show, see `api/embed/framed-pages.ts`. */
function isOnesOwn(path: string): boolean {
  return /^\/[a-z]{2}\/(requests|my-data|my-requests|offline|api-reference|notices\/mail)\//.test(path);
}

function showBar(): void {
  const language = pageLanguage();
  const says = messages[language];
  const bar = document.createElement('nav');
  bar.className = 'embed-bar';
  bar.setAttribute('aria-label', says.bar);
  const isHome = location.pathname === `/${language}/embed/`;
  render(
    html`${
        isHome
          ? html`<span></span>`
          : html`<button class="embed-link" type="button" @click=${() => history.back()}>${says.back}</button>
              <a href=${`/${language}/embed/`}>${says.home}</a>`
      }
      <a href=${isHome ? `/${language}/` : location.pathname + location.search} target="_blank" rel="noopener"
        >${says.whole}</a
      >`,
    bar,
  );
  document.querySelector('main')?.before(bar);
}

/** Fills in fields that are still empty, and chooses the category with its questions, once the form can. */
async function fill(fields: Prefill): Promise<void> {
  const contact = document.querySelector<MadoContact>('mado-contact');
  if (!contact) return;
  const texts = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
  await customElements.whenDefined('mado-contact');
  contact.fillIn(Object.fromEntries(texts));
  // As if it had been typed: articles are offered for it.
  contact.querySelector('[name=subject]')?.dispatchEvent(new Event('input', { bubbles: true }));
}
