import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/tabs/mado-tabs.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

const tab = (label: string) =>
  `<section class="tab" data-label="${label}"><p class="tab-label">${label}</p><p>${label}での手順</p></section>`;
const tabs = (...labels: string[]) => `<mado-tabs class="tabs">${labels.map(tab).join('')}</mado-tabs>`;

/** The tabs that are selected, the panels that are shown, and what has the focus. */
const state = () => ({
  selected: [...document.querySelectorAll('[role=tab][aria-selected=true]')].map((element) => element.textContent),
  shown: [...document.querySelectorAll<HTMLElement>('.tab')]
    .filter((panel) => panel.checkVisibility())
    .map((panel) => panel.dataset['label']),
});
const only = (label: string) => ({ selected: [label], shown: [label] });

describe('tabs', () => {
  it('show the first section, and name each by its tab', async () => {
    show(tabs('iPhone', 'Android', 'パソコン'));
    expect(state()).toEqual(only('iPhone'));
    await expect.element(page.getByRole('tabpanel', { name: 'iPhone' })).toBeVisible();
    for (const element of document.querySelectorAll('[role=tab]')) {
      const panel = find(`#${element.getAttribute('aria-controls')}`);
      expect(panel.getAttribute('aria-labelledby')).toBe(element.id);
    }
  });

  it('are reached with one Tab, and left for the section with the next', async () => {
    show(tabs('iPhone', 'Android'));
    await userEvent.tab();
    await expect.element(page.getByRole('tab', { name: 'iPhone' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('tabpanel', { name: 'iPhone' })).toHaveFocus();
  });

  it('are walked with the arrows, round the ends', async () => {
    show(tabs('iPhone', 'Android', 'パソコン'));
    await userEvent.tab();
    for (const [key, label] of [
      ['{ArrowRight}', 'Android'],
      ['{ArrowRight}', 'パソコン'],
      ['{ArrowRight}', 'iPhone'],
      ['{ArrowLeft}', 'パソコン'],
    ] as const) {
      await userEvent.keyboard(key);
      expect(state()).toEqual(only(label));
      await expect.element(page.getByRole('tab', { name: label })).toHaveFocus();
    }
  });

  it('follow the pointer, and stay on another key', async () => {
    show(tabs('iPhone', 'Android'));
    await userEvent.click(page.getByRole('tab', { name: 'Android' }));
    expect(state()).toEqual(only('Android'));
    await userEvent.keyboard('{ArrowDown}a');
    expect(state()).toEqual(only('Android'));
  });

  it('know their own, when there are several on a page', async () => {
    show(tabs('iPhone', 'Android') + tabs('Windows', 'Mac'));
    await userEvent.click(page.getByRole('tab', { name: 'Mac' }));
    expect(state()).toEqual({ selected: ['iPhone', 'Mac'], shown: ['iPhone', 'Mac'] });
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are made once, even when they move on the page', () => {
    show(tabs('iPhone', 'Android'));
    find('main').append(find('mado-tabs'));
    expect(document.querySelectorAll('[role=tablist]')).toHaveLength(1);
  });

  it('have no barriers', async () => {
    show(tabs('iPhone', 'Android', 'パソコン'));
    await expectAccessible(find('main'));
    await userEvent.click(page.getByRole('tab', { name: 'Android' }));
    await expectAccessible(find('main'));
  });
});
