import type { Operation, Operations } from '../../openapi/operation.ts';
import type { ProblemSlug } from '../../problem.ts';

const isSentIn = 'tests/api/forum/account-page.test.ts';
const currentPassword = 'quiet miles on gravel';
const again = ['sign-in-again', 'wrong-credentials'] as const;

function form(summary: string, body: object, problems: readonly ProblemSlug[]): Operation {
  return {
    summary,
    description: 'As a form of the page sends it without JavaScript: leads back to it.',
    answer: { status: 303 },
    problems: [...problems],
    example: { params: { language: 'en' }, body, isSentIn },
  };
}

/** The page of one’s own account, and what its forms send. */
export const accountPageOperations: Operations = {
  'GET /:language{ja|en}/members/account/': {
    summary: 'See one’s own account',
    description: 'Whoever is not signed in is led to where to sign in.',
    answer: { status: 200, type: 'text/html' },
    problems: ['not-found'],
    example: { params: { language: 'en' }, isSentIn },
  },
  'GET /:language{ja|en}/members/account/:form{profile|address|password|mails}': {
    summary: 'Go back to one’s own account',
    answer: { status: 303 },
    example: { params: { language: 'en', form: 'profile' }, isSentIn },
  },
  'POST /:language{ja|en}/members/account/profile': form(
    'Change one’s own name and language',
    { name: 'Naomi Hill', mailLanguage: 'en' },
    [],
  ),
  'POST /:language{ja|en}/members/account/address': form(
    'Ask to change one’s own address',
    { currentPassword, email: 'naomi.hill@aruku.example' },
    again,
  ),
  'POST /:language{ja|en}/members/account/password': form(
    'Change one’s own password',
    { currentPassword, password: 'a walk along the river' },
    again,
  ),
  'POST /:language{ja|en}/members/account/mails': form('Hear no more of a thread or a board', { thread: '1' }, [
    'not-found',
  ]),
};
