import type { Role } from './roles.ts';

interface Form {
  title: string;
  lead: string;
  submit: string;
}

export interface AccountMessages {
  email: string;
  newEmail: string;
  password: string;
  currentPassword: string;
  newPassword: string;
  passwordHint: string;
  passwordOptional: string;
  name: string;
  nameHint: string;
  language: string;
  signIn: Form;
  askLink: Form & { link: string; sent: string };
  askReset: Form & { link: string; sent: string };
  backToSignIn: string;
  code: Form & { label: string; lost: string };
  recovery: Form & { label: string; back: string };
  totpSetUp: Form & {
    required: string;
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
  };
  setup: Form;
  invitation: Form & { role: string };
  registration: Form;
  signInLink: Form;
  passwordReset: Form & { done: string };
  address: Form & { done: string };
  linkEnded: string;
  own: {
    profile: Form;
    saved: string;
    address: Form & { now: string; asked: string };
    password: Form & { done: string; none: string };
    totp: {
      title: string;
      on: string;
      off: string;
      left: (count: number) => string;
      required: string;
      remove: Form;
      renew: Form;
      removed: string;
    };
    sessions: {
      title: string;
      here: string;
      unknown: string;
      lastUsed: string;
      since: string;
      end: string;
      ended: string;
      endOthers: string;
      none: string;
    };
  };
  people: {
    views: { staff: string; members: string; invited: string };
    empty: { staff: string; members: string; invited: string };
    choose: string;
    invite: Form & { open: string; done: string };
    role: string;
    teams: string;
    noTeams: string;
    save: string;
    saved: string;
    suspended: string;
    suspend: string;
    suspendedNow: string;
    restore: string;
    restored: string;
    endSessions: string;
    endSessionsAsk: string;
    sessionsEnded: string;
    resetTotp: string;
    resetTotpAsk: string;
    totpIsReset: string;
    twoSteps: string;
    oneStep: string;
    joined: string;
    lastSignIn: string;
    never: string;
    secondStep: string;
    roleChangeHint: string;
    validUntil: string;
    resend: string;
    resent: string;
    withdraw: string;
    withdrawAsk: string;
    withdrawn: string;
  };
  teams: {
    title: string;
    lead: string;
    name: string;
    add: string;
    added: string;
    rename: string;
    renamed: string;
    dissolve: string;
    dissolveAsk: string;
    dissolved: string;
    none: string;
    members: (count: number) => string;
    rulesTitle: string;
    require: string;
    requireHint: string;
    required: string;
    notRequired: string;
  };
  cancel: string;
  roles: Record<Role, string>;
  roleHints: Record<Exclude<Role, 'member'>, string>;
}

export const messages: Record<'ja' | 'en', AccountMessages> = {
  ja: {
    email: 'メールアドレス',
    newEmail: '新しいメールアドレス',
    password: 'パスワード',
    currentPassword: '現在のパスワード',
    newPassword: '新しいパスワード',
    passwordHint: '10文字以上。覚えやすい長い文がおすすめです。',
    passwordOptional: '10文字以上。空欄のままにすると、ログインのたびにメールでリンクをお送りします。',
    name: 'お名前',
    nameHint: 'お客様への返信に表示されます。',
    language: 'デスクの言語',
    signIn: { title: 'ログイン', lead: 'メールアドレスとパスワードを入力してください。', submit: 'ログイン' },
    askLink: {
      title: 'メールでリンクを受け取る',
      lead: 'パスワードを使わずに入れるリンクを、登録済みのアドレスにお送りします。',
      submit: 'リンクを送る',
      link: 'メールでリンクを受け取る',
      sent: 'このアドレスが登録されていれば、まもなくメールが届きます。届かない場合は、迷惑メールのフォルダーもご確認ください。',
    },
    askReset: {
      title: 'パスワードの再設定',
      lead: '再設定用のリンクを、登録済みのアドレスにお送りします。',
      submit: 'リンクを送る',
      link: 'パスワードをお忘れの方',
      sent: 'このアドレスが登録されていれば、まもなくメールが届きます。届かない場合は、迷惑メールのフォルダーもご確認ください。',
    },
    backToSignIn: 'ログイン画面に戻る',
    code: {
      title: '認証コード',
      lead: '認証アプリに表示されている6桁のコードを入力してください。',
      submit: '確認する',
      label: '認証コード',
      lost: '認証アプリを使えない場合',
    },
    recovery: {
      title: 'リカバリーコード',
      lead: '2段階認証の設定時に控えたコードを、一つ入力してください。使ったコードは無効になります。',
      submit: '確認する',
      label: 'リカバリーコード',
      back: '認証アプリのコードを使う',
    },
    totpSetUp: {
      title: '2段階認証の設定',
      lead: '認証アプリでQRコードを読み取り、表示された6桁のコードを入力してください。',
      submit: '設定する',
      required: 'この受付デスクでは、スタッフの2段階認証が必須です。はじめに設定してください。',
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
    setup: {
      title: '管理者アカウントをつくる',
      lead: '最初の管理者の情報を入力してください。このリンクは一度だけ使えます。',
      submit: 'アカウントをつくる',
    },
    invitation: {
      title: '招待を受ける',
      lead: 'アカウントをつくると、受付デスクを使えるようになります。',
      submit: 'アカウントをつくる',
      role: '役割',
    },
    registration: {
      title: '会員登録',
      lead: 'お名前は、ほかの方にも表示されます。本名でなくてもかまいません。',
      submit: '登録を完了する',
    },
    signInLink: { title: 'ログイン', lead: 'ボタンを押すと、ログインが完了します。', submit: 'ログインする' },
    passwordReset: {
      title: '新しいパスワード',
      lead: '新しいパスワードを入力してください。すべての端末でログアウトします。',
      submit: '設定する',
      done: '新しいパスワードを設定しました。ログインしてください。',
    },
    address: {
      title: 'メールアドレスの変更',
      lead: 'ボタンを押すと、新しいメールアドレスへの変更が完了します。',
      submit: '変更を確認する',
      done: 'メールアドレスを変更しました。',
    },
    linkEnded: 'このリンクは期限切れか、すでに使われています。お手数ですが、はじめからやり直してください。',
    own: {
      profile: { title: '基本情報', lead: 'お名前は、お客様への返信に表示されます。', submit: '保存する' },
      saved: '保存しました',
      address: {
        title: 'メールアドレス',
        lead: '新しいアドレスに確認のメールをお送りします。確認が済むまでは変わりません。',
        submit: '確認メールを送る',
        now: '現在のアドレス',
        asked: '確認メールをお送りしました。メールのリンクを開くと、変更が完了します。',
      },
      password: {
        title: 'パスワード',
        lead: '変更すると、ほかの端末ではログアウトします。',
        submit: '変更する',
        done: 'パスワードを変更しました。ほかの端末ではログアウトしました。',
        none: 'パスワードは設定されていません。設定すると、メールのリンクがなくてもログインできます。',
      },
      totp: {
        title: '2段階認証',
        on: '設定済みです。ログインの際に、認証アプリのコードをお尋ねします。',
        off: 'まだ設定されていません。パスワードが漏れても、アカウントを守れます。',
        left: (count) => `リカバリーコードは残り${count}個です。`,
        required: 'スタッフには必須のため、解除できません。',
        remove: { title: '解除する', lead: '解除すると、すべての端末で一度ログアウトします。', submit: '解除する' },
        renew: {
          title: 'リカバリーコードを新しくする',
          lead: '以前のコードはすべて無効になります。',
          submit: '新しくする',
        },
        removed: '2段階認証を解除しました',
      },
      sessions: {
        title: 'ログイン中の端末',
        here: 'この端末',
        unknown: '不明な端末',
        lastUsed: '最終利用',
        since: 'ログイン',
        end: 'ログアウトさせる',
        ended: 'ログアウトさせました',
        endOthers: 'ほかのすべての端末をログアウトさせる',
        none: 'ほかの端末ではログインしていません。',
      },
    },
    people: {
      views: { staff: 'スタッフ', members: '会員', invited: '招待中' },
      empty: {
        staff: 'スタッフはいません。',
        members: '会員はまだいません。',
        invited: '返事を待っている招待はありません。',
      },
      choose: '一覧からお選びください。',
      invite: {
        title: 'スタッフを招待する',
        lead: '招待のメールをお送りします。リンクは7日間有効です。',
        submit: '招待する',
        open: 'スタッフを招待する',
        done: '招待メールをお送りしました',
      },
      role: '役割',
      teams: 'チーム',
      noTeams: 'チームはまだありません。',
      save: '保存する',
      saved: '保存しました',
      suspended: '停止中',
      suspend: 'アカウントを停止する',
      suspendedNow: 'アカウントを停止し、すべての端末でログアウトさせました。',
      restore: '停止を解除する',
      restored: '停止を解除しました',
      endSessions: 'すべての端末でログアウトさせる',
      endSessionsAsk: 'すべての端末でログアウトさせますか。入力中の内容が失われることがあります。',
      sessionsEnded: 'すべての端末でログアウトさせました',
      resetTotp: '2段階認証をリセットする',
      resetTotpAsk: '2段階認証をリセットしますか。本人からの依頼か、必ずご確認ください。',
      totpIsReset: '2段階認証をリセットしました',
      twoSteps: '設定済み',
      oneStep: '未設定',
      joined: '登録',
      lastSignIn: '最終ログイン',
      never: 'まだありません',
      secondStep: '2段階認証',
      roleChangeHint: '役割を変えると、本人はすべての端末でログアウトします。',
      validUntil: '有効期限',
      resend: 'もう一度送る',
      resent: 'もう一度お送りしました。前のリンクは使えません。',
      withdraw: '招待を取り消す',
      withdrawAsk: '招待を取り消しますか。届いているリンクは使えなくなります。',
      withdrawn: '招待を取り消しました',
    },
    teams: {
      title: 'チーム',
      lead: 'お問い合わせを受け持つスタッフのまとまりです。',
      name: 'チーム名',
      add: '追加する',
      added: '追加しました',
      rename: '名前を変える',
      renamed: '名前を変えました',
      dissolve: '解散する',
      dissolveAsk: 'このチームを解散しますか。スタッフのアカウントはそのまま残ります。',
      dissolved: '解散しました',
      none: 'チームはまだありません。',
      members: (count) => `${count}人`,
      rulesTitle: 'ログインの決まり',
      require: 'スタッフに2段階認証を必須にする',
      requireHint: '未設定のスタッフはログアウトし、次のログインで設定の画面に進みます。先にご自身の設定が必要です。',
      required: '2段階認証を必須にしました',
      notRequired: '2段階認証を任意にしました',
    },
    cancel: 'やめる',
    roles: { owner: '管理者', editor: '編集者', moderator: 'モデレーター', agent: '担当者', member: '会員' },
    roleHints: {
      owner: 'すべての操作と、スタッフの管理',
      editor: 'お知らせの公開',
      moderator: 'お問い合わせの閲覧',
      agent: 'お問い合わせへの返信と、お知らせの公開',
    },
  },
  en: {
    email: 'E-mail address',
    newEmail: 'New e-mail address',
    password: 'Password',
    currentPassword: 'Current password',
    newPassword: 'New password',
    passwordHint: '10 characters or more; a long phrase is best.',
    passwordOptional: '10 characters or more. Leave it empty, and you get a link by e-mail each time you sign in.',
    name: 'Your name',
    nameHint: 'Customers see it with your replies.',
    language: 'Language of the desk',
    signIn: { title: 'Sign in', lead: 'Enter your e-mail address and your password.', submit: 'Sign in' },
    askLink: {
      title: 'Get a link by e-mail',
      lead: 'We send a link to your address that lets you in without a password.',
      submit: 'Send the link',
      link: 'Get a link by e-mail',
      sent: 'If we know this address, an e-mail is on its way. Please look among your spam as well.',
    },
    askReset: {
      title: 'Choose a new password',
      lead: 'We send a link to your address by which you choose a new password.',
      submit: 'Send the link',
      link: 'Forgotten your password?',
      sent: 'If we know this address, an e-mail is on its way. Please look among your spam as well.',
    },
    backToSignIn: 'Back to sign-in',
    code: {
      title: 'Your code',
      lead: 'Enter the six digits that your authenticator app shows.',
      submit: 'Confirm',
      label: 'Code',
      lost: 'I cannot use my app',
    },
    recovery: {
      title: 'Recovery code',
      lead: 'Enter one of the codes you kept when you set up two-step sign-in. It works once.',
      submit: 'Confirm',
      label: 'Recovery code',
      back: 'Use a code from my app',
    },
    totpSetUp: {
      title: 'Set up two-step sign-in',
      lead: 'Scan the QR code with your authenticator app, then enter the six digits it shows.',
      submit: 'Turn it on',
      required: 'Staff have to use two-step sign-in here. Please set it up first.',
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
    setup: {
      title: 'Make the owner account',
      lead: 'Enter the details of the first owner. This link works once.',
      submit: 'Make the account',
    },
    invitation: {
      title: 'Accept the invitation',
      lead: 'Make your account, and the staff desk is open to you.',
      submit: 'Make the account',
      role: 'Your role',
    },
    registration: {
      title: 'Register',
      lead: 'Others see the name you choose. It need not be your real one.',
      submit: 'Finish registering',
    },
    signInLink: { title: 'Sign in', lead: 'One click, and you are in.', submit: 'Sign in now' },
    passwordReset: {
      title: 'New password',
      lead: 'Choose a new password. All your devices will be signed out.',
      submit: 'Set the password',
      done: 'You have a new password. Please sign in.',
    },
    address: {
      title: 'Your new address',
      lead: 'One click, and your account moves to the new e-mail address.',
      submit: 'Confirm the address',
      done: 'Your e-mail address is changed.',
    },
    linkEnded: 'This link has expired or was used before. Please start again.',
    own: {
      profile: { title: 'About you', lead: 'Customers see your name with your replies.', submit: 'Save' },
      saved: 'Saved',
      address: {
        title: 'E-mail address',
        lead: 'We send an e-mail to the new address. Nothing changes until you confirm it.',
        submit: 'Send the e-mail',
        now: 'Your address',
        asked: 'The e-mail is on its way. Open its link to finish.',
      },
      password: {
        title: 'Password',
        lead: 'Changing it signs your other devices out.',
        submit: 'Change the password',
        done: 'Your password is changed. Your other devices are signed out.',
        none: 'You have no password. With one, you can sign in without a link.',
      },
      totp: {
        title: 'Two-step sign-in',
        on: 'It is on: you sign in with a code from your app as well.',
        off: 'It is off. With it, a stolen password is not enough to get in.',
        left: (count) => `Recovery codes left: ${count}`,
        required: 'Staff have to use it here, so it cannot be turned off.',
        remove: { title: 'Turn it off', lead: 'All your devices are signed out for a moment.', submit: 'Turn it off' },
        renew: { title: 'New recovery codes', lead: 'All earlier ones stop working.', submit: 'Make new codes' },
        removed: 'Two-step sign-in is off',
      },
      sessions: {
        title: 'Where you are signed in',
        here: 'this device',
        unknown: 'Unknown device',
        lastUsed: 'Last used',
        since: 'Signed in',
        end: 'Sign out there',
        ended: 'Signed out there',
        endOthers: 'Sign out everywhere else',
        none: 'You are signed in nowhere else.',
      },
    },
    people: {
      views: { staff: 'Staff', members: 'Members', invited: 'Invited' },
      empty: { staff: 'Nobody works here.', members: 'There are no members yet.', invited: 'No invitation is open.' },
      choose: 'Choose somebody from the list.',
      invite: {
        title: 'Invite somebody',
        lead: 'We send them an e-mail. The link works for 7 days.',
        submit: 'Invite',
        open: 'Invite somebody',
        done: 'The invitation is on its way',
      },
      role: 'Role',
      teams: 'Teams',
      noTeams: 'There are no teams yet.',
      save: 'Save',
      saved: 'Saved',
      suspended: 'Suspended',
      suspend: 'Suspend the account',
      suspendedNow: 'The account is suspended and signed out everywhere.',
      restore: 'Lift the suspension',
      restored: 'The suspension is lifted',
      endSessions: 'Sign out everywhere',
      endSessionsAsk: 'Sign them out on all devices? They may lose what they are typing.',
      sessionsEnded: 'Signed out everywhere',
      resetTotp: 'Reset two-step sign-in',
      resetTotpAsk: 'Reset their two-step sign-in? Make sure that it is they who ask for it.',
      totpIsReset: 'Two-step sign-in is reset',
      twoSteps: 'On',
      oneStep: 'Off',
      joined: 'Since',
      lastSignIn: 'Last sign-in',
      never: 'Never',
      secondStep: 'Two-step sign-in',
      roleChangeHint: 'Another role signs them out everywhere.',
      validUntil: 'Valid until',
      resend: 'Send again',
      resent: 'Sent again. The earlier link no longer works.',
      withdraw: 'Withdraw the invitation',
      withdrawAsk: 'Withdraw the invitation? Its link will stop working.',
      withdrawn: 'The invitation is withdrawn',
    },
    teams: {
      title: 'Teams',
      lead: 'Groups of staff who look after requests together.',
      name: 'Name of the team',
      add: 'Add',
      added: 'Added',
      rename: 'Rename',
      renamed: 'Renamed',
      dissolve: 'Dissolve',
      dissolveAsk: 'Dissolve this team? The accounts of its people stay.',
      dissolved: 'Dissolved',
      none: 'There are no teams yet.',
      members: (count) => (count === 1 ? '1 person' : `${count} people`),
      rulesTitle: 'Rules for signing in',
      require: 'Staff have to use two-step sign-in',
      requireHint:
        'Staff who have not set it up are signed out, and led to it at their next sign-in. Set up your own first.',
      required: 'Two-step sign-in is required now',
      notRequired: 'Two-step sign-in is optional now',
    },
    cancel: 'Cancel',
    roles: { owner: 'Owner', editor: 'Editor', moderator: 'Moderator', agent: 'Agent', member: 'Member' },
    roleHints: {
      owner: 'Everything, and the people who work here',
      editor: 'Publishes notices',
      moderator: 'Reads tickets',
      agent: 'Answers tickets and publishes notices',
    },
  },
};
