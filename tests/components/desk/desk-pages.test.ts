import { describe, expect, it } from 'vitest';
import { deskPages, pagesFor } from '../../../components/desk/desk-pages.ts';

const [first] = deskPages;
if (!first) throw new Error('The desk has no page');

const ids = (role: 'owner' | 'agent' | 'member') => pagesFor(deskPages, role).map(({ id }) => id);

describe('the pages of the desk', () => {
  it('have an address and an element of their own, and a name in both languages', () => {
    for (const of of ['id', 'element'] as const)
      expect(new Set(deskPages.map((page) => page[of])).size).toBe(deskPages.length);
    for (const { id, text } of deskPages) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(text.ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      expect(text.en).toMatch(/^[A-Z][a-z ]+$/);
    }
  });

  it('are shown to the roles they name, to all staff where they name none', () => {
    const pages = [first, { ...first, id: 'members', roles: ['owner'] as const }];
    const shown = (role?: 'owner' | 'agent' | 'member') => pagesFor(pages, role).map(({ id }) => id);
    expect(shown('owner')).toEqual(['tickets', 'members']);
    expect(shown('agent')).toEqual(['tickets']);
    expect(shown('member')).toEqual([]);
    // An account of a portal without roles.
    expect(shown()).toEqual(['tickets', 'members']);
  });

  it('are for owners where they are about people; everybody has their account', () => {
    expect(ids('owner')).toEqual(expect.arrayContaining(['tickets', 'people', 'teams', 'account']));
    expect(ids('agent')).not.toContain('people');
    expect(ids('agent')).not.toContain('teams');
    expect(ids('member')).toEqual(['account']);
  });
});
