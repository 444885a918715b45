import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../site/styles/site.css';
import '../../../site/styles/desk.css';
import '../../../site/styles/desk-nav.css';
import '../../../components/desk/mado-desk-shortcuts.ts';
import { areShortcutsOn, knownShortcuts } from '../../../components/desk/shortcuts.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';
import { useServer } from '../network.ts';
import { useStream } from './tickets/live-stand-in.ts';
import { lines, openList, references } from './tickets/open-list.ts';
import { listOf } from './tickets/summaries.ts';

const three = ['M-AAAA', 'M-BBBB', 'M-CCCC'];

async function openThree(hash = '') {
  useStream();
  const sent = useServer(listOf(three), listOf(['M-DDDD']));
  await openList({ hash });
  await expect.poll(references).toEqual(three);
  return sent;
}

async function openOverview(language: 'ja' | 'en', width = 1280) {
  await page.viewport(width, 800);
  show('', language);
  const overview = document.createElement('mado-desk-shortcuts');
  overview.language = language;
  find('main').append(overview);
  await overview.updateComplete;
  return overview;
}

describe('the keys of the list', () => {
  it('move through it, open, and lead to other views', async () => {
    const sent = await openThree();
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(lines()[0]);
    await userEvent.keyboard('jjk');
    expect(document.activeElement).toBe(lines()[1]);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(lines()[2]);
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(lines()[2]);
    await userEvent.keyboard('gm');
    await expect.poll(() => location.hash).toBe('#/tickets/mine');
    await expect.poll(references).toEqual(['M-DDDD']);
    expect(sent[1]?.query).toEqual({ view: 'mine' });
  });

  it('open the next ticket from within one, and lead back to the list', async () => {
    useStream();
    useServer(listOf(three));
    await openList({ hash: '#/tickets/to-answer/M-AAAA' });
    await expect.poll(references).toEqual(three);
    await userEvent.keyboard('j');
    await expect.poll(() => location.hash).toBe('#/tickets/to-answer/M-BBBB');
    await userEvent.keyboard('u');
    await expect.poll(() => location.hash).toBe('#/tickets/to-answer');
  });

  it('lead to the search and the filters', async () => {
    await openThree();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(find('#desk-search'));
    expect(find('#desk-search')).toHaveProperty('value', '');
    find('.desk-list').focus();
    await userEvent.keyboard('f');
    await expect.poll(() => document.activeElement?.id).toBe('filter-tag');
  });

  it('are letters to whoever types', async () => {
    await openThree();
    await userEvent.fill(find('#desk-search'), '');
    await userEvent.keyboard('jxgm?');
    expect(find('#desk-search')).toHaveProperty('value', 'jxgm?');
    expect(location.hash).toBe('');
  });

  it.for([
    ['composes', { isComposing: true }],
    ['composes in Safari', { keyCode: 229 }],
    ['means the browser', { ctrlKey: true }],
    ['writes with Alt', { altKey: true }],
  ] as const)('do nothing while somebody %s', async ([, how]) => {
    await openThree();
    const event = new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true, ...how });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });

  it('do nothing once the list is gone', async () => {
    await openThree();
    find('mado-desk-tickets').remove();
    await userEvent.keyboard('gm');
    expect(location.hash).toBe('');
  });

  it('are pressed one after the other only as long as nothing comes between', async () => {
    await openThree();
    await userEvent.keyboard('gjm');
    expect(location.hash).toBe('');
    expect(document.activeElement).toBe(document.body);
  });
});

describe.for(['ja', 'en'] as const)('the overview in %s', (language) => {
  it.for([390, 1280])('opens with ?, names every key, and closes again, at %i px', async (width) => {
    await openOverview(language, width);
    await userEvent.keyboard('?');
    await expect.poll(() => find('dialog').matches(':modal')).toBe(true);
    const known = knownShortcuts().flatMap(({ shortcuts }) => shortcuts);
    expect(known.length).toBeGreaterThan(20);
    expect([...document.querySelectorAll('.keys dt')].map(({ textContent }) => textContent)).toEqual(
      known.map(({ text }) => text[language]),
    );
    await expectAccessible(find('dialog'));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => find('dialog').matches(':modal')).toBe(false);
  });
});

/** Turns the switch, and closes the overview. */
async function flip(): Promise<void> {
  await userEvent.click(find('mado-desk-shortcuts > button'));
  await userEvent.click(find('.keys-switch input'));
  await userEvent.keyboard('{Escape}');
}

describe('the switch', () => {
  it('turns the keys off and on, and is remembered', async () => {
    await openThree();
    const overview = document.createElement('mado-desk-shortcuts');
    overview.language = 'en';
    find('main').append(overview);
    await overview.updateComplete;
    await flip();
    expect(areShortcutsOn()).toBe(false);
    await userEvent.keyboard('j?gm');
    expect(document.activeElement?.closest('.desk-tickets')).toBeNull();
    expect(find('dialog').matches(':modal')).toBe(false);
    expect(location.hash).toBe('');
    await flip();
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(lines()[0]);
  });
});

it('no key means two things where both could be asked', () => {
  for (const { group, shortcuts } of knownShortcuts()) {
    const keys = shortcuts.flatMap(({ keys: each }) => each);
    expect([group, keys.filter((key, index) => keys.indexOf(key) !== index)]).toEqual([group, []]);
  }
});
