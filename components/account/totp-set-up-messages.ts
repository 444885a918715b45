import type { FormMessages } from './form-messages.ts';

/** What is said while two-step sign-in is set up, on the way in or in one's own account. */
export interface TotpSetUpMessages extends FormMessages {
  required: string;
  off: string;
  begin: string;
  qr: string;
  byHand: string;
  label: string;
  done: string;
  codesTitle: string;
  codesLead: string;
  copy: string;
  copied: string;
  kept: string;
}

export const totpSetUpMessages: Record<'ja' | 'en', TotpSetUpMessages> = {
  ja: {
    title: '2段階認証の設定',
    lead: '認証アプリでQRコードを読み取り、表示された6桁のコードを入力してください。',
    submit: '設定する',
    required: 'この受付デスクでは、スタッフの2段階認証が必須です。はじめに設定してください。',
    off: 'まだ設定されていません。パスワードが漏れても、アカウントを守れます。',
    begin: '2段階認証を設定する',
    qr: '認証アプリで読み取るQRコード',
    byHand: '読み取れない場合は、次のキーをアプリに入力してください。',
    label: '認証コード',
    done: '2段階認証を設定しました',
    codesTitle: 'リカバリーコードを控えてください',
    codesLead:
      '認証アプリを使えなくなったときに、一つにつき一度だけ使えます。この画面を閉じると、二度と表示されません。',
    copy: 'コピーする',
    copied: 'コピーしました',
    kept: '控えました',
  },
  en: {
    title: 'Set up two-step sign-in',
    lead: 'Scan the QR code with your authenticator app, then enter the six digits it shows.',
    submit: 'Turn it on',
    required: 'Staff have to use two-step sign-in here. Please set it up first.',
    off: 'It is off. With it, a stolen password is not enough to get in.',
    begin: 'Set up two-step sign-in',
    qr: 'QR code for your authenticator app',
    byHand: 'If you cannot scan it, enter this key in the app:',
    label: 'Code',
    done: 'Two-step sign-in is on',
    codesTitle: 'Keep your recovery codes',
    codesLead: 'Each lets you in once when you cannot use your app. They are shown only now.',
    copy: 'Copy',
    copied: 'Copied',
    kept: 'I have kept them',
  },
};
