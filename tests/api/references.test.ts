import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { makePortal } from '../support/services.ts';
import { openTicket } from './support/portal.ts';
import { lateParcel, wrongColour } from './support/samples.ts';

/** References are short, ids are not. */
const random = (bytes: number) => (bytes < 16 ? Buffer.alloc(bytes) : randomBytes(bytes));

it('a reference that is taken is not given again, and fails nobody who writes at the same time', async () => {
  const portal = await makePortal({ random });
  const opened = await Promise.all([lateParcel, wrongColour, lateParcel].map((input) => openTicket(portal, input)));
  // On a server, who comes first is not ours to say.
  const references = new Set(opened.map(({ reference }) => reference));
  expect(references).toEqual(new Set(['M-2222', 'M-22222', 'M-222222']));
});
