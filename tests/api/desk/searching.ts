import { indexSome, purgeSome } from '../../../api/desk/search/indexer.ts';
import { conversationIndex } from '../../../api/desk/search/conversation-index.ts';
import type { SearchPage } from '../../../api/desk/contract.ts';
import type { makeStaffedPortal } from '../support/portal.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

/** Does what the indexer does within a second. */
export async function indexAll({ services }: Pick<Portal, 'services'>): Promise<void> {
  while ((await indexSome(services, conversationIndex)) > 0);
  while (await purgeSome(services, conversationIndex));
}

export async function search({ staff }: Pick<Portal, 'staff'>, q: string, after = ''): Promise<SearchPage> {
  const answer = await staff.ask(`/api/desk/search?q=${encodeURIComponent(q)}${after && `&after=${after}`}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as SearchPage;
}

/** The subjects of what was found, in order. */
export async function found(portal: Portal, q: string): Promise<string[]> {
  return (await search(portal, q)).results.map(({ ticket }) => ticket.subject);
}
