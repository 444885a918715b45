import { describe, expect, it } from 'vitest';
import { page as browserPage, userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../site/styles/site.css';
import '../../../site/styles/desk.css';
import '../../../site/styles/desk-nav.css';
import { type DeskPage, deskPages } from '../../../components/desk/desk-pages.ts';
import '../../../components/desk/mado-desk.ts';
import { fire } from '../../../components/events.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';
import { type Answer, useServer } from '../network.ts';

const account = { id: '1', email: 'makoto@example.com', name: '高橋誠', language: 'ja', role: 'owner' };
const signedIn: Answer = { status: 200, json: { account } };
/** Without asking how much waits there. */
function uncounted({ id, group, isEveryday, text, element, load, roles }: DeskPage): DeskPage {
  return { id, group, text, element, load, ...(isEveryday ? { isEveryday } : {}), ...(roles ? { roles } : {}) };
}

/** Two that everybody at work sees. */
const firstPages = deskPages.filter(({ id }) => id === 'tickets' || id === 'notices').map((page) => uncounted(page));
const noTickets: Answer = { status: 200, json: { tickets: [], next: null } };
const noNotices: Answer = { status: 200, json: { notices: [], next: null } };

/** All pages as they are, and those of a portal that has grown. */
const manyPages: readonly DeskPage[] = [
  ...deskPages.map((page) => uncounted(page)),
  ...[
    { ja: 'フォーラムの確認', en: 'Forum moderation' },
    { ja: '検索の分析', en: 'Insights' },
    { ja: '下書き', en: 'Drafts' },
  ].map((text, index) => ({
    id: `page-${'abc'[index]}`,
    group: 'settings' as const,
    text,
    element: 'mado-desk-tickets' as const,
    load: () => Promise.resolve(),
  })),
];

async function open({
  hash = '',
  width = 1280,
  pages = firstPages,
}: { hash?: string; width?: number; pages?: readonly DeskPage[] } = {}) {
  await browserPage.viewport(width, 800);
  show('');
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  document.body.replaceChildren();
  const desk = document.createElement('mado-desk');
  desk.dataset['names'] = '{"ja":"アルク"}';
  desk.pages = pages;
  document.body.append(desk);
  return desk;
}

const links = () => [...document.querySelectorAll<HTMLElement>('.desk-pages a')];
const waiting = () => [...document.querySelectorAll('.menu-pages a')].map((link) => link.textContent.trim());
const current = () => find('.desk-pages [aria-current=page]').textContent;

describe('the desk', () => {
  it('shows its pages and opens the first, and says in the title where somebody is', async () => {
    useServer(signedIn, noTickets);
    const desk = await open();
    await expect.poll(() => document.querySelector('.desk-empty')?.textContent).toContain('ありません');
    expect(links().map(({ textContent }) => textContent)).toEqual(['お問い合わせ', 'お知らせ']);
    expect(current()).toBe('お問い合わせ');
    expect(document.title).toBe('お問い合わせ | 受付デスク | アルク');
    await expectAccessible(desk);
  });

  it('says beside the name of a page how much waits there, and takes what the page itself says', async () => {
    useServer(signedIn, noTickets);
    const page = { element: 'div' as const, group: 'work' as const, load: () => Promise.resolve() };
    const desk = await open({
      pages: [
        { ...page, id: 'one', text: { ja: '一つ目', en: 'One' } },
        { ...page, id: 'two', text: { ja: '二つ目', en: 'Two' }, count: () => Promise.resolve(43) },
        { ...page, id: 'three', text: { ja: '三つ目', en: 'Three' }, count: () => Promise.reject(new Error('down')) },
      ],
    });
    await expect.poll(waiting).toEqual(['一つ目', '二つ目 43（対応待ち43件）', '三つ目']);
    await expect.poll(() => document.querySelector('#main div')).not.toBeNull();
    fire(find('#main div'), 'mado-desk-count', { count: 5 });
    await expect.poll(() => document.title).toMatch(/^\(5\) 一つ目/);
    expect(waiting()[0]).toContain('5');
    await expectAccessible(desk);
  });

  it('opens the page of its address, and another by its link', async () => {
    useServer(signedIn, noNotices, noTickets);
    await open({ hash: '#/notices/planned' });
    await expect.poll(() => document.querySelector('mado-desk-notices .desk-empty')?.textContent).toContain('予定');
    expect(current()).toBe('お知らせ');
    await userEvent.click(links()[0] ?? document.body);
    await expect.poll(() => document.querySelector('mado-desk-tickets .desk-empty')).not.toBeNull();
    expect(document.querySelector('mado-desk-notices')).toBeNull();
  });

  it('does not open a page that is not theirs', async () => {
    const [first, ...others] = firstPages;
    const pages = [first, ...others.map((page) => ({ ...page, roles: ['moderator'] as const }))];
    useServer(signedIn, noTickets);
    await open({ hash: '#/notices/planned', pages: pages.filter((page) => !!page) });
    await expect.poll(() => document.querySelector('mado-desk-tickets .desk-empty')).not.toBeNull();
    expect(links()).toHaveLength(1);
    expect(document.querySelector('mado-desk-notices')).toBeNull();
  });

  it('says that a page does not arrive, and fetches it with the next try', async () => {
    let tries = 0;
    const [first] = deskPages;
    const load = async () => {
      tries += 1;
      if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
    };
    useServer(signedIn, noTickets);
    await open({ pages: first ? [{ ...first, load }] : [] });
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('接続できません');
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(() => document.querySelector('mado-desk-tickets .desk-empty')).not.toBeNull();
  });

  it('asks to sign in, without a menu, and says when the server does not answer', async () => {
    useServer('unreachable', { status: 200, json: { account: null } });
    await open();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('does not answer');
    await userEvent.click(find('[role=alert] button'));
    await expect.poll(() => document.querySelector('mado-desk-sign-in')).not.toBeNull();
    expect(links()).toEqual([]);
  });
});

describe('signing out', () => {
  const draft = 'mado-draft-M-AAAA';
  const leave = async () => {
    await open();
    await expect.poll(() => document.querySelector('.desk-empty')).not.toBeNull();
    sessionStorage.setItem(draft, '佐藤様');
    await userEvent.click(browserPage.getByRole('button', { name: 'ログアウト' }));
  };

  it('leaves nothing on the screen, and no reply that was begun', async () => {
    const sent = useServer(signedIn, noTickets, new Response(null, { status: 204 }));
    await leave();
    await expect.poll(() => document.querySelector('mado-desk-sign-in')).not.toBeNull();
    expect(sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/session' });
    expect(document.querySelector('mado-desk-tickets')).toBeNull();
    expect(sessionStorage.getItem(draft)).toBeNull();
  });

  it('clears all the same where the server does not answer, and says so', async () => {
    useServer(signedIn, noTickets, 'unreachable');
    await leave();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('接続できません');
    expect(document.querySelector('mado-desk-tickets')).toBeNull();
    expect(sessionStorage.getItem(draft)).toBeNull();
  });
});

const isShown = (element: Element) => element.checkVisibility();
const menu = () => find('.menu-button');
const inMenu = () => [...document.querySelectorAll<HTMLElement>('.menu-pages a')];
const inSight = () => [...document.querySelectorAll<HTMLElement>('.desk-pages :is(a, button)')].filter(isShown);
const here = (language: 'ja' | 'en'): Answer => ({ status: 200, json: { account: { ...account, language } } });

describe('the menu', () => {
  it.for((['ja', 'en'] as const).flatMap((language) => [1280, 1024, 390].map((width) => [language, width] as const)))(
    'is not cut, and has every page by what it is for: %s at %i px',
    async ([language, width]) => {
      useServer(here(language), noTickets);
      // The page with the longest name stands in the line besides.
      const desk = await open({ width, pages: manyPages, hash: '#/page-a' });
      await expect
        .poll(() => document.querySelector('.desk-pages [aria-current=page]')?.textContent)
        .toMatch(/フォ|Forum/);
      for (const way of inSight()) {
        const { left, right, height } = way.getBoundingClientRect();
        expect(height).toBeGreaterThanOrEqual(44);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
      }
      const line = find('.desk-pages');
      expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
      await userEvent.click(menu());
      expect(inMenu().map(({ textContent }) => textContent)).toEqual(
        expect.arrayContaining(manyPages.map(({ text }) => text[language])),
      );
      expect(inMenu().every(isShown)).toBe(true);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      await expectAccessible(desk);
    },
  );

  it('opens by its key at the page somebody is on, and goes by Escape, back to its button', async () => {
    useServer(signedIn, noTickets);
    await open({ pages: manyPages });
    await expect.poll(() => document.querySelector('.menu-button')).not.toBeNull();
    await userEvent.keyboard('m');
    await expect.poll(() => document.activeElement?.textContent).toBe('お問い合わせ');
    expect(menu().ariaExpanded).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(inMenu().some(isShown)).toBe(false);
    expect(document.activeElement).toBe(menu());
  });

  it('is walked through by keyboard, leads to a page, and is gone then', async () => {
    useServer(signedIn, noTickets, noNotices);
    await open({ pages: manyPages });
    await expect.poll(() => document.querySelector('.menu-button')).not.toBeNull();
    menu().focus();
    await userEvent.keyboard('{Enter}');
    for (const link of inMenu().slice(0, 4)) {
      await userEvent.keyboard('{Tab}');
      expect(document.activeElement).toBe(link);
    }
    await userEvent.keyboard('{Enter}');
    await expect.poll(current).toBe('お知らせ');
    expect(menu().ariaExpanded).toBe('false');
    expect(document.activeElement).toBe(menu());
  });

  it('goes by a click beside it', async () => {
    useServer(signedIn, noTickets);
    await open({ pages: manyPages });
    await expect.poll(() => document.querySelector('.menu-button')).not.toBeNull();
    await userEvent.click(menu());
    await userEvent.click(find('.desk-title'));
    expect(inMenu().some(isShown)).toBe(false);
  });

  it('keeps the ways out of the desk at its foot on a phone', async () => {
    useServer(signedIn, noTickets);
    await open({ pages: manyPages, width: 390 });
    await expect.poll(() => document.querySelector('.menu-button')).not.toBeNull();
    const signOut = browserPage.getByText('ログアウト');
    expect(signOut.element().checkVisibility()).toBe(false);
    await userEvent.click(menu());
    expect(signOut.element().checkVisibility()).toBe(true);
  });
});
