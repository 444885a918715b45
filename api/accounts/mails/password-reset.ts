import type { MailKind } from '../../mail/mail.ts';
import { greeting } from '../../mail/greeting.ts';
import { holderOf, type LinkPayload, toSomebody } from './holder.ts';
import { linkTo } from './links.ts';

/** A link to choose a new password. Nothing is sent to an address without an account. */
export const passwordReset: MailKind<LinkPayload> = {
  async write({ tokenId }, context) {
    const found = await holderOf(context.services, tokenId, context.to.address);
    if (!found?.account) return null;
    const url = linkTo(context, 'password-reset', tokenId, found.account.role);
    const { name } = found.account;
    return context.language === 'ja'
      ? {
          subject: 'パスワード再設定のご案内',
          blocks: [
            { text: greeting(name, 'ja') },
            { text: '下のボタンから、新しいパスワードを設定してください。リンクは30分間有効で、一度だけ使えます。' },
            { button: 'パスワードを再設定する', url },
            { small: 'お心当たりのない場合は、このメールを破棄してください。今のパスワードは変わりません。' },
          ],
        }
      : {
          subject: 'Choose a new password',
          blocks: [
            { text: greeting(name, 'en') },
            { text: 'Use the button below to choose a new password. The link works once, within 30 minutes.' },
            { button: 'Choose a new password', url },
            { small: 'If you did not ask for this, ignore this e-mail. Your password stays as it is.' },
          ],
        };
  },
  examples: () => [toSomebody],
};
