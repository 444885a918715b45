import { Hono } from 'hono';
import { allow, type SignedInEnv } from '../../access/allow.ts';
import { input } from '../../http/input.ts';
import { Problem } from '../../problem.ts';
import { byAccount } from '../by-account.ts';
import {
  invitationInput,
  personInput,
  type PersonView,
  personViews,
  staffRulesInput,
  suspensionInput,
  teamInput,
} from '../contract.ts';
import { readOwnAccount } from '../own/account.ts';
import { changeStaffRules, readStaffRules } from '../staff-rules.ts';
import { resetTotp } from '../totp/end-totp.ts';
import { changePerson, endSessionsOfPerson, suspendPerson } from './change.ts';
import { invite, listInvitations, resendInvitation, withdrawInvitation } from './invitations.ts';
import { listPeople, readPerson } from './list.ts';
import { dissolveTeam, listTeams, makeTeam, renameTeam } from './teams.ts';

/** What owners do with the people who work here. */
export const peopleRoutes = new Hono<SignedInEnv>()
  .get('/people', allow('accounts:read'), async (c) => {
    const view = personViews.find((known) => known === c.req.query('view')) ?? ('staff' satisfies PersonView);
    return c.json(await listPeople(c.get('services').db, view, c.req.query('after') ?? null));
  })
  .get('/people/:id', allow('accounts:read'), async (c) => {
    return c.json(await readPerson(c.get('services').db, c.req.param('id')));
  })
  .put('/people/:id', allow('accounts:change'), input(personInput), async (c) => {
    await changePerson(c.get('services'), c.req.param('id'), c.req.valid('json'), byAccount(c));
    return c.json(await readPerson(c.get('services').db, c.req.param('id')));
  })
  .put('/people/:id/suspension', allow('accounts:change'), input(suspensionInput), async (c) => {
    await suspendPerson(c.get('services'), c.req.param('id'), c.req.valid('json').isSuspended, byAccount(c));
    return c.json(await readPerson(c.get('services').db, c.req.param('id')));
  })
  .delete('/people/:id/sessions', allow('accounts:change'), async (c) => {
    await endSessionsOfPerson(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  })
  .delete('/people/:id/totp', allow('accounts:change'), async (c) => {
    const services = c.get('services');
    const { id } = await readPerson(services.db, c.req.param('id'));
    // One's own is turned off with one's password.
    if (id === c.get('account').id) throw new Problem('not-allowed');
    await resetTotp(services, await readOwnAccount(services, id), byAccount(c));
    return c.body(null, 204);
  })
  .get('/invitations', allow('accounts:read'), async (c) => {
    return c.json({ invitations: await listInvitations(c.get('services')) });
  })
  .post('/invitations', allow('accounts:change'), input(invitationInput), async (c) => {
    return c.json(await invite(c.get('services'), c.req.valid('json'), byAccount(c)), 201);
  })
  .post('/invitations/:id/mail', allow('accounts:change'), async (c) => {
    return c.json(await resendInvitation(c.get('services'), c.req.param('id'), byAccount(c)), 201);
  })
  .delete('/invitations/:id', allow('accounts:change'), async (c) => {
    await withdrawInvitation(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  })
  .get('/teams', allow('accounts:read'), async (c) => c.json({ teams: await listTeams(c.get('services').db) }))
  .post('/teams', allow('accounts:change'), input(teamInput), async (c) => {
    return c.json(await makeTeam(c.get('services'), c.req.valid('json').name, byAccount(c)), 201);
  })
  .put('/teams/:id', allow('accounts:change'), input(teamInput), async (c) => {
    await renameTeam(c.get('services'), c.req.param('id'), c.req.valid('json').name, byAccount(c));
    return c.body(null, 204);
  })
  .delete('/teams/:id', allow('accounts:change'), async (c) => {
    await dissolveTeam(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  })
  .get('/staff-rules', allow('accounts:read'), async (c) => c.json(await readStaffRules(c.get('services').db)))
  .put('/staff-rules', allow('accounts:change'), input(staffRulesInput), async (c) => {
    await changeStaffRules(c.get('services'), c.req.valid('json'), byAccount(c));
    return c.json(await readStaffRules(c.get('services').db));
  });
