import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../site/styles/site.css';
import { proveForm } from '../../../components/challenge/proven-form.ts';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find, show } from '../fixtures.ts';
import { useServer, useTask } from '../network.ts';

const keys = { hmacSignatureSecret: 'a key', hmacKeySignatureSecret: 'another key' };
const makeTask = () =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: 40,
    deriveKey,
    data: { for: 'subscription' },
    ...keys,
  });

/** The form of the notices, whose sending is caught after everything else, and what it would have sent. */
function openForm(): Record<string, string>[] {
  show(
    `<form class="form" data-proof="subscription" action="/en/notices/mail" method="post">
      <label>E-mail address <input name="email" type="email" required /></label>
      <button class="button" type="submit">Send</button>
    </form>`,
    'en',
  );
  const form = find('form') as HTMLFormElement;
  proveForm(form);
  const sent: Record<string, string>[] = [];
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    sent.push(Object.fromEntries(new FormData(form)) as Record<string, string>);
  });
  return sent;
}

describe('a form that the browser sends by itself', () => {
  it('takes along a proof that was worked on meanwhile, in a field', async () => {
    useServer();
    const asked = useTask(await makeTask());
    const sent = openForm();
    await expect.poll(() => asked).toEqual(['/api/challenges/subscription']);
    await userEvent.type(fieldNamed('email'), 'tom@example.com');
    await expectAccessible(find('form'));
    await userEvent.click(find('button'));
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]?.['email']).toBe('tom@example.com');
    const text = atob((sent[0]?.['proof'] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    const { challenge, solution } = JSON.parse(text) as Pick<
      Parameters<typeof verifySolution>[0],
      'challenge' | 'solution'
    >;
    expect(await verifySolution({ challenge, solution, deriveKey, ...keys })).toMatchObject({ verified: true });
  });

  it('goes without one where there is none', async () => {
    useServer();
    useTask(null);
    const sent = openForm();
    await userEvent.type(fieldNamed('email'), 'tom@example.com');
    await userEvent.click(find('button'));
    await expect.poll(() => sent).toEqual([{ email: 'tom@example.com', proof: '' }]);
  });

  it('goes once, however often its button is pressed while the browser works', async () => {
    useServer();
    useTask(await makeTask());
    const sent = openForm();
    await userEvent.type(fieldNamed('email'), 'tom@example.com');
    const button = find('button');
    for (let press = 0; press < 5; press += 1) button.click();
    await expect.poll(() => sent).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toHaveLength(1);
  });
});
