/** What somebody who works at the portal is there for. */
export type StaffRole = 'owner' | 'editor' | 'moderator' | 'agent';

/** A page of the desk. Its element extends `DeskElement`, and is fetched when somebody opens the page. */
export interface DeskPage {
  /** The first part of its address: `#/notices/…`. */
  id: string;
  text: { ja: string; en: string };
  element: keyof HTMLElementTagNameMap;
  load: () => Promise<unknown>;
  /** Who sees it; everybody unless it says so. The API refuses the others by itself. */
  roles?: readonly StaffRole[];
}

/** The pages of the desk, in the order of its menu; the first is where somebody arrives. */
export const deskPages: readonly DeskPage[] = [
  {
    id: 'tickets',
    text: { ja: 'お問い合わせ', en: 'Tickets' },
    element: 'mado-desk-tickets',
    load: () => import('./tickets/mado-desk-tickets.ts'),
  },
  {
    id: 'notices',
    text: { ja: 'お知らせ', en: 'Notices' },
    element: 'mado-desk-notices',
    load: () => import('./notices/mado-desk-notices.ts'),
  },
];

/** The pages for somebody with that role; all of them for an account that names none. */
export function pagesFor(pages: readonly DeskPage[], role: StaffRole | undefined): readonly DeskPage[] {
  return pages.filter(({ roles }) => !roles || !role || roles.includes(role));
}
