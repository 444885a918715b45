import { type Context, Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { withFiles } from '../attachments/attach.ts';
import { countFiles } from '../attachments/count-files.ts';
import { filesOf, receivesFiles } from '../attachments/received.ts';
import { emptyTrap, requireHuman } from '../challenge/human.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { fromForm, input, isForm } from '../http/input.ts';
import { onceFrom, onceFromForm } from '../http/once.ts';
import { seeOther } from '../http/see-other.ts';
import { countAddress, countIdentity } from '../limits/counted.ts';
import { changeState } from './change-state.ts';
import { openTicketInput, replyInput, stateInput, type TicketView, ticketViews } from './contract.ts';
import { postReply } from './messages.ts';
import { openTicket } from './open-ticket.ts';
import { listTickets, readTicket } from './read.ts';

export const ticketRoutes = new Hono<Env>()
  .post('/', countFiles, receivesFiles, fromForm(contactPage), emptyTrap, input(openTicketInput), async (c) => {
    const ticket = c.req.valid('json');
    const files = filesOf(c);
    const once = await onceFromForm(c, 'tickets', withFiles(ticket, files));
    await countAddress(c, 'tickets');
    await countIdentity(c, 'tickets-by-email', ticket.email);
    const sign = await requireHuman(c, 'ticket', `${once.key} ${once.fingerprint}`);
    const opened = await openTicket(c.get('services'), ticket, once, sign, files);
    if (isForm(c)) return seeOther(c, `${opened.requestUrl}#sent`);
    return c.json(opened, 201);
  })
  .get('/', allow('tickets:read'), async (c) => {
    const view = ticketViews.find((known) => known === c.req.query('view')) ?? ('to-answer' satisfies TicketView);
    return c.json(await listTickets(c.get('services').db, view, c.req.query('after') ?? null));
  })
  .get('/:reference', allow('tickets:read'), async (c) => {
    const { id: _, ...ticket } = await readTicket(c.get('services').db, c.req.param('reference'));
    return c.json(ticket);
  })
  .post('/:reference/messages', allow('tickets:reply'), receivesFiles, input(replyInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services.db, c.req.param('reference'));
    const reply = c.req.valid('json');
    const files = filesOf(c);
    const once = onceFrom(c, `messages:${id}`, withFiles({ message: reply.message }, files));
    await postReply(services, id, reply, c.get('account').id, once, files);
    const { id: _, ...ticket } = await readTicket(services.db, c.req.param('reference'));
    return c.json(ticket, 201);
  })
  .put('/:reference/state', allow('tickets:move'), input(stateInput), async (c) => {
    const services = c.get('services');
    const seen = await readTicket(services.db, c.req.param('reference'));
    await changeState(services, seen, c.req.valid('json'), byAccount(c));
    const { id: _, ...ticket } = await readTicket(services.db, c.req.param('reference'));
    return c.json(ticket);
  });

function contactPage(c: Context<Env>) {
  return { id: 'contact', page: () => c.get('services').pages.shell(`/${c.get('language')}/contact/`) };
}
