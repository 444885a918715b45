import { describe, expect, it } from 'vitest';
import { type DeskAddress, hrefOf, pageIn, placeIn } from '../../../components/desk/desk-place.ts';

const audit: DeskAddress<'today' | 'all'> = { page: 'audit', views: ['today', 'all'], id: /^\d+$/ };

describe('an address of the desk', () => {
  it.for([
    ['', { view: 'today', id: null, action: null, filters: {} }],
    ['#/audit', { view: 'today', id: null, action: null, filters: {} }],
    ['#/audit/all', { view: 'all', id: null, action: null, filters: {} }],
    ['#/all/12', { view: 'all', id: '12', action: null, filters: {} }],
    ['#/audit/all/12/edit', { view: 'all', id: '12', action: 'edit', filters: {} }],
    ['#/audit/new', { view: 'today', id: null, action: 'new', filters: {} }],
    [
      '#/audit/all/12?by=makoto&of=%E8%BF%94',
      { view: 'all', id: '12', action: null, filters: { by: 'makoto', of: '返' } },
    ],
  ] as const)('says where somebody is: “%s”', ([hash, place]) => {
    expect(placeIn(hash, audit)).toEqual(place);
  });

  it.for(['#/audit/never/x', '#/%', '#//all', '#/audit//12x', '#?', '#setup=abc'])(
    'that says nothing known leads to the first view: %s',
    (hash) => {
      expect(placeIn(hash, audit)).toMatchObject({ view: 'today', id: null });
    },
  );

  it('is made so that it leads to the same place', () => {
    const place = { view: 'all', id: '12', action: null, filters: { by: '高橋 誠', of: 'a&b=c/d?e' } } as const;
    expect(placeIn(hrefOf('audit', place), audit)).toEqual(place);
    expect(hrefOf('audit', { view: 'all' })).toBe('#/audit/all');
  });

  it('names its page first', () => {
    expect(pageIn('#/audit/all?by=x')).toBe('audit');
    expect(pageIn('#/audit?by=x')).toBe('audit');
    expect(pageIn('#setup=abc')).toBe('');
    expect(pageIn('')).toBe('');
  });
});
