import type { MailKind } from '../../mail/mail.ts';
import { greeting } from '../../mail/greeting.ts';
import { holderOf, type LinkPayload, toSomebody } from './holder.ts';
import { linkTo } from './links.ts';

/** A link to sign in with. For an address without an account there is nothing to say, and so nothing is sent. */
export const signInLink: MailKind<LinkPayload> = {
  async write({ tokenId }, context) {
    const found = await holderOf(context.services, tokenId, context.to.address);
    if (!found?.account) return null;
    const url = linkTo(context, 'sign-in', tokenId, found.account.role);
    const { name } = found.account;
    return context.language === 'ja'
      ? {
          subject: 'ログイン用リンクのお知らせ',
          blocks: [
            { text: greeting(name, 'ja') },
            { text: '下のボタンからログインしてください。リンクは15分間有効で、一度だけ使えます。' },
            { button: 'ログインする', url },
            {
              small:
                'お心当たりのない場合は、このメールを破棄してください。リンクを開かない限り、ログインされることはありません。',
            },
          ],
        }
      : {
          subject: 'Your link to sign in',
          blocks: [
            { text: greeting(name, 'en') },
            { text: 'Use the button below to sign in. The link works once, within 15 minutes.' },
            { button: 'Sign in', url },
            { small: 'If you did not ask for this, ignore this e-mail. Nobody is signed in unless the link is used.' },
          ],
        };
  },
  examples: () => [toSomebody],
};
