import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { voteInput } from '../../../api/feedback/contract.ts';
import '../../../components/feedback/mado-feedback.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { textsFor } from '../../../site/i18n/texts.ts';
import { expectAccessible } from '../accessible.ts';
import { feedbackForm, find, listen, show } from '../fixtures.ts';
import { useServer } from '../network.ts';

const cast = { status: 201, json: { id: 'a-vote' } } as const;
const noContent = () => new Response(null, { status: 204 });

function ask(language: Language = 'ja'): void {
  show(feedbackForm(language), language);
}

async function answer(with_: 'yes' | 'no'): Promise<void> {
  await userEvent.click(find(`button[value=${with_}]`));
}

const problem = () => document.querySelector('p.problem')?.textContent ?? null;
const hasThanked = () => getComputedStyle(find('#thanks')).display !== 'none';

describe('the question whether a page helped', () => {
  it('sends a yes, says thank you there, and asks no more', async () => {
    const votes = listen('mado-vote');
    const sent = useServer(cast);
    ask();
    expect(hasThanked()).toBe(false);
    await answer('yes');
    await expect.poll(() => document.activeElement).toBe(find('#thanks'));
    expect(hasThanked()).toBe(true);
    expect(find('#thanks').textContent.trim()).toBe(textsFor('ja').feedback.thanks);
    expect(getComputedStyle(find('#feedback')).display).toBe('none');
    expect(document.querySelector('.feedback-why')).toBeNull();
    const vote = { language: 'ja', kind: 'faq', slug: 'return-policy', helpful: 'yes' };
    expect(sent).toMatchObject([{ method: 'POST', path: '/api/feedback/votes', json: vote, language: 'ja' }]);
    expect(voteInput.parse(sent[0]?.json)).toEqual(vote);
    expect(votes).toEqual([{ version: 1, url: location.pathname, isHelpful: true }]);
  });

  it('asks why after a no, and sends the reason', async () => {
    const reasons = listen('mado-vote-explained');
    const sent = useServer(cast, noContent());
    ask('en');
    await answer('no');
    await userEvent.click(page.getByRole('radio', { name: 'It’s out of date' }));
    await userEvent.click(page.getByRole('button', { name: 'Send the reason' }));
    await expect.poll(() => find('mado-feedback [role=status]').textContent).toBe('Thank you. That helps.');
    expect(sent[1]).toMatchObject({
      method: 'PUT',
      path: '/api/feedback/votes/a-vote/reason',
      json: { reason: 'outdated' },
    });
    expect(reasons).toEqual([{ version: 1, url: location.pathname, reason: 'outdated' }]);
    expect(find('mado-feedback').contains(document.activeElement)).toBe(true);
  });

  it('sends no reason before one is chosen', async () => {
    const sent = useServer(cast);
    ask();
    await answer('no');
    await expect.poll(() => document.querySelector('.feedback-why')).not.toBeNull();
    find('.feedback-why button').click();
    expect(sent).toHaveLength(1);
  });

  it('says that it could not be sent, and sends the same vote again with the same key', async () => {
    const sent = useServer('unreachable', cast);
    ask();
    await answer('no');
    await expect.poll(problem).toBe('ただいま送信できません。時間をおいてもう一度お試しください。');
    expect(hasThanked()).toBe(false);
    await answer('no');
    await expect.poll(hasThanked).toBe(true);
    expect(problem()).toBeNull();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.key?.length).toBeGreaterThan(16);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('takes two quick presses as one vote', async () => {
    const votes = listen('mado-vote');
    const sent = useServer(cast);
    ask();
    find('button[value=yes]').click();
    find('button[value=yes]').click();
    await expect.poll(hasThanked).toBe(true);
    expect(sent).toHaveLength(1);
    expect(votes).toHaveLength(1);
  });

  it('takes a change of mind after a failure as another vote', async () => {
    const sent = useServer('unreachable', cast);
    ask();
    await answer('no');
    await expect.poll(problem).not.toBeNull();
    await answer('yes');
    await expect.poll(hasThanked).toBe(true);
    expect(sent[1]?.json).toMatchObject({ helpful: 'yes' });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('says what the API says, and keeps the reason that was chosen', async () => {
    const title = 'ただいま保存できません。';
    const sent = useServer(cast, { problem: { type: '/problems/database-busy', title, status: 503 } }, noContent());
    ask();
    await answer('no');
    await userEvent.click(page.getByRole('radio', { name: '情報が古い' }));
    await userEvent.click(page.getByRole('button', { name: '理由を送る' }));
    await expect.poll(problem).toBe(title);
    await userEvent.click(page.getByRole('button', { name: '理由を送る' }));
    await expect.poll(() => document.querySelector('.feedback-why')).toBeNull();
    expect(sent[2]?.json).toEqual({ reason: 'outdated' });
  });

  it.for(['ja', 'en'] as const)('has no barriers, from the question to the end, in %s', async (language) => {
    useServer('unreachable', cast, noContent());
    ask(language);
    await expectAccessible(find('main'));
    await answer('no');
    await expect.poll(problem).not.toBeNull();
    await expectAccessible(find('main'));
    await answer('no');
    await expect.poll(() => document.querySelector('.feedback-why')).not.toBeNull();
    await expectAccessible(find('main'));
    await userEvent.click(find('input[value=unclear]'));
    find('.feedback-why button').click();
    await expect.poll(() => document.querySelector('.feedback-why')).toBeNull();
    await expectAccessible(find('main'));
  });
});
