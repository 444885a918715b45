import { makeSetupToken } from '../../../api/accounts/setup.ts';
import type { Services } from '../../../api/services.ts';
import type { Ticket } from '../../../api/tickets/contract.ts';
import type { OpenedTicket, OpenTicketInput } from '../../../api/tickets/opening-contract.ts';
import { cast } from '../../support/cast.ts';
import { makePortal } from '../../support/services.ts';
import { sendJson } from './ask.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

/** A portal whose owner, Emma, has just been set up and is signed in with `fetcher`. */
export async function makeStaffedPortal(changes: Partial<Services> = {}) {
  const portal = await makePortal(changes);
  await setUpOwner(portal);
  const staff = asStaff(portal);
  return { ...portal, staff };
}

/** Makes Emma the owner; her session stays with the portal's `fetcher`. */
export async function setUpOwner(portal: Portal): Promise<void> {
  const { name, email, password, language } = cast.emma;
  const token = await newSetupToken(portal);
  const answer = await sendJson(askSignedIn(portal), '/api/setup', { token, name, email, password, language });
  if (answer.status !== 201) throw new Error(`The set-up failed: ${await answer.text()}`);
}

/** Signs Emma in once more: her session ends overnight. */
export async function signInAgain(portal: Portal): Promise<void> {
  const { email, password } = cast.emma;
  const answer = await sendJson(askSignedIn(portal), '/api/session', { email, password });
  if (answer.status !== 201) throw new Error(`Signing in failed: ${await answer.text()}`);
}

export async function newSetupToken({ services }: Portal): Promise<string> {
  const token = await makeSetupToken(services.db, services.clock(), services.random);
  if (!token) throw new Error('There is an owner already');
  return token;
}

/** Asks with the cookies of the portal's client, by path. */
export function askSignedIn({ fetcher, services }: Portal) {
  return (path: string, init?: RequestInit) => fetcher(`${services.publicUrl}${path}`, init);
}

/** What staff do all day, with answers that are known to be good. */
function asStaff(portal: Portal) {
  const ask = askSignedIn(portal);
  return {
    ask,
    read: async (reference: string) => (await (await ask(`/api/tickets/${reference}`)).json()) as Ticket,
    reply: (reference: string, message: string, headers: Record<string, string> = {}) =>
      sendJson(ask, `/api/tickets/${reference}/messages`, { message }, { headers }),
    move: (reference: string, state: string, version: number) =>
      sendJson(ask, `/api/tickets/${reference}/state`, { state, version }, { method: 'PUT' }),
  };
}

/** Opens a ticket as a customer does. */
export async function openTicket({ app }: Portal, input: OpenTicketInput): Promise<OpenedTicket> {
  const answer = await sendJson(app.request, '/api/tickets', input);
  if (answer.status !== 201) throw new Error(`The ticket was refused: ${await answer.text()}`);
  return (await answer.json()) as OpenedTicket;
}
