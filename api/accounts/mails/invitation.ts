import type { Role } from '../../access/rules.ts';
import type { MailKind } from '../../mail/mail.ts';
import { issuedToken } from '../../tokens/one-time-tokens.ts';
import { linkTo } from './links.ts';
import { roleNames } from './role-names.ts';

export interface InvitationPayload {
  tokenId: string;
  /** The public name of who invites. */
  invitedBy: string;
  role: Role;
}

const exampleId = 'example-invitation';

/** An invitation to work here. Not sent any more once it was withdrawn, or taken up. */
export const invitation: MailKind<InvitationPayload> = {
  async write({ tokenId, invitedBy, role }, context) {
    const { services, language } = context;
    if (tokenId !== exampleId && !(await issuedToken(services.db, tokenId, services.clock()))) return null;
    const url = linkTo(context, 'invitation', tokenId, role);
    const roleName = roleNames[language][role];
    return language === 'ja'
      ? {
          subject: '受付デスクへのご招待',
          blocks: [
            { text: `${invitedBy}さんから、受付デスクに「${roleName}」として招待されました。` },
            { text: '下のボタンからアカウントをつくってください。リンクは7日間有効で、一度だけ使えます。' },
            { button: '招待を受ける', url },
            { small: 'お心当たりのない場合は、このメールを破棄してください。アカウントはつくられません。' },
          ],
        }
      : {
          subject: 'You are invited to the staff desk',
          blocks: [
            { text: `${invitedBy} has invited you to the staff desk. Your role: ${roleName}.` },
            { text: 'Use the button below to make your account. The link works once, within 7 days.' },
            { button: 'Accept the invitation', url },
            { small: 'If you were not expecting this, ignore this e-mail: no account will be made.' },
          ],
        };
  },
  examples: (language) => [
    { tokenId: exampleId, invitedBy: language === 'ja' ? '田中 一郎' : 'Emma Clark', role: 'agent' },
  ],
};
