/**
 * One after the other, in the worker and in every page of the site: none clears away what another is about to need, and
 * none puts back what another has cleared.
 */
export function inTurn(job: () => Promise<unknown>): Promise<unknown> {
  return navigator.locks.request('mado-kept', () => job());
}
