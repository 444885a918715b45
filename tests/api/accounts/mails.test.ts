import { describe, expect, it } from 'vitest';
import type { MailKind } from '../../../api/mail/mail.ts';
import { accountChanged } from '../../../api/accounts/mails/account-changed.ts';
import { addressConfirmation } from '../../../api/accounts/mails/address-confirmation.ts';
import { invitation } from '../../../api/accounts/mails/invitation.ts';
import { passwordReset } from '../../../api/accounts/mails/password-reset.ts';
import { registration } from '../../../api/accounts/mails/registration.ts';
import { signInLink } from '../../../api/accounts/mails/sign-in-link.ts';
import { makeServices } from '../../support/services.ts';

const kinds: Record<string, MailKind<unknown>> = {
  accountChanged,
  addressConfirmation,
  invitation,
  passwordReset,
  registration,
  signInLink,
};
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe('mails about accounts', () => {
  it.each(Object.entries(kinds))('say the same in both languages, each in its own: %s', async (_, kind) => {
    const { services } = await makeServices();
    const written = async (language: 'ja' | 'en') => {
      const context = { services, language, to: { address: 'hanako@example.jp', name: null } };
      return Promise.all(kind.examples(language).map(async (payload) => kind.write(payload, context)));
    };
    const [ja, en] = [await written('ja'), await written('en')];
    expect(ja.length).toBeGreaterThan(0);
    const shapeOf = (texts: typeof ja) => texts.map((text) => text?.blocks.map((block) => Object.keys(block)));
    expect(shapeOf(ja)).toEqual(shapeOf(en));
    for (const text of ja) expect(text?.subject).toMatch(japanese);
    for (const text of en) {
      const said = text?.blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join();
      expect(`${text?.subject} ${said}`).not.toMatch(japanese);
    }
  });

  it('greet whom they know by name: 様 in Japanese', async () => {
    const { services } = await makeServices();
    const context = { services, language: 'ja' as const, to: { address: 'ichiro@aruku.example', name: '田中 一郎' } };
    const text = await accountChanged.write({ change: 'password-changed', name: '田中 一郎' }, context);
    expect(text?.blocks[0]).toEqual({ text: '田中 一郎様' });
  });
});
