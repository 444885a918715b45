import { newKey } from '../base/new-key.ts';

/** Gives what is sent again after a failure the key it had before: to the API it is the same request. */
export class Attempt {
  #content = '';
  #key = '';

  /** The headers of a request with this content. */
  headersFor(content: string): { 'Idempotency-Key': string } {
    if (this.#content !== content) [this.#content, this.#key] = [content, newKey()];
    return { 'Idempotency-Key': this.#key };
  }

  /** It has arrived: the same content is a new request from now on. */
  end(): void {
    this.#content = '';
  }
}
