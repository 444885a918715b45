import { expect, it } from 'vitest';
import { webhookKinds } from '../../../api/desk/news/tell.ts';
import { mailKinds } from '../../../api/mail/kinds.ts';
import { messages } from '../../../components/desk/outbox/messages.ts';

it.each(['ja', 'en'] as const)('the desk has a word for everything that the portal sends (%s)', (language) => {
  expect(Object.keys(messages[language].kinds).toSorted()).toEqual(
    [...Object.keys(mailKinds), ...Object.values(webhookKinds)].toSorted(),
  );
});
