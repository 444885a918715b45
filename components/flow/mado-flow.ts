import { pageLanguage } from '../base/page.ts';
import { addToTrail } from '../base/trail.ts';
import { fire } from '../events.ts';
import { type Answer, keepWay, type Way, wayHere } from './flow-path.ts';
import { messages } from './messages.ts';

/**
 * A flow, one step at a time. Steps are places of the page and choices are links to them, so every step has its address
 * and a history entry; the element shows the step that the address names, remembers the answers, and offers the ways
 * back. Without it, the same links lead through the whole text.
 * @fires mado-flow-step
 */
export class MadoFlow extends HTMLElement {
  #path: readonly Answer[] = [];
  /** The way of a link that was just followed, for the history entry it makes. */
  #pending: Way | null = null;
  #onMove = () => this.#move();

  connectedCallback(): void {
    window.addEventListener('hashchange', this.#onMove);
    if (this.dataset['ready'] !== undefined) return;
    this.dataset['ready'] = '';
    this.addEventListener('click', (event) => this.#follow(event));
    for (const step of this.#steps) step.querySelector('h2')?.setAttribute('tabindex', '-1');
    const named = this.#named;
    this.#path = (named && wayHere()?.answers) ?? [];
    this.#show(named ?? this.#first);
    if (!named || named === this.#first) return;
    this.scrollIntoView();
    this.#tell(named);
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onMove);
  }

  get #steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.flow-step')];
  }

  get #first(): HTMLElement {
    const [first] = this.#steps;
    if (!first) throw new Error('<mado-flow> needs a step inside');
    return first;
  }

  /** The step that the address names, if it names one of this flow. */
  get #named(): HTMLElement | undefined {
    return this.#steps.find(({ id }) => location.hash === `#${id}`);
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isHere = link && link.pathname === location.pathname && link.hash && link.hash !== location.hash;
    if (!isHere || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const step = link.closest<HTMLElement>('.flow-step');
    if (link.dataset['back'] !== undefined && wayHere()?.isByChoice) {
      event.preventDefault();
      history.back();
    } else if (step && link.matches('.choice a')) {
      this.#pending = { answers: [...this.#path, answerOf(step, link)], isByChoice: true };
    } else {
      const answered = this.#path.findIndex((answer) => link.hash === `#${answer.step}`);
      this.#pending = { answers: this.#path.slice(0, Math.max(answered, 0)), isByChoice: false };
    }
  }

  #move(): void {
    const step = this.#named ?? (location.hash ? undefined : this.#first);
    // A place elsewhere on the page, such as the way past the navigation: the step stays.
    if (!step) return;
    const before = this.#path;
    if (this.#pending) keepWay(this.#pending);
    this.#pending = null;
    this.#path = wayHere()?.answers ?? [];
    this.#show(step);
    step.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    this.scrollIntoView();
    const isBack = step === this.#first || before.some((answer) => answer.step === step.id);
    if (!isBack) this.#tell(step);
  }

  #show(step: HTMLElement): void {
    for (const known of this.#steps) known.toggleAttribute('data-current', known === step);
    // A step has the same address in every language.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-nav a[hreflang]')) {
      link.hash = step === this.#first ? '' : step.id;
    }
    for (const old of this.querySelectorAll('.flow-path, .flow-ways')) old.remove();
    if (step === this.#first) return;
    const says = messages[pageLanguage()];
    const last = this.#path.at(-1);
    if (last) step.before(pathList(this.#path, says.path));
    const ways = document.createElement('p');
    ways.className = 'flow-ways';
    if (last) ways.append(way(says.back, last.step, 'back'));
    ways.append(way(says.restart, this.#first.id, 'restart'));
    step.after(ways);
  }

  /** Tells the trail and whoever counts that the reader has come to a step. */
  #tell(step: HTMLElement): void {
    const url = location.pathname;
    fire(this, 'mado-flow-step', { url, step: step.id, isOutcome: step.dataset['step'] === 'outcome' });
    const answers = [...this.#path];
    const title = document.querySelector<HTMLElement>('[data-article]')?.dataset['article'];
    if (answers.length === 0 || !title) return;
    addToTrail({ kind: 'flow', url, title, answers, step: step.id, reached: titleOf(step), at: Date.now() });
  }
}

function answerOf(step: HTMLElement, link: HTMLElement): Answer {
  return { step: step.id, question: titleOf(step), answer: textOf(link) };
}

function titleOf(step: HTMLElement): string {
  return textOf(step.querySelector('h2'));
}

/** As much of a text as the trail takes. */
function textOf(element: Element | null): string {
  return (element?.textContent ?? '').trim().slice(0, 200);
}

function pathList(path: readonly Answer[], label: string): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'flow-path';
  list.setAttribute('aria-label', label);
  for (const { step, question, answer } of path) {
    const item = document.createElement('li');
    const given = document.createElement('strong');
    given.textContent = answer;
    item.append(way(question, step), given);
    list.append(item);
  }
  return list;
}

function way(text: string, step: string, name?: 'back' | 'restart'): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `#${step}`;
  link.textContent = text;
  if (name) link.dataset[name] = '';
  return link;
}

customElements.define('mado-flow', MadoFlow);
