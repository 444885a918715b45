import type { PropertyDeclarations } from 'lit';
import { ApiProblem, apiClient } from '../../api/client.ts';
import { fire } from '../events.ts';
import { apiMessages } from './api-messages.ts';
import { LightElement } from './light-element.ts';

/**
 * An element that asks the API, in the language it is told.
 * @fires mado-signed-out
 */
export class ApiElement extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    timeZone: { attribute: false },
  };

  declare language: 'ja' | 'en';
  declare timeZone: string;

  constructor() {
    super();
    this.language = 'ja';
    this.timeZone = 'UTC';
  }

  /** The API in the element's language; its calls end, and throw, once `until` says so. */
  protected api(until?: AbortSignal) {
    const fetcher: typeof fetch = (url, init) =>
      fetch(url, { ...init, signal: AbortSignal.any([until, init?.signal].filter((signal) => !!signal)) });
    return apiClient(this.language, until ? { fetcher } : {}).api;
  }

  /** What went wrong, in words; tells whoever listens when nobody is signed in any more. */
  protected explain(error: unknown): string {
    if (!(error instanceof ApiProblem)) return apiMessages[this.language].unreachable;
    if (error.slug === 'not-signed-in') fire(this, 'mado-signed-out', {});
    return error.slug === 'state-changed' ? apiMessages[this.language].changedMeanwhile : error.problem.title;
  }
}
