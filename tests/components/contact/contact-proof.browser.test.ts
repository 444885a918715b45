import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldNamed, find } from '../fixtures.ts';
import { useServer, useTask } from '../network.ts';
import { letterText, opened, openForm, send, write } from './writing.ts';

const keys = { hmacSignatureSecret: 'a key', hmacKeySignatureSecret: 'another key' };
const makeTask = () =>
  createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 10, counter: 40, deriveKey, data: { for: 'ticket' }, ...keys });

/** What came with a request, as the server reads it. */
function proofIn(header: string | null | undefined) {
  const text = atob((header ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(text) as Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>;
}

describe('that a message is not one of thousands', () => {
  it('is worked on from the first touch of the form, once, and shown with the message', async () => {
    const asked = useTask(await makeTask());
    const sent = useServer({ status: 201, json: opened });
    openForm();
    expect(asked).toEqual([]);
    await userEvent.click(fieldNamed('subject'));
    await expect.poll(() => asked).toEqual(['/api/challenges/ticket']);
    await write();
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(asked).toHaveLength(1);
    const { challenge, solution } = proofIn(sent[0]?.proof);
    expect(await verifySolution({ challenge, solution, deriveKey, ...keys })).toMatchObject({ verified: true });
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
  });

  it('is shown for who sends without having touched a field, as what was kept from earlier', async () => {
    useTask(await makeTask());
    const sent = useServer('unreachable', { status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain('まだ送信されていません');
    openForm();
    await expect.poll(() => sent).toHaveLength(2);
    expect(sent[1]?.proof).toBeTruthy();
  });

  it.for<[string, unknown]>([
    ['gives no task', null],
    ['gives a task that cannot be solved', { parameters: { algorithm: 'PBKDF2/SHA-256', keyPrefix: 'no hex' } }],
  ])('is not needed: the message goes without it when the server %s', async ([, task]) => {
    useTask(task);
    const sent = useServer({ status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]?.proof).toBeNull();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
  });

  it('has a field for programs that nobody comes to by keyboard, and that is not sent', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm();
    fieldNamed('name').focus();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(find('button[type=submit]'));
    await write();
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]?.json).not.toHaveProperty('website');
  });
});
