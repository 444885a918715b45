import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../../../api/problem.ts';
import '../../../../components/desk/accounts/mado-desk-people.ts';
import '../../../../components/desk/accounts/mado-desk-teams.ts';
import { expectAccessible } from '../../accessible.ts';
import { fieldNamed, find } from '../../fixtures.ts';
import { type Answer, useServer } from '../../network.ts';
import { button, person, said, stand } from './standing.ts';

const team = { id: 't1', name: '配送担当', members: 1 };
const teams: Answer = { status: 200, json: { teams: [team] } };
const staff: Answer = { status: 200, json: { people: [person], next: null } };
const rules = (isTotpRequired: boolean): Answer => ({ status: 200, json: { isTotpRequired } });
const done = () => find('mado-desk-person .account-done').textContent?.trim();

async function openPerson(...answers: Answer[]) {
  const sent = useServer(teams, { status: 200, json: person }, ...answers);
  const element = await stand('mado-desk-person', { itemId: person.id });
  await expect.poll(() => document.querySelector('.ticket-title')?.textContent).toBe('青木 彩');
  return { sent, element };
}

describe('the people who work here', () => {
  it.each([1280, 390])('are listed with role and last sign-in at %i px', async (width) => {
    await page.viewport(width, 844);
    useServer(staff);
    const element = await stand('mado-desk-people');
    await expect.poll(() => document.querySelector('.desk-subject')?.textContent).toBe('青木 彩');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await expectAccessible(element);
  });

  it('are invited with a role and teams', async () => {
    const sent = useServer(teams, { status: 201, json: { id: '9' } });
    const element = await stand('mado-desk-invite');
    await expect.poll(() => document.querySelector('[name=team]')).not.toBeNull();
    await expectAccessible(element);
    await userEvent.fill(fieldNamed('email'), 'aya@aruku.example');
    await userEvent.click(find('input[value=editor]'));
    await userEvent.click(find('input[value=t1]'));
    await userEvent.click(button('招待する'));
    await expect.poll(said).toBe('招待メールをお送りしました');
    const json = { email: 'aya@aruku.example', role: 'editor', language: 'ja', teams: ['t1'] };
    expect(sent[1]).toMatchObject({ path: '/api/invitations', json });
  });

  it('get another role and teams', async () => {
    const { sent, element } = await openPerson({ status: 200, json: { ...person, role: 'owner', teams: ['t1'] } });
    await expectAccessible(element);
    await userEvent.click(find('input[value=owner]'));
    await userEvent.click(find('input[value=t1]'));
    await userEvent.click(button('保存する'));
    await expect.poll(done).toBe('保存しました');
    expect(sent[2]).toMatchObject({ method: 'PUT', json: { role: 'owner', teams: ['t1'] } });
  });

  it('are suspended, and let in again by the button in the same place', async () => {
    const { element } = await openPerson(
      { status: 200, json: { ...person, isSuspended: true } },
      { status: 200, json: person },
    );
    await userEvent.click(button('アカウントを停止する'));
    await expect.poll(done).toContain('停止し');
    await expectAccessible(element);
    await userEvent.click(button('停止を解除する'));
    await expect.poll(done).toBe('停止を解除しました');
  });

  it('lose their second step only after a question, which can be refused', async () => {
    const { sent, element } = await openPerson(new Response(null, { status: 204 }), {
      status: 200,
      json: { ...person, hasTotp: false },
    });
    await userEvent.click(button('2段階認証をリセットする'));
    await expect.poll(() => document.activeElement?.textContent).toContain('本人からの依頼か');
    await expectAccessible(element);
    await userEvent.click(button('やめる'));
    expect(sent).toHaveLength(2);
    await userEvent.click(button('2段階認証をリセットする'));
    await userEvent.click(button('2段階認証をリセットする'));
    await expect.poll(done).toBe('2段階認証をリセットしました');
    expect(sent[2]).toMatchObject({ method: 'DELETE', path: `/api/people/${person.id}/totp` });
  });

  it('keep an owner: what is refused is said', async () => {
    await openPerson({ problem: new Problem('last-owner').body('ja') });
    await userEvent.click(button('アカウントを停止する'));
    await expect.poll(() => document.querySelector('.problem')?.textContent).toContain('管理者がいなくなる');
  });
});

describe('teams and rules', () => {
  it('are shown, and a team is added', async () => {
    const sent = useServer(teams, rules(false), { status: 201, json: team }, teams, rules(false));
    const element = await stand('mado-desk-teams');
    await expect.poll(() => document.querySelectorAll('.account-teams li').length).toBe(1);
    await expectAccessible(element);
    await userEvent.fill(fieldNamed('name'), '返品担当');
    await userEvent.click(button('追加する'));
    await expect.poll(said).toBe('追加しました');
    expect(sent[2]).toMatchObject({ path: '/api/teams', json: { name: '返品担当' } });
    expect(fieldNamed('name').value).toBe('');
  });

  it('say why two-step sign-in cannot be required yet, and show what holds', async () => {
    useServer(teams, rules(false), { problem: new Problem('second-step-missing').body('ja') });
    await stand('mado-desk-teams');
    await expect.poll(() => document.querySelectorAll('.account-teams li').length).toBe(1);
    await userEvent.click(find('.account-rule input'));
    await expect.poll(said).toContain('先にご自身の2段階認証');
    expect(find('.account-rule input')).toHaveProperty('checked', false);
  });
});
