import { describe, expect, test } from 'vitest';
import { readMail } from '../../../../api/channels/email/parse/read-mail.ts';
import { isRobot } from '../../../../api/channels/email/parse/robots.ts';
import { corpus } from './corpus.ts';
import { linesMissing } from './nothing-lost.ts';

const ownHosts = ['aruku.example'];

describe('the corpus of mails', () => {
  test('has mails of every kind of sender that there is', () => {
    process.stdout.write(`${corpus.length} mails in the corpus\n`);
    expect(corpus.length).toBeGreaterThanOrEqual(100);
  });

  test.each(corpus)('reads $name as expected', ({ raw, expected }) => {
    const mail = readMail(raw, { ownHosts });
    expect({ ...mail, isRobot: isRobot(mail) }).toMatchObject(expected);
  });

  test.each(corpus)('loses no line of $name', ({ raw }) => {
    const { text, fresh, quoted } = readMail(raw, { ownHosts });
    expect(linesMissing(text, { fresh, quoted })).toEqual([]);
    expect(fresh === '').toBe(text === '');
  });
});
