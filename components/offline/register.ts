// oxlint-disable-next-line import/default -- Vite makes a file of the worker, and this its address
import address from './worker.ts?worker&url';

/** Called after everything else is loaded. Who saves data has nothing fetched ahead. */
export function registerWorker(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if ('serviceWorker' in navigator && connection?.saveData !== true) {
    // Where storage is switched off, the portal works without.
    navigator.serviceWorker.register(address, { scope: '/' }).catch(() => undefined);
  }
}
