import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { fieldNamed, find, searchBox, show } from '../fixtures.ts';

const isInSearch = () => document.activeElement === fieldNamed('q');
const isAllSelected = () => document.getSelection()?.toString() === '返品';

describe('the keys that lead to the search field', () => {
  beforeAll(async () => {
    await import('../../../components/base/start.ts');
  });
  beforeEach(() => {
    show(`${searchBox()}<p tabindex="0" id="text">本文</p><input id="input" /><textarea id="area"></textarea>
      <select id="select"><option>1</option></select><p id="editable" contenteditable="true"></p>`);
    fieldNamed('q').value = '返品';
  });

  it('are /, which is not written into it, with what is there selected', async () => {
    find('#text').focus();
    await userEvent.keyboard('/');
    expect(isInSearch()).toBe(true);
    expect(fieldNamed('q').value).toBe('返品');
    expect(isAllSelected()).toBe(true);
  });

  it.for(['{Control>}k{/Control}', '{Meta>}k{/Meta}', '{Control>}K{/Control}'])('are %s', async (keys) => {
    find('#text').focus();
    await userEvent.keyboard(keys);
    expect(isInSearch()).toBe(true);
    expect(isAllSelected()).toBe(true);
  });

  it.for(['input', 'area', 'select', 'editable'])('are not / while somebody writes in %s', async (id) => {
    find(`#${id}`).focus();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(find(`#${id}`));
  });

  it('are Ctrl-K even then', async () => {
    find('#area').focus();
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(isInSearch()).toBe(true);
  });

  it.for(['k', '{Control>}/{/Control}', '{Alt>}/{/Alt}', 'a'])('are not %s', async (keys) => {
    find('#text').focus();
    await userEvent.keyboard(keys);
    expect(isInSearch()).toBe(false);
  });

  it('are not what an input method is busy with', async () => {
    find('#area').focus();
    await cdp().send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(isInSearch()).toBe(false);
  });

  it('are left to whoever took them first', async () => {
    const text = find('#text');
    text.addEventListener('keydown', (event) => event.preventDefault());
    text.focus();
    await userEvent.keyboard('/');
    expect(isInSearch()).toBe(false);
  });

  it('are nothing on a page without a search field', async () => {
    find('mado-search').remove();
    find('#input').focus();
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(document.activeElement).toBe(find('#input'));
  });

  it('are not an event without a key, which browsers send when they fill in a field', () => {
    const errors: string[] = [];
    const keep = (event: ErrorEvent) => {
      event.preventDefault();
      errors.push(event.message);
    };
    globalThis.addEventListener('error', keep);
    fieldNamed('q').dispatchEvent(new Event('keydown', { bubbles: true }));
    globalThis.removeEventListener('error', keep);
    expect(errors).toEqual([]);
  });
});
