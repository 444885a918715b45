import { createHash } from 'node:crypto';

/** Of what the sender wrote. Servers add others on the way, and the same mail may come by two ways. */
const senders = /^(?:from|to|cc|reply-to|sender|subject|date|message-id|in-reply-to|references|content-type):/i;
const longestHead = 256 * 1024;

/**
 * Tells mails apart by what their senders wrote: fed with the raw mail piece by piece. The same mail that comes twice has
 * the same hash; another with the same Message-ID has not.
 */
export function createContentHash(): { update(chunk: Uint8Array): void; digest(): string } {
  const hash = createHash('sha256');
  let head: Buffer | null = Buffer.alloc(0);

  function endHead(rest: Buffer): void {
    head = null;
    hash.update('\n').update(rest);
  }

  return {
    update(chunk) {
      if (head === null) return void hash.update(chunk);
      const from = Math.max(0, head.length - 3);
      head = Buffer.concat([head, chunk]);
      const end = /\r?\n\r?\n/.exec(head.subarray(from, longestHead).toString('latin1'));
      if (!end && head.length < longestHead) return;
      const headLength = end ? from + end.index : longestHead;
      const rest = head.subarray(end ? headLength + end[0].length : longestHead);
      hash.update(writtenBySender(head.subarray(0, headLength)));
      endHead(rest);
    },
    digest() {
      if (head !== null) hash.update(writtenBySender(head));
      return hash.digest('hex');
    },
  };
}

function writtenBySender(head: Buffer): string {
  const fields = head
    .toString('latin1')
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((field) => senders.test(field))
    .map((field) => field.replaceAll(/\s+/g, ' ').trim());
  return fields.sort().join('\n');
}
