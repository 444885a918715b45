import { chooseTheme, chosenTheme, followTheme, type ThemeChoice } from './theme.ts';

/** Light, dark, or as the device has it: radio buttons in the page, which this keeps in step with the choice. */
export class MadoTheme extends HTMLElement {
  connectedCallback(): void {
    this.#check(chosenTheme());
    followTheme((choice) => this.#check(choice));
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) chooseTheme(target.value as ThemeChoice);
    });
  }

  #check(choice: ThemeChoice): void {
    const radio = this.querySelector<HTMLInputElement>(`input[value="${choice}"]`);
    if (radio) radio.checked = true;
  }
}

customElements.define('mado-theme', MadoTheme);

declare global {
  interface HTMLElementTagNameMap {
    'mado-theme': MadoTheme;
  }
}
