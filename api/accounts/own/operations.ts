import { z } from 'zod';
import type { Operations } from '../../openapi/operation.ts';
import { ownAccount, recoveryCodes, sessionOfDevice, totpSetUp } from '../contract.ts';

const currentPassword = 'quiet miles on gravel';
const again = ['sign-in-again', 'wrong-credentials'] as const;
const isSentIn = 'tests/api/accounts/own-account.test.ts';
const totpTest = 'tests/api/accounts/totp.test.ts';

export const ownAccountOperations: Operations = {
  'GET /api/account': { summary: 'Read one’s own account', answer: { status: 200, body: ownAccount }, example: {} },
  'PUT /api/account': {
    summary: 'Change one’s own name and language',
    answer: { status: 200, body: ownAccount },
    example: { body: { name: 'Naomi Hill', language: 'en' } },
  },
  'PUT /api/account/password': {
    summary: 'Change one’s own password',
    description: 'Ends every other session.',
    answer: { status: 204 },
    problems: again,
    example: { body: { currentPassword, password: 'a walk along the river' }, isSentIn },
  },
  'POST /api/account/address': {
    summary: 'Ask to change one’s own address',
    description: 'It changes once the link in the mail to the new one was followed.',
    answer: { status: 202, body: z.strictObject({ asked: z.literal(true) }) },
    problems: again,
    example: { body: { currentPassword, email: 'naomi.hill@aruku.example' }, isSentIn },
  },
  'POST /api/account/totp': {
    summary: 'Begin to set up two-step sign-in',
    answer: { status: 201, body: totpSetUp },
    problems: again,
    example: { body: { currentPassword }, isSentIn: totpTest },
  },
  'PUT /api/account/totp': {
    summary: 'Turn two-step sign-in on with the first code',
    answer: { status: 200, body: recoveryCodes },
    problems: ['wrong-code'],
    example: { body: { code: '123456' }, isSentIn: totpTest },
  },
  'POST /api/account/totp/removal': {
    summary: 'Turn two-step sign-in off',
    answer: { status: 204 },
    problems: [...again, 'second-step-required'],
    example: { body: { currentPassword }, isSentIn: totpTest },
  },
  'POST /api/account/recovery-codes': {
    summary: 'Get new recovery codes',
    answer: { status: 201, body: recoveryCodes },
    problems: again,
    example: { body: { currentPassword }, isSentIn: totpTest },
  },
  'GET /api/account/sessions': {
    summary: 'List one’s own devices',
    answer: { status: 200, body: z.strictObject({ sessions: z.array(sessionOfDevice) }) },
    example: {},
  },
  'DELETE /api/account/sessions': { summary: 'Sign all other devices out', answer: { status: 204 }, example: {} },
  'DELETE /api/account/sessions/:id': {
    summary: 'Sign a device out',
    answer: { status: 204 },
    problems: ['not-found'],
    example: { params: { id: '9f86d081884c7d65' }, isSentIn },
  },
};
