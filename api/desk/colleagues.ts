import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { roles, may } from '../access/rules.ts';
import { accounts, teamMembers, teams } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import type { Colleagues } from './contract.ts';

const answering = roles.filter((role) => may(role, 'tickets:reply'));
const mostTags = 200;
/** So many are enough to know which of two tags is used more. */
const countedTo = 1000;

/** Who conversations can be given to, the tags there are, and the channels of this portal. */
export async function colleaguesOf({ db: { read }, channels }: Services): Promise<Colleagues> {
  const [teamRows, agents, members, tags] = await Promise.all([
    read.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name)),
    read
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(and(eq(accounts.state, 'active'), inArray(accounts.role, answering)))
      .orderBy(asc(accounts.name)),
    read.select().from(teamMembers),
    // From one tag to the next in their index, however many conversations have each.
    read.values<[string]>(sql`
      with recursive known(tag) as (
        select min(tag) from conversation_tags
        union all
        select (select min(tag) from conversation_tags where tag > known.tag) from known where known.tag is not null
      )
      select tag from known where tag is not null
      order by (select count(*) from (select 1 from conversation_tags where conversation_tags.tag = known.tag limit ${countedTo})) desc, tag
      limit ${mostTags}`),
  ]);
  return {
    teams: teamRows,
    agents: agents.map((agent) => ({
      ...agent,
      teams: members.filter(({ accountId }) => accountId === agent.id).map(({ teamId }) => teamId),
    })),
    // On a shared database a row has places, but is no list.
    tags: tags.map((row) => row[0]),
    channels: channels.map(({ id, name }) => ({ id, name })),
  };
}
