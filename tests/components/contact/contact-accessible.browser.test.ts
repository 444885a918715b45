import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { useServer } from '../network.ts';
import {
  chooseTopic,
  fieldErrors,
  letter,
  letterText,
  opened,
  openForm,
  send,
  topics,
  trail,
  write,
} from './writing.ts';

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

  it('while a message waits, and once it has been sent', async () => {
    useServer('unreachable', { status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(letterText).toContain('まだ送信されていません');
    await expectAccessible(find('main'));
    window.dispatchEvent(new Event('online'));
    await expect.poll(letterText).toContain('受付番号');
    await expectAccessible(find('main'));
  });

  it('with the questions of a category, mistakes in them, and a receipt that shows the answers', async () => {
    useServer({ status: 201, json: opened });
    openForm({ topics });
    chooseTopic('返品・交換');
    await write();
    await expectAccessible(find('main'));
    await send();
    expect(fieldErrors()).toHaveProperty('answer-order-number');
    await expectAccessible(find('main'));
    await userEvent.fill(fieldNamed('answer-order-number'), 'A-1048-2231');
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    await expectAccessible(find('main'));
  });
});
