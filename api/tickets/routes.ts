import { type Context, Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { withFiles } from '../attachments/attach.ts';
import { countFiles } from '../attachments/count-files.ts';
import { filesOf, receivesFiles } from '../attachments/received.ts';
import { emptyTrap, requireHuman } from '../challenge/human.ts';
import { byAccount } from '../accounts/by-account.ts';
import { ticketListQuery } from '../desk/contract.ts';
import { openTicket } from '../channels/web/open-ticket.ts';
import type { Env } from '../http/env.ts';
import { fromForm, input, isForm, query } from '../http/input.ts';
import { onceFrom, onceFromForm } from '../http/once.ts';
import { seeOther } from '../http/see-other.ts';
import type { Services } from '../services.ts';
import { countAddress, countIdentity } from '../limits/counted.ts';
import { linkArticle } from './articles.ts';
import { changeTickets } from './bulk.ts';
import { changeState } from './change-state.ts';
import { changeTicket } from './change-ticket.ts';
import { answersFromFields, wrongAnswers } from './category-answers.ts';
import type { Ticket } from './contract.ts';
import { openTicketInput } from './opening-contract.ts';
import {
  articleLinkInput,
  bulkInput,
  mergeInput,
  noteInput,
  replyInput,
  splitInput,
  stateInput,
  ticketChange,
} from './changes-contract.ts';
import { mergeTickets } from './merge.ts';
import { postReply } from './reply.ts';
import { addNote } from './notes.ts';
import { listTickets } from './list.ts';
import { readTicket } from './read.ts';
import { splitTicket } from './split.ts';
import { takeBack } from './take-back.ts';
import { undoChange } from './undo.ts';

export const ticketRoutes = new Hono<Env>()
  .post(
    '/',
    countFiles,
    receivesFiles,
    fromForm(contactPage),
    emptyTrap,
    input(openTicketInput, wrongAnswersOf),
    async (c) => {
      const ticket = c.req.valid('json');
      const files = filesOf(c);
      const once = await onceFromForm(c, 'tickets', withFiles(ticket, files));
      await countAddress(c, 'tickets');
      await countIdentity(c, 'tickets-by-email', ticket.email);
      const sign = await requireHuman(c, 'ticket', `${once.key} ${once.fingerprint}`);
      const opened = await openTicket(c.get('services'), ticket, once, sign, files);
      if (isForm(c)) return seeOther(c, `${opened.requestUrl}#sent`);
      return c.json(opened, 201);
    },
  )
  .get('/', allow('tickets:read'), query(ticketListQuery), async (c) => {
    const { after = null, ...filter } = c.req.valid('query');
    return c.json(await listTickets(c.get('services'), filter, after, c.get('account')));
  })
  .post('/bulk', allow('tickets:change'), input(bulkInput), async (c) =>
    c.json(await changeTickets(c.get('services'), c.req.valid('json'), byAccount(c))),
  )
  .post('/changes/:id/undo', allow('tickets:change'), async (c) =>
    c.json(await undoChange(c.get('services'), c.req.param('id'), byAccount(c))),
  )
  .get('/:reference', allow('tickets:read'), async (c) =>
    c.json(await shown(c.get('services'), c.req.param('reference'))),
  )
  .put('/:reference/properties', allow('tickets:change'), input(ticketChange), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    await changeTicket(services, id, c.req.valid('json'), byAccount(c));
    return c.json(await shown(c.get('services'), c.req.param('reference')));
  })
  .post('/:reference/messages', allow('tickets:reply'), receivesFiles, input(replyInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    const reply = c.req.valid('json');
    const files = filesOf(c);
    const once = onceFrom(c, `messages:${id}`, withFiles({ message: reply.message }, files));
    await postReply(services, id, reply, c.get('account').id, once, files);
    return c.json(await shown(c.get('services'), c.req.param('reference')), 201);
  })
  .delete('/:reference/messages/:id', allow('tickets:reply'), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    await takeBack(services, id, c.req.param('id'), byAccount(c));
    return c.json(await shown(c.get('services'), c.req.param('reference')));
  })
  .post('/:reference/notes', allow('tickets:note'), input(noteInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    const { body } = c.req.valid('json');
    await addNote(services, id, body, c.get('account').id, onceFrom(c, `notes:${id}`, { body }));
    return c.json(await shown(c.get('services'), c.req.param('reference')), 201);
  })
  .post('/:reference/articles', allow('tickets:change'), input(articleLinkInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    await linkArticle(services, id, c.req.valid('json').url, byAccount(c));
    return c.json(await shown(c.get('services'), c.req.param('reference')), 201);
  })
  .post('/:reference/merge', allow('tickets:change'), input(mergeInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    const { version, other } = c.req.valid('json');
    const { undo } = await mergeTickets(services, { id, version }, other, byAccount(c));
    return c.json({ undo, ticket: await shown(c.get('services'), c.req.param('reference')) });
  })
  .post('/:reference/split', allow('tickets:change'), input(splitInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    const { version, ...what } = c.req.valid('json');
    const { reference, undo } = await splitTicket(services, { id, version }, what, byAccount(c));
    return c.json({ undo, ticket: await shown(c.get('services'), reference) }, 201);
  })
  .put('/:reference/state', allow('tickets:move'), input(stateInput), async (c) => {
    const services = c.get('services');
    const { id } = await readTicket(services, c.req.param('reference'));
    await changeState(services, id, c.req.valid('json'), byAccount(c));
    return c.json(await shown(c.get('services'), c.req.param('reference')));
  });

/** A ticket as an answer shows it. */
async function shown(services: Services, reference: string): Promise<Ticket> {
  const { id: _, ...ticket } = await readTicket(services, reference);
  return ticket;
}

/** The page that somebody wrote on: each category has one with its questions. */
function contactPage(c: Context<Env>) {
  const { pages, categories } = c.get('services');
  const category = categories().find(({ slug }) => slug === c.get('typed')?.['category']);
  const path = category ? `contact/${category.slug}/` : 'contact/';
  return { id: 'contact', page: () => pages.shell(`/${c.get('language')}/${path}`), asBody: answersFromFields };
}

function wrongAnswersOf(c: Context<Env>, body: unknown) {
  return wrongAnswers(c.get('services').categories(), body, c.get('language'));
}
