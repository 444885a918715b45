import '../../site/styles/site.css';
import { onTestFinished } from 'vitest';
import type { PortalEventName, PortalEvents } from '../../components/events.ts';
import type { Language } from '../../content/schema/languages.ts';
import { textsFor } from '../../site/i18n/texts.ts';

/*
 * Parts of the pages as `site/` builds them, in a few lines: `SearchBox.astro`, `Field.astro`, `Feedback.astro` and the
 * form of the contact page. The elements find here what they find there.
 */

/** Where the tests stand; those of an address go elsewhere for a while. */
const address = location.href;

/** Puts markup into a page of that language, and takes it and what the browser remembers away when the test is over. */
export function show(markup: string, language: Language = 'ja'): HTMLElement {
  document.documentElement.lang = language;
  document.body.innerHTML = `<main id="main">${markup}</main>`;
  onTestFinished(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
    localStorage.clear();
    history.replaceState(null, '', address);
  });
  const main = document.querySelector('main');
  if (!main) throw new Error('The page has no main');
  return main;
}

/** The first element that fits, which has to be there. */
export function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}`);
  return element;
}

/** The form field with that name, which has to be there. */
export function fieldNamed(name: string): HTMLInputElement | HTMLTextAreaElement {
  const field = find(`[name="${name}"]`);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field;
  throw new Error(`${name} is no field`);
}

/** Keeps what an event of the house says, each time it is heard. */
export function listen<N extends PortalEventName>(name: N): PortalEvents[N][] {
  const heard: PortalEvents[N][] = [];
  const keep = (event: Event) => {
    if (event instanceof CustomEvent) heard.push(event.detail as PortalEvents[N]);
  };
  document.addEventListener(name, keep);
  onTestFinished(() => document.removeEventListener(name, keep));
  return heard;
}

export function searchBox(language: Language = 'ja', isResultsPage = false): string {
  const says = textsFor(language).search;
  return `<mado-search class="search-box" data-size="large" ${isResultsPage ? 'data-page' : ''}>
    <form class="search-form" action="/${language}/search/" method="get" role="search">
      <label class="visually-hidden" for="search-field">${says.label}</label>
      <input class="search-field" id="search-field" type="search" name="q" dir="auto" placeholder="${says.placeholder}"
        maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" />
      <button class="search-submit" type="submit">${says.button}</button>
    </form>
  </mado-search>`;
}

export function contactForm(language: Language = 'ja', topics = ''): string {
  const says = textsFor(language).contact;
  return `<mado-contact class="contact" data-time-zone="Asia/Tokyo">
    <div data-place="ways"></div>
    <div data-place="letters"></div>
    <form id="contact" class="form" action="/api/tickets" method="post">
      <h2 class="visually-hidden">${says.form}</h2>
      <div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
      <input type="hidden" name="language" value="${language}" />
      ${topics}
      ${field({ name: 'subject', label: says.subject, hint: says.subjectHint, maxlength: 120 })}
      <div data-place="suggestions"></div>
      ${field({ name: 'message', label: says.message, hint: says.messageHint, maxlength: 5000, isLong: true })}
      <div data-place="message-suggestions"></div>
      ${field({ name: 'email', label: says.email, hint: says.emailHint, maxlength: 254, type: 'email' })}
      ${field({ name: 'name', label: says.name, optional: says.optional, maxlength: 80 })}
      <div data-place="trail"></div>
      <div data-place="draft"></div>
      <div class="visually-hidden" inert aria-hidden="true">
        <label for="contact-website">${says.trap}</label>
        <input id="contact-website" name="website" tabindex="-1" autocomplete="off" />
      </div>
      <p class="form-send"><button class="button" data-primary type="submit">${says.send}</button></p>
      <p class="form-note">${says.privacy}</p>
    </form>
  </mado-contact>`;
}

export function feedbackForm(language: Language = 'ja'): string {
  const says = textsFor(language).feedback;
  return `<mado-feedback class="feedback">
    <form id="feedback" class="feedback-form" action="/api/feedback/votes" method="post">
      <input type="hidden" name="language" value="${language}" />
      <input type="hidden" name="kind" value="faq" />
      <input type="hidden" name="slug" value="return-policy" />
      <div class="problem" data-slot="problem" role="alert" hidden></div>
      <h2 class="feedback-question" id="feedback-question">${says.question}</h2>
      <div class="feedback-answers" role="group" aria-labelledby="feedback-question">
        <button class="button" type="submit" name="helpful" value="yes">${says.yes}</button>
        <button class="button" type="submit" name="helpful" value="no">${says.no}</button>
      </div>
    </form>
    <p class="feedback-thanks" id="thanks" tabindex="-1">${says.thanks}</p>
  </mado-feedback>`;
}

interface Field {
  name: string;
  label: string;
  maxlength: number;
  hint?: string;
  optional?: string;
  type?: 'text' | 'email';
  isLong?: boolean;
}

function field({ name, label, maxlength, hint, optional, type = 'text', isLong = false }: Field): string {
  const id = `contact-${name}`;
  const described = hint ? `${id}-hint ${id}-error` : `${id}-error`;
  const shared = `id="${id}" name="${name}" maxlength="${maxlength}" aria-describedby="${described}" ${optional ? '' : 'required'}`;
  return `<div class="field">
    <label for="${id}"><span data-label>${label}</span>${optional ? `<span class="field-optional">${optional}</span>` : ''}</label>
    ${hint ? `<p class="field-hint" id="${id}-hint">${hint}</p>` : ''}
    ${isLong ? `<textarea ${shared} rows="8"></textarea>` : `<input ${shared} type="${type}" />`}
    <p class="field-error" id="${id}-error" hidden></p>
  </div>`;
}
