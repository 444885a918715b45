import type { PropertyDeclarations } from 'lit';
import type { Account } from '../../api/accounts/contract.ts';
import { ApiProblem, apiClient } from '../../api/client.ts';
import { LightElement } from '../base/light-element.ts';
import { fire } from '../events.ts';
import { messages } from './messages.ts';

/**
 * An element of the desk: what the desk tells each of its pages, and the way to the API.
 * @fires mado-signed-out
 */
export class DeskElement extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    timeZone: { attribute: false },
    categories: { attribute: false },
    account: { attribute: false },
  };

  declare language: 'ja' | 'en';
  declare timeZone: string;
  declare categories: readonly { slug: string; name: { ja: string; en: string } }[];
  /** Who is signed in; `null` where nobody said so. */
  declare account: Account | null;

  constructor() {
    super();
    this.language = 'ja';
    this.timeZone = 'UTC';
    this.categories = [];
    this.account = null;
  }

  /** The API in the language of the desk; its calls end, and throw, once `until` says so. */
  protected api(until?: AbortSignal) {
    const fetcher: typeof fetch = (url, init) =>
      fetch(url, { ...init, signal: AbortSignal.any([until, init?.signal].filter((signal) => !!signal)) });
    return apiClient(this.language, until ? { fetcher } : {}).api;
  }

  /** What went wrong, in words; tells the desk when nobody is signed in any more. */
  protected explain(error: unknown): string {
    if (!(error instanceof ApiProblem)) return messages[this.language].unreachable;
    if (error.slug === 'not-signed-in') fire(this, 'mado-signed-out', {});
    return error.slug === 'state-changed' ? messages[this.language].changedMeanwhile : error.problem.title;
  }
}
