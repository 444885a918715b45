import { keptMs, type Letter } from './letter.ts';

/*
 * Messages that wait, in the browser's database: page and service worker read the same, and it survives both. Opened for
 * each act, so that it can be deleted at any time.
 */

const databaseName = 'mado-letters';
const storeName = 'letters';

/** All of them, the oldest first. What nobody came for within twice the time is forgotten. */
export async function readLetters(now: number = Date.now()): Promise<Letter[]> {
  const letters = await inStore<Letter[]>('readonly', (store) => store.getAll() as IDBRequest<Letter[]>);
  const isForgotten = ({ writtenAt }: Letter) => now - writtenAt > 2 * keptMs;
  for (const { key } of letters.filter(isForgotten)) await removeLetter(key);
  return letters.filter((letter) => !isForgotten(letter)).toSorted((one, other) => one.writtenAt - other.writtenAt);
}

export async function readLetter(key: string): Promise<Letter | undefined> {
  return inStore<Letter | undefined>('readonly', (store) => store.get(key) as IDBRequest<Letter | undefined>);
}

/** Rejects where the browser gives no storage, or has no room for the files. */
export async function putLetter(letter: Letter): Promise<void> {
  await inStore('readwrite', (store) => store.put(letter));
}

export async function removeLetter(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
}

/** Forgets every message that waits. */
export async function removeLetters(): Promise<void> {
  await inStore('readwrite', (store) => store.clear());
}

/**
 * One at a time, in whichever tab or worker: what one is sending no other sends, or erases. Skipped with `null` where
 * somebody else is at it and `isPatient` is not set.
 */
export async function alone<T>(act: () => Promise<T>, { isPatient }: { isPatient: boolean }): Promise<T | null> {
  // Browsers have locks on https only; elsewhere the key alone makes one ticket of two tries.
  const { locks } = navigator as Partial<Navigator>;
  if (!locks) return act();
  return locks.request(databaseName, { ifAvailable: !isPatient }, async (lock) => (lock ? act() : null));
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = ask(transaction.objectStore(storeName));
      transaction.addEventListener('complete', () => resolve(request.result));
      const fail = () => reject(transaction.error ?? new Error('Nothing can be kept here'));
      transaction.addEventListener('error', fail);
      transaction.addEventListener('abort', fail);
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(storeName, { keyPath: 'key' });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('Nothing can be kept here')));
    request.addEventListener('blocked', () => reject(new Error('Another tab holds the database')));
  });
}
