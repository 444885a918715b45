import { eq } from 'drizzle-orm';
import { signatureOf } from '../../http/signature.ts';
import { DeliveryError } from '../../outbox/failures.ts';
import type { OutboxWay } from '../../outbox/attempt.ts';
import type { OutboxRow } from '../../outbox/leases.ts';
import type { Services } from '../../services.ts';
import { conversations } from '../../tickets/tables.ts';

const patienceMs = 10_000;

/** Whom the portal tells of tickets, and what it signs with. */
export interface Webhook {
  url: string;
  secret: string;
}

/**
 * The way out by webhook: `POST` with a JSON body that says which ticket it is and what happened, never what was said or
 * by whom. `Mado-Signature: t=<seconds>,v1=<hex>` is the HMAC-SHA-256 of `<seconds>.<body>`; `Idempotency-Key` is the
 * event’s id, the same at each attempt. Any answer from 200 to 299 within ten seconds takes it; no redirect is followed.
 */
export function webhookWay(services: Services, { url, secret }: Webhook): OutboxWay {
  const { clock } = services;
  const closing = new AbortController();
  return {
    channel: 'webhook',
    mostAtOnce: 2,
    async send(row) {
      const body = await bodyOf(services, row);
      if (body === null) return 'nothing';
      const answer = await post(url, body, {
        'Content-Type': 'application/json',
        'User-Agent': 'Madoguchi',
        'Idempotency-Key': row.id,
        'Mado-Signature': signatureOf(body, secret, Math.floor(clock() / 1000)),
      });
      if (!answer.ok) {
        throw new DeliveryError(`HTTP ${answer.status}`, { kind: 'later', isUnanswered: false });
      }
      return 'sent';
    },
    close: (isForced) => {
      if (isForced) closing.abort();
    },
  };

  async function post(to: string, body: string, headers: Record<string, string>): Promise<Response> {
    const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), closing.signal]);
    try {
      const answer = await fetch(to, { method: 'POST', body, headers, redirect: 'manual', signal });
      // Nothing of it is of use, however long it is.
      await answer.body?.cancel();
      return answer;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
      const text = `no answer: ${cause || (error instanceof Error ? error.name : 'unknown')}`;
      throw new DeliveryError(text, { kind: 'server', isUnanswered: signal.aborted });
    }
  }
}

/** `null` of a conversation that was erased meanwhile. */
async function bodyOf(
  { db, publicUrl }: Services,
  { id, kind, payload, createdAt }: OutboxRow,
): Promise<string | null> {
  const { conversationId, from, to } = payload as { conversationId: string; from?: string; to?: string };
  const [found] = await db.read.select().from(conversations).where(eq(conversations.id, conversationId));
  if (!found || found.erasedAt !== null) return null;
  const { reference, state, version, channel, category, priority, language } = found;
  return JSON.stringify({
    id,
    type: kind,
    at: new Date(createdAt).toISOString(),
    ticket: {
      reference,
      state,
      version,
      channel,
      category,
      priority,
      language,
      url: `${publicUrl}/desk/#/tickets/all/${reference}`,
    },
    ...(from === undefined ? {} : { from, to }),
  });
}
