import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldNamed } from '../fixtures.ts';
import { useServer } from '../network.ts';
import { letter, opened, openForm, send, write } from './writing.ts';

const startOver = () => document.querySelector<HTMLElement>('.draft-note button');

describe('what is typed into the contact form', () => {
  it('is there again when the page is opened later, until it is sent', async () => {
    useServer({ status: 201, json: opened });
    openForm();
    await write({ ...letter, name: '花子' });
    openForm();
    expect(fieldNamed('message').value).toBe(letter.message);
    expect(fieldNamed('name').value).toBe('花子');
    await expect.poll(() => document.querySelector('.draft-note')?.textContent ?? '').toContain('共用の端末');
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    openForm();
    expect(fieldNamed('message').value).toBe('');
  });

  it('is forgotten after a week', async () => {
    openForm();
    await write();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 8 * 86_400_000);
    openForm();
    expect(fieldNamed('message').value).toBe('');
    vi.restoreAllMocks();
  });

  it('is cleared by who starts over, and nothing of it stays on the device', async () => {
    openForm();
    await write({ ...letter, name: '花子' });
    await expect.poll(startOver).not.toBeNull();
    startOver()?.click();
    expect(fieldNamed('subject').value).toBe('');
    expect(document.activeElement).toBe(fieldNamed('subject'));
    await expect.poll(startOver).toBeNull();
    expect(localStorage.getItem('mado-contact-draft')).toBeNull();
    openForm();
    expect(fieldNamed('name').value).toBe('');
  });

  it('is no draft while only an address stands there', async () => {
    openForm();
    await userEvent.fill(fieldNamed('email'), letter.email);
    expect(localStorage.getItem('mado-contact-draft')).toBeNull();
    expect(startOver()).toBeNull();
  });
});
