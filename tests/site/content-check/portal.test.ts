import { describe, expect, it } from 'vitest';
import { checkTree, portalFile, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const mistakes: Mistake[] = [
  {
    what: 'a setting that is missing',
    instead: 'timeZone: Asia/Tokyo',
    write: '',
    line: 1,
    says: ['timeZone: expected text; it is missing'],
    example: 'timeZone: "Asia/Tokyo"',
    isCure: true,
  },
  {
    what: 'a setting that does not exist',
    instead: 'timeZone: Asia/Tokyo',
    write: 'timeZone: Asia/Tokyo\ncolour: red',
    line: 6,
    says: ['colour: there is no such field', 'timeZone, categories'],
  },
  {
    what: 'a name in one language only',
    instead: 'organisation: { ja: アルク, en: Aruku }',
    write: 'organisation: { ja: アルク }',
    line: 2,
    says: ['organisation.en: expected text; it is missing'],
    example: 'en: "Aruku"',
  },
  {
    what: 'a language that it does not speak',
    instead: 'languages: [ja, en]',
    write: 'languages: [ja, fr]',
    line: 4,
    says: ['languages.1: expected one of ja, en; got "fr"'],
  },
  {
    what: 'a language that stands there twice',
    instead: 'languages: [ja, en]',
    write: 'languages: [ja, en, ja]',
    line: 4,
    says: ['expected each language once'],
    example: 'languages: ["ja","en"]',
    isCure: true,
  },
  {
    what: 'a time zone that does not exist',
    instead: 'timeZone: Asia/Tokyo',
    write: 'timeZone: Asia/Tokio',
    line: 5,
    says: ['expected an IANA time zone; got "Asia/Tokio"'],
    example: 'timeZone: "Asia/Tokyo"',
    isCure: true,
  },
  {
    what: 'a span with another sign than a hyphen',
    instead: "'10:00-18:00']\n      wed",
    write: "'10:00〜18:00']\n      wed",
    line: 14,
    says: ['weekly.tue.0: expected two times of day with a hyphen between; got "10:00〜18:00"'],
    example: '- "10:00-18:00"',
  },
  {
    what: 'a span that ends at a time that does not exist',
    instead: '13:30-18:00',
    write: '13:30-24:30',
    line: 13,
    says: ['weekly.mon.1: expected two times of day'],
    example: '- "10:00-18:00"',
  },
  {
    what: 'a span that is no list',
    instead: "tue: ['10:00-18:00']",
    write: 'tue: 10:00-18:00',
    line: 14,
    says: ['weekly.tue: expected a list; got "10:00-18:00"'],
    example: 'tue: ["10:00-12:30","13:30-18:00"]',
    isCure: true,
  },
  {
    what: 'a day of the week that is missing',
    instead: '      sun: []\n',
    write: '',
    line: 12,
    says: ['weekly.sun: expected a list; it is missing'],
    example: 'sun: ["10:00-12:30","13:30-18:00"]',
  },
  {
    what: 'hours with a name that is no slug',
    instead: 'customer-care:\n',
    write: 'Customer Care:\n',
    line: 11,
    says: ['expected a name in small letters, digits and single hyphens; got "Customer Care"'],
  },
  {
    what: 'a channel with hours that do not exist',
    instead: 'hours: customer-care\nreply',
    write: 'hours: phone\nreply',
    line: 37,
    says: ['channels.1.hours: expected the name of a calendar under hours: customer-care; got "phone"'],
    example: 'hours: "customer-care"',
  },
  {
    what: 'a promise in hours that do not exist',
    instead: 'workingHours: 8\n  hours: customer-care',
    write: 'workingHours: 8\n  hours: care',
    line: 40,
    says: ['reply.hours: expected the name of a calendar under hours: customer-care; got "care"'],
    example: 'hours: "customer-care"',
  },
  {
    what: 'a promise of no time',
    instead: 'workingHours: 8',
    write: 'workingHours: 0',
    line: 39,
    says: ['reply.workingHours: expected more than 0; got 0'],
    example: 'workingHours: 8',
    isCure: true,
  },
  {
    what: 'a wish for holidays that is neither of the two',
    instead: 'publicHolidays: closed',
    write: 'publicHolidays: maybe',
    line: 20,
    says: ['publicHolidays: expected one of closed, open; got "maybe"'],
    example: 'publicHolidays: "closed"',
    isCure: true,
  },
  {
    what: 'days that end before they begin',
    instead: 'to: 2027-01-03',
    write: 'to: 2026-01-03',
    line: 23,
    says: ['exceptions.0.to: expected the day of `from`, or a later one; got "2026-01-03"'],
    example: 'to: "2026-11-01"',
  },
  {
    what: 'a kind of channel that does not exist',
    instead: 'kind: form',
    write: 'kind: fax',
    line: 28,
    says: ['channels.0.kind: expected one of form, phone, email; got "fax"'],
  },
  {
    what: 'a field that this kind of channel does not have',
    instead: 'kind: form',
    write: 'kind: form\n    number: 0120-000-417',
    line: 29,
    says: ['channels.0.number: there is no such field. Known here: kind, id, name, bestFor, hours'],
  },
  {
    what: 'a telephone without a number',
    instead: '    number: 0120-000-417\n',
    write: '',
    line: 32,
    says: ['channels.1.number: expected text; it is missing'],
    example: 'number: "0120-000-417"',
  },
  {
    what: 'an address that is none',
    instead: 'kind: form\n',
    write: 'kind: email\n    address: care at aruku\n',
    line: 29,
    says: ['channels.0.address: expected an e-mail address; got "care at aruku"'],
    example: 'address: "care@aruku.example"',
  },
  {
    what: 'two channels with one id',
    instead: 'id: phone',
    write: 'id: form',
    line: 26,
    says: ['channels: expected each id once'],
  },
  {
    what: 'YAML that is none',
    instead: 'wed: []',
    write: 'wed: [',
    line: 16,
    says: ['This is not YAML'],
    example: 'title: "Text with a colon: in quotes"',
  },
];

describe('the check of portal.yaml', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(portalFile, mistake);
  });

  it('gives the settings when they are right, and none when they are not', async () => {
    expect((await checkTree()).portal?.timeZone).toBe('Asia/Tokyo');
    expect((await checkTree({ [portalFile]: put('Asia/Tokio', 'Asia/Tokyo') })).portal).toBeNull();
  });

  it('names every setting when the file is not there', async () => {
    const { findings } = await checkTree({ [portalFile]: null });
    expect(findings).toHaveLength(9);
    for (const finding of findings) expect(finding).toMatchObject({ file: portalFile, line: 1 });
  });
});
