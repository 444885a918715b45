import type { PropertyDeclarations } from 'lit';
import type { Account } from '../../api/accounts/contract.ts';
import type { Forum } from '../../content/schema/forum.ts';
import { ApiElement } from '../base/api-element.ts';

/** An element of the desk: what the desk tells each of its pages, and the way to the API. */
export class DeskElement extends ApiElement {
  static override properties: PropertyDeclarations = {
    categories: { attribute: false },
    account: { attribute: false },
    forum: { attribute: false },
  };

  declare categories: readonly { slug: string; name: { ja: string; en: string } }[];
  /** Who is signed in; `null` where nobody said so. */
  declare account: Account | null;
  /** The forum's boards and rules; `null` where the portal has none. */
  declare forum: Forum | null;

  constructor() {
    super();
    this.categories = [];
    this.account = null;
    this.forum = null;
  }
}
