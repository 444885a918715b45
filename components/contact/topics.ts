import { fillEmpty, valuesIn } from './fields.ts';

/**
 * What a message is about: its links lead to pages with the questions of a category; here they change the questions in
 * place. What was answered to a question that the other category asks as well stays.
 */
export class Topics {
  #form: HTMLFormElement;
  /** What the page is about by itself. */
  #first: string;
  /** Answers to questions that are not asked at the moment: who changes back finds them again. */
  #answers: Record<string, string> = {};

  constructor(form: HTMLFormElement, onChoose: (name: string, questions: number) => void) {
    this.#form = form;
    this.#first = this.chosen;
    this.#lay(this.chosen);
    for (const link of this.#links) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        this.choose(link.dataset['topic'] ?? '');
        onChoose(link.textContent.trim(), this.#place?.querySelectorAll('[data-question]').length ?? 0);
      });
    }
  }

  /** The slug of the category; empty for none. */
  get chosen(): string {
    return this.#field?.value ?? '';
  }

  /** Asks the questions of a category. One that is not there, or none, has no questions. */
  choose(slug: string): void {
    if (!this.#field || !this.#links.some((link) => link.dataset['topic'] === slug)) return;
    this.#answers = { ...this.#answers, ...valuesIn(this.#form) };
    this.#lay(this.chosen);
    this.#field.value = slug;
    for (const link of this.#links) {
      if (link.dataset['topic'] === slug) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#place?.replaceChildren(...this.#questionsOf(slug));
    fillEmpty(this.#form, this.#answers);
  }

  /** As the page was before anything was chosen or answered. */
  reset(): void {
    this.choose(this.#first);
    this.#answers = {};
    this.#place?.replaceChildren(...this.#questionsOf(this.#first));
    if (this.#first === '') for (const link of this.#links) link.removeAttribute('aria-current');
  }

  /** What is asked now is laid aside as the page has it, so that it can be asked again. */
  #lay(slug: string): void {
    const { innerHTML = '' } = this.#place ?? {};
    if (slug === '' || !innerHTML.trim() || this.#templateOf(slug)) return;
    const template = document.createElement('template');
    template.dataset['topic'] = slug;
    template.innerHTML = innerHTML;
    this.#form.append(template);
  }

  #questionsOf(slug: string): Node[] {
    const template = this.#templateOf(slug);
    return template ? [template.content.cloneNode(true)] : [];
  }

  #templateOf(slug: string): HTMLTemplateElement | null {
    return this.#form.querySelector<HTMLTemplateElement>(`template[data-topic="${CSS.escape(slug)}"]`);
  }

  get #links(): HTMLElement[] {
    return [...this.#form.querySelectorAll<HTMLElement>('a[data-topic]')];
  }

  get #place(): HTMLElement | null {
    return this.#form.querySelector('[data-place=questions]');
  }

  get #field(): HTMLInputElement | null {
    return this.#form.querySelector('input[name=category]');
  }
}
