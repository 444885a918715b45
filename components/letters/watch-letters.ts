import { prepareProof } from '../contact/proof.ts';
import { fire } from '../events.ts';
import { deliverLetters, hearOfChanges } from './deliver-letters.ts';
import { type Letter, syncTag } from './letter.ts';
import { markLetters } from './letter-mark.ts';
import { readLetters } from './letter-store.ts';

const firstPauseMs = 15_000;
const longestPauseMs = 10 * 60_000;

export interface Watched {
  /** Tries to send what waits; resolves when that has been tried. */
  tryNow: () => Promise<void>;
  /** Something new waits: it is shown, and tried after a while. */
  wait: () => Promise<void>;
}

/**
 * Sends what waits on this device as soon as that can be: at once, when the network is back, when the page is looked at
 * again, and now and then, until `signal` is aborted. `show` is told of all that there is whenever it changes, wherever
 * that happened.
 */
export function watchLetters(show: (letters: Letter[]) => void, signal?: AbortSignal): Watched {
  let timer = 0;
  let pauseMs = firstPauseMs;
  const tell = async () => {
    const letters = await readLetters().catch(() => []);
    markLetters(letters.length > 0);
    show(letters);
    return letters.some(({ state }) => state.kind === 'waiting');
  };
  const wait = async () => {
    window.clearTimeout(timer);
    if (!(await tell()) || signal?.aborted) return;
    timer = window.setTimeout(() => void tryNow(), pauseMs);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    void askToBeWoken();
  };
  const tryNow = async () => {
    window.clearTimeout(timer);
    if (await tell()) for (const letter of await deliverLetters(prove).catch(() => [])) tellOthers(letter);
    await wait();
  };
  const tryAgain = () => {
    pauseMs = firstPauseMs;
    void tryNow();
  };
  const onSight = () => (document.visibilityState === 'visible' ? tryAgain() : undefined);
  const until = signal ? { signal } : {};
  addEventListener('online', tryAgain, until);
  document.addEventListener('visibilitychange', onSight, until);
  signal?.addEventListener('abort', () => window.clearTimeout(timer));
  hearOfChanges(() => void tell(), signal);
  void tryNow();
  return { tryNow, wait };
}

function tellOthers({ state, text }: Letter): void {
  if (state.kind !== 'sent') return;
  fire(document.body, 'mado-ticket-opened', { reference: state.opened.reference, trailLength: text.trail.length });
}

function prove(): Promise<string | null> {
  return prepareProof('ticket')();
}

async function askToBeWoken(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
    sync?: { register: (tag: string) => Promise<void> };
  };
  await registration.sync?.register(syncTag).catch(() => undefined);
}
