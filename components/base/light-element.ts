import { LitElement } from 'lit';

/**
 * An element that enhances what the page already holds: its content stays where it is and is styled by the page's own
 * sheet; what the element adds is rendered after it.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
