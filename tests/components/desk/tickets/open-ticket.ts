// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../components/attachments/attachments.css';
import '../../../../components/desk/tickets/mado-desk-ticket.ts';
import { find, show } from '../../fixtures.ts';

/** Opens a ticket at the desk, as 山田. */
export async function openTicket({
  itemId = 'M-AAAA',
  language = 'ja',
  role = 'agent',
}: { itemId?: string; language?: 'ja' | 'en'; role?: string } = {}) {
  show('<div class="desk-open"></div>', language);
  const ticket = document.createElement('mado-desk-ticket');
  const account = { id: 'a1', name: '山田', email: 'yamada@example.com', language, role };
  const categories = [{ slug: 'returns', name: { ja: '返品・交換', en: 'Returns' } }];
  Object.assign(ticket, { language, timeZone: 'Asia/Tokyo', itemId, account, categories });
  find('.desk-open').append(ticket);
  await ticket.updateComplete;
  return ticket;
}

export const title = () => document.querySelector('.ticket-title')?.textContent;
export const problem = () => document.querySelector('.problem[role=alert]')?.textContent.trim();
export const status = () => find('[role=status]').textContent.trim();
export const reply = () => find('#reply') as HTMLTextAreaElement;

/** The button with that text, which has to be there. */
export function button(text: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.trim() === text);
  if (!found) throw new Error(`There is no button “${text}”`);
  return found;
}
