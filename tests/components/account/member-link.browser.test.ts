import '../../../components/account/account.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Problem } from '../../../api/problem.ts';
import '../../../components/account/mado-member-link.ts';
import { keepPlaceToReturn, placeToReturn } from '../../../components/account/place-to-return.ts';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find, show } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';

const token = 'A'.repeat(32);

function following(kind: string, ...answers: Answer[]) {
  const sent = useServer(...answers);
  history.replaceState(null, '', `/ja/members/link/#${kind}=${token}`);
  const main = show('<mado-member-link><p>メールのリンクから、もう一度お開きください。</p></mado-member-link>');
  return { sent, main };
}

describe('the link in a mail to a member', () => {
  it('asks for a name, the language of mails and, if wanted, a password; it leaves the address at once', async () => {
    const { main, sent } = following('registration', { problem: new Problem('link-unknown').body('ja') });
    await expect.poll(() => document.querySelector('[name=name]')).not.toBeNull();
    expect(location.hash).toBe('');
    expect(find('mado-member-link > p').hidden).toBe(true);
    await expectAccessible(main);
    await userEvent.fill(fieldNamed('name'), 'はな');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('.problem').textContent).toContain('期限切れ');
    expect(sent[0]).toMatchObject({ path: '/api/members', json: { token, name: 'はな', language: 'ja' } });
    expect(fieldNamed('name').value).toBe('はな');
    await expectAccessible(main);
  });

  it('signs in only at a press: what scans mails opens links', async () => {
    const { main, sent } = following('sign-in');
    await expect.poll(() => document.querySelector('mado-opened-link button')).not.toBeNull();
    expect(sent).toEqual([]);
    await expectAccessible(main);
  });

  it('says what to do where there is none', () => {
    useServer();
    history.replaceState(null, '', '/ja/members/link/');
    show('<mado-member-link><p>メールのリンクから、もう一度お開きください。</p></mado-member-link>');
    expect(find('mado-member-link > p').hidden).toBe(false);
  });
});

describe('where somebody goes on', () => {
  it('is kept for as long as the link of a mail works', () => {
    show('');
    keepPlaceToReturn('/ja/forum/12/');
    expect(placeToReturn()).toBe('/ja/forum/12/');
    vi.useFakeTimers({ now: Date.now() + 25 * 3_600_000 });
    expect(placeToReturn()).toBe('');
    vi.useRealTimers();
  });
});
