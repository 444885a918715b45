import type { Language } from '../../content/schema/languages.ts';

/** One kind of data: what it is, what for, and how long, with the period from the settings. */
export interface KindText {
  id: string;
  name: string;
  what: string;
  why: string;
  kept: string;
}

/** How long each kind is kept, in words. */
export interface Periods {
  closedConversations: string;
  spam: string;
  voteComments: string;
  mails: string;
  auditLog: string;
  logs: string;
  backups: string;
  idempotencyKeys: string;
  privateLinks: string;
  sessions: string;
  oneTimeTokens: string;
}

export interface PrivacyTexts {
  title: string;
  lead: (organisation: string) => string;
  shop: string;
  kinds: { title: string; why: string; kept: string; rows: (periods: Periods) => KindText[] };
  seen: { title: string; lead: string; roles: { name: string; text: string }[]; nobody: string };
  cookies: { title: string; readers: string; staff: (period: string) => string };
  device: {
    title: string;
    lead: string;
    items: { name: string; text: string; isOffline?: true }[];
    withoutScript: string;
  };
  others: { title: string; text: string; mail: string };
  rights: { title: string; copy: string; erase: string; correct: string; hold: string; form: string; backups: string };
  contact: { title: string; text: (organisation: string) => string };
  day: (count: number) => string;
  month: (count: number) => string;
}

const ja: PrivacyTexts = {
  title: 'プライバシー',
  lead: (organisation) =>
    `このヘルプセンターで${organisation}がお預かりする情報と、その使いみち、保存する期間をまとめました。期間は、実際の設定をそのまま記載しています。`,
  shop: 'ご注文や会員情報の取り扱い：',
  kinds: {
    title: 'お預かりする情報',
    why: '使いみち',
    kept: '保存期間',
    rows: (periods) => [
      {
        id: 'requests',
        name: 'お問い合わせ',
        what: 'メールアドレス、お名前（任意）、お書きになった内容と添付ファイル、当社からのお返事。ご自身で残された場合は、直前にご覧になったページと検索のことば。',
        why: 'お問い合わせにお答えし、同じことを二度お尋ねしないため。',
        kept: `対応中は、終わるまで。解決または終了したものは、最後のやり取りから${periods.closedConversations}。迷惑と判断したものは${periods.spam}。その後は内容と添付ファイル、お名前、アドレスを消去し、件数と日時だけを残します。`,
      },
      {
        id: 'links',
        name: '専用ページのリンク',
        what: 'リンクの照合用の値（リンクそのものは保存しません）と期限。',
        why: '会員登録なしで、続きをご覧いただくため。',
        kept: `リンクが使えるのは、最後のメッセージから${periods.privateLinks}。`,
      },
      {
        id: 'mails',
        name: 'お送りするメール',
        what: '宛先とお名前、メールの内容（お問い合わせの文章やお返事を含みます）、送信の結果。お知らせメールにご登録の場合は、そのアドレス。',
        why: 'ご連絡をお届けし、届かなかったときに送り直すため。',
        kept: `送信の有無にかかわらず、作成から${periods.mails}。お知らせメールのご登録は、配信を停止されるまで。`,
      },
      {
        id: 'votes',
        name: 'ページへの評価',
        what: '「役に立ちましたか」へのお答えとご意見。どなたのものかは記録しません。',
        why: 'ページを直すため。',
        kept: `ご意見の文章は${periods.voteComments}。お答えの数は、そのまま残ります。`,
      },
      {
        id: 'marks',
        name: '確認のための記録',
        what: '同じ送信の重なりを見分ける値、メールでお送りした確認用リンクの照合用の値。',
        why: '二重の受け付けと、なりすましを防ぐため。',
        kept: `送信の記録は${periods.idempotencyKeys}。確認用リンクは、期限から${periods.oneTimeTokens}。`,
      },
      {
        id: 'audit',
        name: '担当者の操作の記録',
        what: '担当者がいつ何をしたか。お問い合わせの内容は含みません。',
        why: '不正な操作を防ぎ、あとから確かめるため。',
        kept: `${periods.auditLog}。`,
      },
      {
        id: 'logs',
        name: 'サーバーの記録',
        what: '開かれたアドレスと時刻。ネットワークアドレスは一部を省きます。',
        why: '不具合と攻撃に対処するため。',
        kept: `${periods.logs}。`,
      },
      {
        id: 'backups',
        name: 'バックアップ',
        what: '上記の情報の写し。',
        why: '故障から元に戻すため。',
        kept: `${periods.backups}。元に戻したときは、それまでに消去したものを記録に基づいてもう一度消去します。`,
      },
    ],
  },
  seen: {
    title: '見ることができる人',
    lead: '社内でも、役割によって見られるものが異なります。',
    roles: [
      { name: '窓口の担当者', text: 'お問い合わせを読み、お返事します。データの写しをお渡しすることができます。' },
      { name: '責任者', text: 'これに加えて、データの消去、消去の保留、操作の記録の確認を行います。' },
      { name: 'モデレーター', text: 'お問い合わせを読むことができます。お返事はしません。' },
      { name: '編集者', text: 'お問い合わせは見られません。' },
    ],
    nobody: 'これ以外の人や会社に渡したり、販売したりすることはありません。法令に基づく求めがあった場合を除きます。',
  },
  cookies: {
    title: 'Cookie',
    readers: 'お客様がページをご覧になるとき、Cookieは使いません。お問い合わせにも使いません。',
    staff: (period) =>
      `ログインした人にだけ、ログインを保つためのCookieを一つ使います。ログアウトするか、遅くとも${period}で終わります。`,
  },
  device: {
    title: 'この端末に保存されるもの',
    lead: '次のものは、お使いの端末の中だけに保存されます。当社には送られません。',
    items: [
      { name: '最近の検索', text: '検索欄に候補として出すためのものです。' },
      { name: '送信できなかったお問い合わせ', text: '送信できるまで、最長7日。' },
      { name: 'ご覧になったページ', text: 'このタブの中だけ。お問い合わせに添えるかどうかは、ご自身で選べます。' },
      { name: '画面の配色、機種の選択、閉じたお知らせ', text: '次に開いたときも同じように表示するためのものです。' },
      { name: '開いたページの写し', text: '通信できないときにお読みいただくためのものです。', isOffline: true },
    ],
    withoutScript: 'JavaScriptが無効のときは、何も保存されません。',
  },
  others: {
    title: '外部のサービス',
    text: 'ページは、ほかのサイトから何も読み込みません。アクセス解析や広告、行動の追跡も行いません。ブラウザーにもそのように指示しています（Content-Security-Policy）。',
    mail: 'メールをお送りする場合は、当社が使うメールサーバーを通ります。',
  },
  rights: {
    title: 'ご自身のデータについてできること',
    copy: '写しを受け取る：お預かりしているすべてのデータを、読める形とファイル（JSON）でお渡しします。',
    erase: '消去する：お名前、アドレス、内容、添付ファイルをすべて消去します。元には戻せません。',
    correct: '訂正する：お問い合わせください。',
    hold: '法令や紛争のために保管が必要なものは、その期限まで消去できません。その場合は、期限と理由をお伝えします。',
    form: '写し・消去を申し込む',
    backups: 'お問い合わせの専用ページからも、お申し込みいただけます。',
  },
  contact: {
    title: 'お問い合わせ先',
    text: (organisation) => `このヘルプセンターは${organisation}が運営しています。ご質問は、次の窓口へどうぞ。`,
  },
  day: (count) => `${count}日`,
  month: (count) => (count % 12 === 0 ? `${count / 12}年` : `${count}か月`),
};

const en: PrivacyTexts = {
  title: 'Privacy',
  lead: (organisation) =>
    `What ${organisation} stores in this help centre, what for, and for how long. The periods on this page are the ones the system is set to.`,
  shop: 'What the rest of our business keeps:',
  kinds: {
    title: 'What we store',
    why: 'What for',
    kept: 'How long',
    rows: (periods) => [
      {
        id: 'requests',
        name: 'Your requests',
        what: 'Your e-mail address, your name if you give it, what you write and the files you send along, and what we answer. If you leave them in, the pages you had just read and what you searched for.',
        why: 'To answer you, and not to ask you the same thing twice.',
        kept: `As long as we are dealing with it. Once it is solved or closed, ${periods.closedConversations} from the last message; spam, ${periods.spam}. Then texts, files, names and addresses are erased, and only numbers and dates stay.`,
      },
      {
        id: 'links',
        name: 'Private links',
        what: 'A value to check the link by (not the link itself), and when it ends.',
        why: 'So that you can come back without an account.',
        kept: `A link works for ${periods.privateLinks} from the last message.`,
      },
      {
        id: 'mails',
        name: 'Mails to you',
        what: 'The address and the name, what the mail says (your own words and our answers among it), and whether it went out. If you subscribe to notices by e-mail, the address they go to.',
        why: 'To reach you, and to try again if a mail doesn’t arrive.',
        kept: `${periods.mails} from when a mail was written, sent or not. A subscription, until you stop it.`,
      },
      {
        id: 'votes',
        name: 'Votes on pages',
        what: 'Whether a page helped, and your comment. Nothing says who you are.',
        why: 'To make the pages better.',
        kept: `What you wrote, ${periods.voteComments}. The vote itself stays.`,
      },
      {
        id: 'marks',
        name: 'Checks',
        what: 'Values that tell whether something was sent twice, and values to check the links in our mails by.',
        why: 'So that nothing is received twice and nobody acts in your name.',
        kept: `What was sent, ${periods.idempotencyKeys}. Links in mails, ${periods.oneTimeTokens} after they end.`,
      },
      {
        id: 'audit',
        name: 'What our staff do',
        what: 'Who did what, and when. Not what your requests say.',
        why: 'To prevent misuse, and to find it.',
        kept: `${periods.auditLog}.`,
      },
      {
        id: 'logs',
        name: 'Server logs',
        what: 'The addresses that were opened, and when. Network addresses are shortened.',
        why: 'To deal with faults and attacks.',
        kept: `${periods.logs}.`,
      },
      {
        id: 'backups',
        name: 'Backups',
        what: 'Copies of all of the above.',
        why: 'To recover from a failure.',
        kept: `${periods.backups}. When one is restored, whatever has been erased since is erased again from a log.`,
      },
    ],
  },
  seen: {
    title: 'Who sees it',
    lead: 'What our own people can see depends on their role.',
    roles: [
      { name: 'Agents', text: 'Read requests and answer them. They can give you a copy of your data.' },
      { name: 'Owners', text: 'Also erase data, place legal holds, and read the log of what staff did.' },
      { name: 'Moderators', text: 'Read requests, and don’t answer them.' },
      { name: 'Editors', text: 'Don’t see requests.' },
    ],
    nobody: 'Nobody else gets it, and we sell it to no one, unless the law requires us to hand something over.',
  },
  cookies: {
    title: 'Cookies',
    readers: 'We set no cookie when you read these pages, and none when you write to us.',
    staff: (period) =>
      `People who sign in get one cookie, which keeps them signed in. It ends when they sign out, or after ${period} at the latest.`,
  },
  device: {
    title: 'What is stored on this device',
    lead: 'These stay on your own device. They aren’t sent to us.',
    items: [
      { name: 'Recent searches', text: 'Suggested again in the search box.' },
      { name: 'A message that couldn’t be sent', text: 'Until you send it, 7 days at most.' },
      { name: 'Pages you read', text: 'In this tab only. You decide whether they go along with a message.' },
      { name: 'Appearance, your device’s tab, notices you folded', text: 'So that pages look the same next time.' },
      { name: 'Copies of pages you opened', text: 'So that you can read them offline.', isOffline: true },
    ],
    withoutScript: 'Without JavaScript, nothing is stored.',
  },
  others: {
    title: 'Other companies',
    text: 'Our pages load nothing from other sites. There are no analytics, no advertisements and no tracking, and we tell your browser to allow none (Content-Security-Policy).',
    mail: 'Where we send you mail, it passes through the mail server we use.',
  },
  rights: {
    title: 'What you can do',
    copy: 'Get a copy: everything we hold about you, to read and as a file (JSON).',
    erase: 'Have it erased: your name, your address, everything you wrote and the files you sent. It can’t be undone.',
    correct: 'Have it corrected: just tell us.',
    hold: 'What we have to keep because of the law or a dispute can’t be erased before its day. We’ll tell you which day, and why.',
    form: 'Ask for a copy or erasure',
    backups: 'You can also ask from the private page of any of your requests.',
  },
  contact: {
    title: 'Who to ask',
    text: (organisation) =>
      `This help centre is run by ${organisation}. If you have a question, this is how to reach us.`,
  },
  day: (count) => `${count} day${count === 1 ? '' : 's'}`,
  month: (count) =>
    count % 12 === 0 ? `${count / 12} year${count === 12 ? '' : 's'}` : `${count} month${count === 1 ? '' : 's'}`,
};

const texts: Record<Language, PrivacyTexts> = { ja, en };

export function privacyTexts(language: Language): PrivacyTexts {
  return texts[language];
}
