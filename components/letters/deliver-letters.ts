import { expiresAt, type Letter, type LetterState } from './letter.ts';
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
        const state = await outcomeOf(letter, prove, now);
        if (state === 'erased') continue;
        // Nobody answered: the others would not arrive, either.
        if (!state) break;
        const changed: Letter = { ...letter, state };
        if (state.kind === 'sent') await putLetter(withoutWords(changed));
        // What was erased meanwhile does not come back.
        else if (await readLetter(letter.key)) await putLetter(changed);
        if (state.kind === 'sent') delivered.push(changed);
        tellTabs();
      }
    },
    { isPatient: false },
  );
  return delivered;
}

/**
 * Erases a message at once: what has not left yet does not leave any more. What was just leaving and arrives is told as
 * sent. Resolves with `false` when it had been sent before.
 */
export async function eraseLetter(key: string): Promise<boolean> {
  if ((await readLetter(key))?.state.kind === 'sent') return false;
  await removeLetter(key);
  tellTabs();
  return true;
}

/** Takes a message back, to be written on: waits for a try that is under way. `false` when that has sent it. */
export async function takeBackLetter(key: string): Promise<boolean> {
  return (await alone(() => eraseLetter(key), { isPatient: true })) ?? false;
}

/** The customer has seen what became of a message. */
export async function dismissLetter(key: string): Promise<void> {
  await removeLetter(key);
  tellTabs();
}

export function tellTabs(): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage('changed');
  channel.close();
}

/** Hears of changes in other tabs and the service worker, until `signal` is aborted. */
export function hearOfChanges(listener: () => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', listener);
  signal?.addEventListener('abort', () => channel.close());
}

async function outcomeOf(
  letter: Letter,
  prove: () => Promise<string | null>,
  now: number,
): Promise<LetterState | null | 'erased'> {
  if (expiresAt(letter) <= now) return { kind: 'returned', why: 'expired' };
  const proof = await prove();
  // The work takes a while, in which its writer may have erased it.
  return (await readLetter(letter.key)) ? sendLetter(letter, proof) : 'erased';
}

function isWaiting({ state }: Letter): boolean {
  return state.kind === 'waiting';
}

function withoutWords(letter: Letter): Letter {
  const { language } = letter.text;
  return { ...letter, files: [], text: { subject: '', message: '', email: '', language, trail: [] } };
}
