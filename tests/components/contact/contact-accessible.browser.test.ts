import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { useServer } from '../network.ts';
import { fieldErrors, letter, opened, openForm, problem, send, trail, write } from './writing.ts';

describe('the contact form has no barriers', () => {
  it.for(['ja', 'en'] as const)('when it is empty, in %s', async (language) => {
    openForm({ language });
    await expectAccessible(find('main'));
  });

  it('with a trail and suggestions', async () => {
    openForm({ came: trail, indexed: [{ url: '#size', title: 'サイズの交換', excerpt: 'サイズのこと' }] });
    await userEvent.fill(fieldNamed('subject'), 'サイズ');
    await expect.poll(() => document.querySelector('.suggestions')).not.toBeNull();
    await expectAccessible(find('main'));
  });

  it('with mistakes', async () => {
    openForm();
    await write({ ...letter, email: 'hanako' });
    await send();
    expect(fieldErrors()).toHaveProperty('email');
    await expectAccessible(find('main'));
  });

  it('when nobody answers, and with a receipt', async () => {
    useServer('unreachable', { status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(problem).toContain('ただいま送信できません');
    await expectAccessible(find('main'));
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    await expectAccessible(find('main'));
  });
});
