/**
 * Sections side by side behind a row of tabs (ARIA tabs pattern). Without the element, they stand one below the other.
 */
export class MadoTabs extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset['ready'] !== undefined) return;
    const panels = [...this.querySelectorAll<HTMLElement>(':scope > .tab')];
    const list = document.createElement('div');
    list.className = 'tab-list';
    list.setAttribute('role', 'tablist');
    const tabs = panels.map((panel, index) => makeTab(panel, `tab-${uniqueNumber()}-${index}`));
    list.append(...tabs);
    this.prepend(list);
    this.dataset['ready'] = '';

    const select = (index: number, isFocused: boolean) => {
      for (const [position, tab] of tabs.entries()) {
        const isSelected = position === index;
        tab.setAttribute('aria-selected', String(isSelected));
        tab.tabIndex = isSelected ? 0 : -1;
        panels[position]?.toggleAttribute('data-selected', isSelected);
        if (isSelected && isFocused) tab.focus();
      }
    };
    list.addEventListener('click', (event) => {
      const index = tabs.indexOf(event.target as HTMLButtonElement);
      if (index >= 0) select(index, true);
    });
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const now = tabs.findIndex((tab) => tab.ariaSelected === 'true');
      if (step) select((now + step + tabs.length) % tabs.length, true);
    });
    select(0, false);
  }
}

let count = 0;
function uniqueNumber(): number {
  count += 1;
  return count;
}

function makeTab(panel: HTMLElement, id: string): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = id;
  tab.textContent = panel.dataset['label'] ?? '';
  tab.setAttribute('role', 'tab');
  panel.id ||= `${id}-panel`;
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', id);
  panel.tabIndex = 0;
  return tab;
}

customElements.define('mado-tabs', MadoTabs);
