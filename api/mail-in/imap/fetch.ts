import type { ImapFlow } from 'imapflow';
import { mailLimits } from '../../channels/email/parse/parsed-mail.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { takeIn, takeInBeginning } from '../take-in.ts';
import { type Bookmark, readBookmark, writeBookmark } from './bookmark.ts';

const chunkBytes = 1024 * 1024;

/**
 * Takes in all that is new in the open mailbox: what nobody has read, and whatever came since the last time, read or not.
 * A mail is marked as read or moved only once it is on disk here. One that cannot be fetched does not keep the others
 * back. Throws when the connection or our own disk is the trouble.
 */
export async function fetchNew(
  services: Services,
  client: ImapFlow,
  source: string,
  movedTo: string | null,
): Promise<void> {
  const { mailbox } = client;
  if (!mailbox) throw new Error('no mailbox is open');
  const uidValidity = String(mailbox.uidValidity);
  const known = await readBookmark(services, source);
  const since = known?.uidValidity === uidValidity ? known.lastUid : null;
  const unread = (await client.search({ seen: false, deleted: false }, { uid: true })) || [];
  const later = since === null ? [] : await laterThan(client, since);
  const uids = [...new Set([...unread, ...later])].toSorted((a, b) => a - b);
  const failed: number[] = [];
  for (const uid of uids) {
    try {
      await take(services, client, uid);
      await markTaken(client, uid, movedTo);
    } catch (error) {
      if (!client.usable || error instanceof Problem) throw error;
      services.log.warn({ uid, err: error }, 'a mail could not be fetched from its mailbox');
      failed.push(uid);
    }
  }
  // Of a mailbox that is new to us, what was read before is history.
  const reached = Math.max(since ?? mailbox.uidNext - 1, ...uids);
  const lastUid = failed.length > 0 ? Math.min(reached, Math.max(since ?? 0, Math.min(...failed) - 1)) : reached;
  const next: Bookmark = { uidValidity, lastUid: since === null && failed.length > 0 ? mailbox.uidNext - 1 : lastUid };
  if (known?.uidValidity !== next.uidValidity || known.lastUid !== next.lastUid) {
    await writeBookmark(services, source, next);
  }
}

/** `*` is the last mail, however old. */
async function laterThan(client: ImapFlow, uid: number): Promise<number[]> {
  const found = (await client.search({ uid: `${uid + 1}:*`, deleted: false }, { uid: true })) || [];
  return found.filter((candidate) => candidate > uid);
}

async function take(services: Services, client: ImapFlow, uid: number): Promise<void> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true });
  // Gone meanwhile: somebody else took it.
  if (!found) return;
  const size = found.size ?? 0;
  if (size > mailLimits.rawBytes) await takeInBeginning(services, contentOf(client, uid), size);
  else await takeIn(services, contentOf(client, uid));
}

/** A mail piece by piece. Throws when it ends before its end. */
async function* contentOf(client: ImapFlow, uid: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; ;) {
    const query = { source: { start, maxLength: chunkBytes } };
    const answer = await client.fetchOne(String(uid), query, { uid: true });
    if (!answer) throw new Error('the mail went away while it was fetched');
    const chunk = answer.source ?? Buffer.alloc(0);
    if (chunk.length > 0) yield chunk;
    start += chunk.length;
    // A server that ignores the range gives the whole at once.
    if (chunk.length !== chunkBytes) return;
  }
}

async function markTaken(client: ImapFlow, uid: number, movedTo: string | null): Promise<void> {
  if (movedTo !== null && (await client.messageMove(String(uid), movedTo, { uid: true }))) return;
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
}
