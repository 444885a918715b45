import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hours } from '../../../content/schema/hours.ts';
import { checkContent } from '../../../site/content-check/check.ts';
import { openingHours } from '../../../site/discovery/opening-hours.ts';
import { organisation } from '../../../site/discovery/organisation.ts';

const weekly = {
  mon: ['10:00-12:30', '13:30-17:00'],
  tue: ['22:00-24:00'],
  wed: [],
  thu: [],
  fri: [],
  sat: [],
  sun: [],
};
const hours: Hours = { weekly: { ...weekly, thu: weekly.mon }, publicHolidays: 'open', exceptions: [] };
const newYear = { from: '2026-12-29', to: '2027-01-03', spans: [], note: { ja: '年末年始', en: 'New Year' } };

const absolute = (address: string) => `https://help.aruku.example${address}`;

describe('opening hours as structured data', () => {
  it('name the days that are alike together, each span for itself, and no closed day', () => {
    expect(openingHours(hours, '2026-11-22')).toEqual([
      { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'Thursday'], opens: '10:00', closes: '12:30' },
      { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'Thursday'], opens: '13:30', closes: '17:00' },
      { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Tuesday'], opens: '22:00', closes: '00:00' },
    ]);
  });

  it('close public holidays and the days that are off, until these are over', () => {
    const withNewYear: Hours = { ...hours, publicHolidays: 'closed', exceptions: [newYear] };
    expect(openingHours(withNewYear, '2027-01-03').slice(3)).toMatchObject([
      { dayOfWeek: 'PublicHolidays', opens: '00:00', closes: '00:00' },
      { validFrom: '2026-12-29', validThrough: '2027-01-03', opens: '00:00', closes: '00:00' },
    ]);
    expect(openingHours(withNewYear, '2027-01-04')).toHaveLength(4);
  });

  it('open other hours on days that differ', () => {
    const exceptions = [{ ...newYear, spans: ['11:00-15:00'] }];
    expect(openingHours({ ...hours, exceptions }, '2026-11-22').at(-1)).toMatchObject({
      validFrom: '2026-12-29',
      opens: '11:00',
      closes: '15:00',
    });
  });
});

describe('the organisation as structured data', () => {
  it('can be reached by every channel, in both languages, at its hours', async () => {
    const { portal } = await checkContent(join(import.meta.dirname, '../../..'));
    if (!portal) throw new Error('portal.yaml cannot be read');
    const [organisationThing, siteThing] = organisation(portal, 'ja', absolute, '2026-11-22');
    expect(organisationThing).toMatchObject({
      '@type': 'Organization',
      name: 'アルク',
      contactPoint: portal.channels.map(({ name }) => ({
        name: name.ja,
        availableLanguage: ['ja', 'en'],
        url: 'https://help.aruku.example/ja/contact/',
        hoursAvailable: expect.arrayContaining([expect.objectContaining({ opens: '10:00' })]),
      })),
    });
    expect(JSON.stringify(organisationThing)).toContain('"telephone":"0120-000-417"');
    expect(siteThing).toMatchObject({
      name: 'アルク ヘルプセンター',
      publisher: { '@id': organisationThing?.['@id'] },
    });
  });
});
