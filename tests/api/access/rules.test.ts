import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { type Role, roles } from '../../../api/access/rules.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { problemOf } from '../support/ask.ts';

async function portalOf(role: Role) {
  const portal = await makeStaffedPortal();
  await portal.services.db.write([
    portal.services.db.read.update(accounts).set({ role }).where(eq(accounts.role, 'owner')),
  ]);
  return portal;
}

describe('what a role may', () => {
  it('lets agents answer tickets, and nobody who is only a member', async () => {
    const agent = await portalOf('agent');
    expect((await agent.fetcher('http://localhost:4321/api/tickets')).status).toBe(200);
    const member = await portalOf('member');
    await problemOf(member.fetcher('http://localhost:4321/api/tickets'), 'not-allowed', 403);
  });

  it.each(roles)('keeps %s as a role of the database', async (role) => {
    const { services } = await portalOf(role);
    const [account] = await services.db.read.select().from(accounts);
    expect(account?.role).toBe(role);
  });
});
