import { describe, expect, it } from 'vitest';
import { rules } from '../../api/access/rules.ts';
import { defaultRetention, fixedDays, retentionSchema } from '../../content/schema/retention.ts';
import { periodsIn } from '../../site/privacy/periods.ts';
import { privacyTexts } from '../../site/privacy/texts.ts';

describe('the privacy page', () => {
  it('says every period that is set, in both languages', () => {
    const retention = {
      ...defaultRetention,
      closedConversations: '18 months',
      spam: '1 day',
      mails: '45 days',
      auditLog: '12 months',
    };
    const en = JSON.stringify(privacyTexts('en').kinds.rows(periodsIn('en', retention)));
    for (const words of ['18 months', '1 day', '45 days', '1 year', '2 years', '35 days']) expect(en).toContain(words);
    const ja = JSON.stringify(privacyTexts('ja').kinds.rows(periodsIn('ja', retention)));
    for (const words of ['18か月', '1日', '45日', '1年', '2年', '35日']) expect(ja).toContain(words);
  });

  it('says every period there is', () => {
    for (const language of ['ja', 'en'] as const) {
      const marked = Object.fromEntries(
        Object.keys(periodsIn(language, defaultRetention)).map((name) => [name, `<${name}>`]),
      ) as unknown as ReturnType<typeof periodsIn>;
      const { kinds, cookies } = privacyTexts(language);
      const text = JSON.stringify(kinds.rows(marked)) + cookies.staff(marked.sessions);
      for (const name of Object.keys(marked)) expect(text).toContain(`<${name}>`);
    }
  });

  it('names those who see requests as the rules have it', () => {
    expect(rules['tickets:read']).toEqual(['owner', 'agent', 'moderator']);
    expect(rules['tickets:reply']).toEqual(['owner', 'agent']);
    expect(rules['customers:export']).toEqual(['owner', 'agent']);
    expect(rules['customers:erase']).toEqual(['owner']);
    expect(rules['customers:hold']).toEqual(['owner']);
    expect(rules['audit-log:read']).toEqual(['owner']);
    expect(fixedDays.sessions).toBe(30);
  });
});

describe('how long data is kept', () => {
  it.for(['24', '2 years', '0 days', '-1 days', '1.5 months', 'forever', '9999 months', 24, null])(
    'is not said by %s',
    (value) => expect(retentionSchema.safeParse({ closedConversations: value }).success).toBe(false),
  );

  it.for(['7 days', '1 month', '120 months'])('is said by %s', (value) =>
    expect(retentionSchema.safeParse({ closedConversations: value }).success).toBe(true),
  );

  it('is not shorter than what people rely on', () => {
    expect(retentionSchema.safeParse({ closedConversations: '6 days' }).error?.issues[0]?.message).toContain('7 days');
    expect(retentionSchema.safeParse({ auditLog: '29 days' }).success).toBe(false);
  });
});
