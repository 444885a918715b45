import { z } from 'zod';
import type { Operation, Operations } from '../openapi/operation.ts';
import { account, invitationOffer, signInStep } from './contract.ts';

const token = 'kq3V0bJm4xYF2cRz8TnWdLh6Vh3o0mXq';
const email = 'naomi@aruku.example';
const password = 'quiet miles on gravel';
const newcomer = { token, name: 'Naomi Hill', language: 'en', password };
const linkProblems = ['link-unknown', 'too-many-tries'] as const;

/** Asking for a mail is always answered alike, so that nobody learns whether an address is known. */
const asked = (summary: string): Operation => ({
  summary,
  description: 'Sends a mail if the address is known, and answers alike if it is not.',
  answer: { status: 202, body: z.strictObject({ asked: z.literal(true) }) },
  problems: ['too-many-tries'],
  example: { body: { email } },
});

export const accountOperations: Operations = {
  'POST /api/setup': {
    summary: 'Make the first owner',
    description: 'Once, with the token of the link that the first start prints. Signs the browser in.',
    answer: { status: 201, body: account },
    problems: ['setup-closed', 'too-many-tries'],
    example: { body: { token, name: 'Naomi Hill', email, password, language: 'en' } },
  },
  'POST /api/session': {
    summary: 'Sign in with a password',
    description: 'Sets the cookie that every route for staff asks for, or says which step is still to come.',
    answer: { status: 201, body: signInStep },
    problems: ['wrong-credentials', 'too-many-tries'],
    example: { body: { email, password } },
  },
  'POST /api/session/link': {
    summary: 'Sign in with a link from a mail',
    answer: { status: 201, body: signInStep },
    problems: linkProblems,
    example: { body: { token }, isSentIn: 'tests/api/accounts/sign-in-link.test.ts' },
  },
  'POST /api/session/code': {
    summary: 'Give the code that is still owed',
    answer: { status: 201, body: signInStep },
    problems: ['not-signed-in', 'wrong-code', 'too-many-tries'],
    example: { body: { code: '123456' }, isSentIn: 'tests/api/accounts/totp.test.ts' },
  },
  'GET /api/session': {
    summary: 'See who is signed in',
    answer: {
      status: 200,
      body: z.strictObject({ account: account.nullable(), next: z.enum(['code', 'totp-set-up']).exactOptional() }),
    },
    example: {},
  },
  'DELETE /api/session': { summary: 'Sign out', answer: { status: 204 }, example: {} },
  'GET /:language{ja|en}/members/:page{join|sign-in|code}/': {
    summary: 'Get a form to come in by',
    description: 'Whoever is signed in is sent on to `then`, a page of this site.',
    answer: { status: 200, type: 'text/html' },
    example: { params: { language: 'en', page: 'sign-in' }, isSentIn: 'tests/api/accounts/member-pages.test.ts' },
  },
  'POST /:language{ja|en}/members/sign-out': {
    summary: 'Sign out with a form',
    answer: { status: 204 },
    example: { params: { language: 'en' } },
  },
  'POST /api/sign-in-links': asked('Ask for a link to sign in'),
  'POST /api/password-resets': asked('Ask for a link to a new password'),
  'POST /api/registrations': asked('Ask for an account of a customer'),
  'PUT /api/password': {
    summary: 'Set a new password with a link from a mail',
    answer: { status: 204 },
    problems: linkProblems,
    example: { body: { token, password }, isSentIn: 'tests/api/accounts/password-reset.test.ts' },
  },
  'PUT /api/address': {
    summary: 'Confirm a new address with a link from a mail',
    answer: { status: 204 },
    problems: [...linkProblems, 'account-exists'],
    example: { body: { token }, isSentIn: 'tests/api/accounts/own-account.test.ts' },
  },
  'POST /api/members': {
    summary: 'Make the account of a customer with a link from a mail',
    answer: { status: 201, body: signInStep },
    problems: linkProblems,
    example: { body: newcomer, isSentIn: 'tests/api/accounts/registration.test.ts' },
  },
  'POST /api/invitation/offer': {
    summary: 'See what an invitation offers',
    answer: { status: 200, body: invitationOffer },
    problems: linkProblems,
    example: { body: { token }, isSentIn: 'tests/api/accounts/invitations.test.ts' },
  },
  'POST /api/invitation': {
    summary: 'Take up an invitation',
    answer: { status: 201, body: signInStep },
    problems: linkProblems,
    example: { body: newcomer, isSentIn: 'tests/api/accounts/invitations.test.ts' },
  },
};
