import { describe, expect, it, vi } from 'vitest';
import { readTrail } from '../../../components/base/trail.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';
import { letter, opened, openForm, problem, send, trail, write } from './writing.ts';

const unreachable = 'ただいま送信できません。';

describe('a contact form that reaches nobody', () => {
  it.for<{ what: string; answer: () => Answer }>([
    { what: 'there is no network', answer: () => 'unreachable' },
    { what: 'something in between answers', answer: () => new Response('Bad gateway', { status: 502 }) },
    { what: 'a sign-in page of the network answers', answer: () => new Response('<h1>Wi-Fi</h1>') },
  ])('says so when $what, and keeps all that was written', async ({ answer }) => {
    useServer(answer());
    openForm({ came: trail });
    await write({ ...letter, name: '花子' });
    await send();
    await expect.poll(problem).toContain(unreachable);
    expect(document.activeElement).toBe(find('[data-slot=problem]'));
    expect(find('form').hidden).toBe(false);
    for (const [name, text] of Object.entries({ ...letter, name: '花子' })) expect(fieldNamed(name).value).toBe(text);
    expect(readTrail()).toEqual(trail);
    expect(find('button[type=submit]').getAttribute('aria-disabled')).toBe('false');
  });

  it('sends the same message again with the same key, so that it is one ticket', async () => {
    const sent = useServer('unreachable', { status: 201, json: opened });
    openForm();
    await write();
    await send();
    await expect.poll(problem).toContain(unreachable);
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.key).toBeTruthy();
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('sends another message with another key', async () => {
    const sent = useServer('unreachable', 'unreachable', 'unreachable');
    openForm({ came: trail });
    await write();
    await send();
    await expect.poll(problem).toContain(unreachable);
    await write({ message: `${letter.message}急ぎません。` });
    await send();
    await expect.poll(() => sent).toHaveLength(2);
    await expect.poll(problem).toContain(unreachable);
    find('.form-remove').click();
    await send();
    await expect.poll(() => sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
  });

  it('has what was written again when the page is opened later, until it is sent', async () => {
    useServer('unreachable', { status: 201, json: opened });
    openForm();
    await write({ ...letter, name: '花子' });
    await send();
    await expect.poll(problem).toContain('この端末に保存しました');
    await write({ message: `${letter.message}急ぎません。` });
    openForm();
    expect(fieldNamed('message').value).toBe(`${letter.message}急ぎません。`);
    expect(fieldNamed('name').value).toBe('花子');
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    openForm();
    expect(fieldNamed('message').value).toBe('');
  });

  it('keeps nothing of what was only begun, and forgets the rest after a week', async () => {
    useServer('unreachable');
    openForm();
    await write();
    openForm();
    expect(fieldNamed('message').value).toBe('');
    await write();
    await send();
    await expect.poll(problem).toContain(unreachable);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 8 * 86_400_000);
    openForm();
    expect(fieldNamed('message').value).toBe('');
    vi.restoreAllMocks();
  });

  it('works where the browser gives no random ids, as on an address without https', async () => {
    const sent = useServer({ status: 201, json: opened });
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    openForm();
    await write();
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    expect(sent[0]?.key?.length).toBeGreaterThan(16);
  });
});
