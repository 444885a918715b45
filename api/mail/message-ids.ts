import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Services } from '../services.ts';

type Needs = Pick<Services, 'secret' | 'publicUrl'>;

/** The Message-ID of a mail by its row in the outbox: the same at each attempt, and nobody else can make one. */
export function messageIdOf(services: Needs, row: string): string {
  return `<${row}.${proofOf(services, row)}@${new URL(services.publicUrl).hostname}>`;
}

/** The row of the outbox that a Message-ID of ours names; `null` for any other. */
export function rowOfMessageId(services: Needs, messageId: string): string | null {
  const [, row = '', proof = ''] = /^<([0-9a-f-]{36})\.([0-9a-f]{24})@[^<>\s]+>$/i.exec(messageId) ?? [];
  if (row === '') return null;
  const id = row.toLowerCase();
  return timingSafeEqual(Buffer.from(proof.toLowerCase()), Buffer.from(proofOf(services, id))) ? id : null;
}

function proofOf({ secret }: Needs, row: string): string {
  return createHmac('sha256', secret).update(`message-id:${row}`).digest('hex').slice(0, 24);
}
