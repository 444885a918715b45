import type { MailKind } from '../../mail/mail.ts';
import { holderOf, type LinkPayload, toNobody, toSomebody } from './holder.ts';
import { linkTo } from './links.ts';

/** Goes to the new address of somebody who changes theirs. One that somebody has already is told so, and gets no link. */
export const addressConfirmation: MailKind<LinkPayload> = {
  async write({ tokenId }, context) {
    const found = await holderOf(context.services, tokenId, context.to.address);
    if (!found) return null;
    const url = linkTo(context, 'address', tokenId, found.askedBy);
    if (context.language === 'ja') {
      const none = 'お心当たりのない場合は、このメールを破棄してください。何も変わりません。';
      return found.account
        ? {
            subject: 'このメールアドレスはすでに登録されています',
            blocks: [
              {
                text: '別のアカウントのメールアドレスを、このアドレスに変更するお申し込みがありました。このアドレスはすでに登録されているため、変更できません。',
              },
              { small: none },
            ],
          }
        : {
            subject: 'メールアドレス変更の確認',
            blocks: [
              {
                text: 'アカウントのメールアドレスを、このアドレスに変更します。下のボタンから確認してください。リンクは24時間有効です。',
              },
              { button: '変更を確認する', url },
              { small: none },
            ],
          };
    }
    const none = 'If that was not you, ignore this e-mail: nothing changes.';
    return found.account
      ? {
          subject: 'This address has an account already',
          blocks: [
            {
              text: 'Somebody asked to move another account to this address. It cannot be, since this address has an account already.',
            },
            { small: none },
          ],
        }
      : {
          subject: 'Please confirm your new address',
          blocks: [
            {
              text: 'This will be the e-mail address of your account. Use the button below to confirm. It works for 24 hours.',
            },
            { button: 'Confirm the address', url },
            { small: none },
          ],
        };
  },
  examples: () => [toNobody, toSomebody],
};
