import { expect, it } from 'vitest';
import { mailKinds } from '../../../api/mail/kinds.ts';
import { messages } from '../../../components/desk/outbox/messages.ts';

it.each(['ja', 'en'] as const)('the desk has a word for every kind of mail that the portal sends (%s)', (language) => {
  expect(Object.keys(messages[language].kinds).toSorted()).toEqual(Object.keys(mailKinds).toSorted());
});
