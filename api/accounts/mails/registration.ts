import type { MailKind } from '../../mail/mail.ts';
import { greeting } from '../../mail/greeting.ts';
import { holderOf, type LinkPayload, toNobody, toSomebody } from './holder.ts';
import { linkTo, wayIn } from './links.ts';

/**
 * The answer to somebody who wants to become a member: only here does it differ whether the address is known. It
 * repeats nothing that was typed, so that nobody can send words of theirs to others with it.
 */
export const registration: MailKind<LinkPayload> = {
  async write({ tokenId }, context) {
    const found = await holderOf(context.services, tokenId, context.to.address);
    if (!found) return null;
    const { language } = context;
    if (found.account) {
      const url = wayIn(context, found.account.role);
      return language === 'ja'
        ? {
            subject: 'すでに会員登録がお済みです',
            blocks: [
              { text: greeting(found.account.name, 'ja') },
              {
                text: 'このメールアドレスで会員登録のお申し込みがありましたが、すでに登録がお済みです。そのままログインしてご利用ください。',
              },
              { button: 'ログインする', url },
              { small: 'お心当たりのない場合は、このメールを破棄してください。登録内容は変わっていません。' },
            ],
          }
        : {
            subject: 'You have an account already',
            blocks: [
              { text: greeting(found.account.name, 'en') },
              { text: 'Somebody asked to register with this address. You have an account already: simply sign in.' },
              { button: 'Sign in', url },
              { small: 'If that was not you, ignore this e-mail. Your account has not changed.' },
            ],
          };
    }
    const url = linkTo(context, 'registration', tokenId, 'member');
    return language === 'ja'
      ? {
          subject: '会員登録の確認',
          blocks: [
            {
              text: '会員登録のお申し込みをいただき、ありがとうございます。下のボタンから登録を完了してください。リンクは24時間有効です。',
            },
            { button: '登録を完了する', url },
            { small: 'お心当たりのない場合は、このメールを破棄してください。何も登録されません。' },
          ],
        }
      : {
          subject: 'Please confirm your registration',
          blocks: [
            { text: 'Thank you for registering. Use the button below to finish. The link works for 24 hours.' },
            { button: 'Finish registering', url },
            { small: 'If that was not you, ignore this e-mail: nothing will be registered.' },
          ],
        };
  },
  examples: () => [toNobody, toSomebody],
};
