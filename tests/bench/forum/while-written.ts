import { randomBytes } from 'node:crypto';
import type { SentPost } from '../../../api/forum/contract.ts';
import type { ReviewablePage } from '../../../api/moderation/contract.ts';
import type { PortalProcess } from '../../support/portal-process.ts';
import { memoryMegabytes } from './asking.ts';

const streamsOpen = 200;
const writeEveryMs = 250;
const foundWithinMs = 60_000;

/** Sends JSON as somebody; gives what came back. Throws for an error of the portal's. */
export function sender({ url }: PortalProcess, cookie: string) {
  return async (path: string, value: object): Promise<{ status: number; body: unknown }> => {
    const headers = { 'Content-Type': 'application/json', Origin: url, Cookie: cookie };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(value) });
    const body: unknown = await answer.json();
    if (answer.status >= 500) throw new Error(`${path} was answered with ${answer.status}`);
    return { status: answer.status, body };
  };
}

/** Writes an answer four times a second until told to stop; gives how many were written. */
export async function writeMeanwhile(send: ReturnType<typeof sender>, thread: number, until: AbortSignal) {
  let written = 0;
  for (let tried = 0; !until.aborted; tried += 1) {
    const body = `もう一つ、思い出しました（${tried}）。`;
    const { status } = await send(`/api/forum/threads/${thread}/posts`, { body });
    if (status === 201) written += 1;
    await pause(writeEveryMs);
  }
  return written;
}

/** Keeps streams of a thread open, each from an address of its own; gives how many changes they heard of, in all. */
export async function listenMeanwhile({ url }: PortalProcess, thread: number, until: AbortSignal) {
  let [open, heard] = [0, 0];
  const listen = async (index: number) => {
    const headers = { 'X-Forwarded-For': `203.0.${100 + Math.floor(index / 250)}.${1 + (index % 250)}` };
    try {
      const answer = await fetch(`${url}/api/forum/threads/${thread}/live`, { headers, signal: until });
      if (answer.status !== 200 || !answer.body) throw new Error(`A stream was answered with ${answer.status}`);
      open += 1;
      for await (const piece of answer.body) heard += Buffer.from(piece).toString().split('event: thread').length - 1;
    } catch (error) {
      if (!until.aborted) throw error;
    }
  };
  await Promise.all(Array.from({ length: streamsOpen }, (_, index) => listen(index)));
  return { open, heard };
}

/** How much memory is used, at the end of each quarter of a time. */
export async function memoryMeanwhile({ pid }: PortalProcess, seconds: number): Promise<number[]> {
  const quarters: number[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await pause(seconds * 250);
    quarters.push(await memoryMegabytes(pid));
  }
  return quarters;
}

/** How long after its approval a question is found by a word in its title, in ms; `null` for not within a minute. */
export async function foundAfterApproval(portal: PortalProcess, cookie: string): Promise<number | null> {
  const send = sender(portal, cookie);
  const word = `zq${randomBytes(5).toString('hex')}`;
  // An address in public waits for a moderator, whoever wrote it.
  const question = { language: 'en', board: 'shoes', kind: 'question', title: `Soles named ${word}` };
  const { body } = await send('/api/forum/threads', {
    ...question,
    body: 'Write to rose@example.net.',
  });
  const item = await queued(portal, cookie, (body as SentPost).id);
  await send('/api/moderation/decisions', { items: [item], action: 'approve' });
  const approved = performance.now();
  while (performance.now() - approved < foundWithinMs) {
    const answer = await fetch(`${portal.url}/api/forum/search?language=en&q=${word}`);
    if (((await answer.json()) as { threads: unknown[] }).threads.length > 0) return performance.now() - approved;
    await pause(100);
  }
  return null;
}

async function queued({ url }: PortalProcess, cookie: string, post: string) {
  let after = '';
  for (let page = 0; page < 2000; page += 1) {
    const path = `/api/moderation/reviewables?state=pending&language=en${after ? `&after=${after}` : ''}`;
    const { reviewables, next } = (await (
      await fetch(`${url}${path}`, { headers: { Cookie: cookie } })
    ).json()) as ReviewablePage;
    const found = reviewables.find((each) => each.post?.id === post);
    if (found) return { id: found.id, version: found.version };
    if (next === null) break;
    after = next;
  }
  throw new Error('What waits for a moderator is not in the queue');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
