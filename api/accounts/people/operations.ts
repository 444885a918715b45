import { z } from 'zod';
import type { Operations } from '../../openapi/operation.ts';
import { invitation, person, personPage, personViews, staffRulesInput, team } from '../contract.ts';

const params = { id: '019a8c2e-5b1c-7d44-9f3a-6b2f0c9d8e71' };
const peopleTest = 'tests/api/accounts/people.test.ts';
const invitationTest = 'tests/api/accounts/invitations.test.ts';
const rules = z.strictObject(staffRulesInput.shape);

export const peopleOperations: Operations = {
  'GET /api/people': {
    summary: 'List people with an account',
    answer: { status: 200, body: personPage },
    query: z.object({ view: z.enum(personViews).default('staff'), after: z.string().optional() }),
    example: { query: { view: 'staff' } },
  },
  'GET /api/people/:id': {
    summary: 'Read one person',
    answer: { status: 200, body: person },
    problems: ['not-found'],
    example: { params, isSentIn: peopleTest },
  },
  'PUT /api/people/:id': {
    summary: 'Change somebody’s role and teams',
    answer: { status: 200, body: person },
    problems: ['not-found', 'last-owner'],
    example: { params, body: { role: 'agent', teams: [] }, isSentIn: peopleTest },
  },
  'PUT /api/people/:id/suspension': {
    summary: 'Suspend somebody, or let them back in',
    answer: { status: 200, body: person },
    problems: ['not-found', 'last-owner'],
    example: { params, body: { isSuspended: true }, isSentIn: peopleTest },
  },
  'DELETE /api/people/:id/sessions': {
    summary: 'Sign somebody out everywhere',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params, isSentIn: peopleTest },
  },
  'DELETE /api/people/:id/totp': {
    summary: 'Reset somebody’s two-step sign-in',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params, isSentIn: peopleTest },
  },
  'GET /api/invitations': {
    summary: 'List invitations that nobody has taken up',
    answer: { status: 200, body: z.strictObject({ invitations: z.array(invitation) }) },
    example: {},
  },
  'POST /api/invitations': {
    summary: 'Invite somebody',
    answer: { status: 201, body: invitation },
    problems: ['account-exists'],
    example: { body: { email: 'naomi@aruku.example', role: 'agent', language: 'en' } },
  },
  'POST /api/invitations/:id/mail': {
    summary: 'Send an invitation again',
    answer: { status: 201, body: invitation },
    problems: ['not-found'],
    example: { params, isSentIn: invitationTest },
  },
  'DELETE /api/invitations/:id': {
    summary: 'Take an invitation back',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params, isSentIn: invitationTest },
  },
  'GET /api/teams': {
    summary: 'List teams',
    answer: { status: 200, body: z.strictObject({ teams: z.array(team) }) },
    example: {},
  },
  'POST /api/teams': {
    summary: 'Make a team',
    answer: { status: 201, body: team },
    problems: ['name-taken'],
    example: { body: { name: 'Returns' } },
  },
  'PUT /api/teams/:id': {
    summary: 'Rename a team',
    answer: { status: 204 },
    problems: ['not-found', 'name-taken'],
    example: { params, body: { name: 'Returns and exchanges' }, isSentIn: peopleTest },
  },
  'DELETE /api/teams/:id': {
    summary: 'Dissolve a team',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params, isSentIn: peopleTest },
  },
  'GET /api/staff-rules': { summary: 'Read the rules for staff', answer: { status: 200, body: rules }, example: {} },
  'PUT /api/staff-rules': {
    summary: 'Change the rules for staff',
    answer: { status: 200, body: rules },
    problems: ['second-step-missing'],
    example: { body: { isTotpRequired: false } },
  },
};
