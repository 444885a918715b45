import { expiresAt, type Letter } from './letter.ts';
import { alone, putLetter, readLetter, readLetters, removeLetter } from './letter-store.ts';
import { sendLetter } from './send-letter.ts';

/** Tells other tabs that something has changed about the messages that wait. */
const channelName = 'mado-letters';

/**
 * Sends what waits, each message at most once at a time in the whole browser, and gives back those that have arrived.
 * `prove` makes a proof of work. Rejects only where the browser gives no storage.
 */
export async function deliverLetters(prove: () => Promise<string | null>, now: number = Date.now()): Promise<Letter[]> {
  const delivered: Letter[] = [];
  await alone(
    async () => {
      for (const letter of (await readLetters(now)).filter(isWaiting)) {
        const state =
          expiresAt(letter) <= now
            ? ({ kind: 'returned', why: 'expired' } as const)
            : await sendLetter(letter, await prove());
        // Nobody answered: the others would not arrive, either.
        if (!state) break;
        const changed: Letter = { ...letter, state };
        await putLetter(state.kind === 'sent' ? withoutWords(changed) : changed);
        if (state.kind === 'sent') delivered.push(changed);
        tellTabs();
      }
    },
    { isPatient: false },
  );
  return delivered;
}

/** Erases a message and says so; does not if it has been sent meanwhile: that is then still to be told. */
export async function eraseLetter(key: string): Promise<boolean> {
  const isErased = await alone(
    async () => {
      const letter = await readLetter(key);
      if (letter?.state.kind === 'sent') return false;
      await removeLetter(key);
      return true;
    },
    { isPatient: true },
  );
  tellTabs();
  return isErased ?? false;
}

/** The customer has seen what became of a message. */
export async function dismissLetter(key: string): Promise<void> {
  await removeLetter(key);
  tellTabs();
}

export function tellTabs(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

/** Hears of changes in other tabs and the service worker, until `signal` is aborted. */
export function hearOfChanges(listener: () => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', listener);
  signal?.addEventListener('abort', () => channel.close());
}

function isWaiting({ state }: Letter): boolean {
  return state.kind === 'waiting';
}

function withoutWords(letter: Letter): Letter {
  const { language } = letter.text;
  return { ...letter, files: [], text: { subject: '', message: '', email: '', language, trail: [] } };
}
