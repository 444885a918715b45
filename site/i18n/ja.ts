import { kinds } from '../../components/search/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';

/** What is known of a part of a page that is behind its source. */
interface StaleFacts {
  /** The source's language, by its name. */
  language: string;
  /** The source's heading. */
  title: string;
  /** The day the translation was last brought up to date. */
  day: string;
}

/** What the pages say around the articles. English has the same keys, checked by its type. */
export const ja = {
  languageName: '日本語',
  skip: '本文へ移動',
  home: {
    title: 'どうなさいましたか？',
    lead: 'ことばを入れて検索するか、下の分類からお選びください。',
    categories: '分類から探す',
    mostAsked: 'よくあるご質問',
    more: (name: string) => `「${name}」をすべて見る`,
    people: '見つからないときは、お客様窓口へ',
    peopleLead: 'お話しいただいた内容とご覧になったページは、そのまま担当者に伝わります。',
  },
  nav: {
    label: 'サイト内の移動',
    contact: 'お問い合わせ',
    breadcrumb: '現在の位置',
    home: 'ヘルプのトップ',
    switchTo: 'English',
  },
  search: {
    label: 'ヘルプを検索',
    placeholder: '例：届かない、領収書',
    button: '検索',
    title: '検索',
    withoutScript: 'このページの検索にはJavaScriptが必要です。下の一覧からもお探しいただけます。',
    all: 'すべてのページ',
  },
  kinds: kinds.ja,
  table: '表',
  article: {
    reviewed: '内容の確認日',
    owner: (team: string) => `担当　${team}`,
    contents: '目次',
    series: '続けて読む',
    previous: '前の手順',
    next: '次の手順',
    untranslated: (language: string) => `このページはまだ日本語になっていません。${language}のまま掲載しています。`,
    needs: '用意するもの',
    minutes: (count: number) => `所要時間　約${count}分`,
    related: 'あわせてご覧ください',
    stuck: '解決しないときは',
    stuckLead: 'ご覧になったページの内容を添えて、お客様窓口にそのままお尋ねいただけます。',
    ask: 'お問い合わせへ進む',
  },
  category: {
    mostAsked: '特に多いご質問',
    otherQuestions: 'そのほかのご質問',
    readAll: '全文を読む',
    permanent: 'このご質問のページ',
    about: (title: string) => `：${title}`,
  },
  platform: {
    yours: 'お使いの機器',
    and: 'と',
    open: (name: string) => `（${name}：`,
    close: '）',
  },
  /** Said where a translation is behind its source. */
  stale: {
    here: {
      changed: ({ language, day }: StaleFacts) =>
        `この部分は${day}時点の内容で、${language}版の更新がまだ反映されていません。`,
      added: ({ language, title }: StaleFacts) => `${language}版には、このあとに「${title}」の説明が加わっています。`,
      removed: ({ language }: StaleFacts) => `この部分は、${language}版ではなくなりました。`,
    },
    elsewhere: {
      changed: ({ language, title, day }: StaleFacts) =>
        `${language}版の「${title}」が${day}のあとに更新され、ここにはまだ反映されていません。`,
      added: ({ language, title }: StaleFacts) => `${language}版に加わった「${title}」は、まだ訳されていません。`,
      removed: ({ language }: StaleFacts) => `このページの一部は、${language}版ではなくなりました。`,
    },
    read: (language: string) => `${language}版で読む`,
  },
  languages: { ja: '日本語', en: '英語' } as Record<Language, string>,
  feedback: {
    question: 'このページは役に立ちましたか？',
    yes: 'はい',
    no: 'いいえ',
    thanks: 'ご回答ありがとうございました。ページの改善に役立てます。',
  },
  contact: {
    title: 'お問い合わせ',
    lead: 'お急ぎの度合いとご用件に合わせて、窓口をお選びください。会員登録は不要です。',
    form: 'フォームで問い合わせる',
    toForm: 'フォームに入力する',
    bestFor: 'こんなときに',
    reply: 'お返事の目安',
    replyWithin: (hours: number) => `受付時間内の${hours}時間以内`,
    answered: 'つながるまで',
    answeredWithin: (minutes: number) => `通常${minutes}分以内`,
    email: 'メールアドレス',
    emailHint: 'ご連絡先として使います。お返事は、送信後にご案内する専用ページでいつでもご覧いただけます。',
    name: 'お名前',
    optional: '任意',
    subject: 'ご用件',
    subjectHint: '例：サイズを交換したい',
    message: 'お問い合わせの内容',
    messageHint: 'お困りのことと、お望みのことをお書きください。',
    topics: 'お問い合わせの種類',
    otherTopic: 'その他',
    aboutTopic: (topic: string) => `${topic}についてのお問い合わせ`,
    choose: '選んでください',
    hoursAs: (channel: string) => `${channel}と同じ`,
    send: '送信する',
    trap: 'この欄は空のままにしてください',
    privacy: 'ご入力の内容は、お問い合わせへの対応にだけ使います。',
    channels: '窓口',
    hours: '受付時間',
  },
  files: {
    label: 'ファイルを添付',
    optional: '任意',
    hint: '写真やPDFなどを5個まで添付できます（1ファイル10MB、合計25MBまで）。',
  },
  request: {
    title: 'お問い合わせの状況',
    reference: '受付番号',
    state: '状況',
    address: 'このページのアドレス',
    keep: 'お客様専用のアドレスです。ブックマークしておくと、いつでも続きをご覧いただけます。ほかの方には教えないでください。',
    sent: 'お問い合わせを受け付けました。',
    answered: 'メッセージを送信しました。',
    messages: 'やり取り',
    answer: '返信を書く',
    message: 'メッセージ',
    send: '送信する',
  },
  apiReference: {
    title: 'APIリファレンス',
    lead: 'このヘルプセンターにプログラムから問い合わせるための仕様です（本文は英語です）。送受信はJSON、エラーはapplication/problem+jsonでお返しします。',
    document: 'プログラム向けの仕様（OpenAPI 3.1）',
    contents: '操作の一覧',
    unavailable: 'ただいま仕様を表示できません。しばらくしてから、もう一度ご覧ください。',
  },
  notices: {
    title: 'お知らせ',
    lead: '障害、遅延、品薄、休業など、いまの状況とこれまでの経過をお伝えします。',
    unavailable: 'ただいまお知らせを表示できません。しばらくしてから、もう一度ご覧ください。',
    feed: 'お知らせをフィード（Atom）で受け取る',
    byMail: {
      title: 'お知らせをメールで受け取る',
      lead: 'お届けやご注文に影響する障害、遅延、休業などがあるときに、その後の経過とあわせてメールでお知らせします。',
      email: 'メールアドレス',
      category: '受け取る内容',
      all: 'すべてのお知らせ',
      send: '確認のメールを受け取る',
      note: 'お送りする確認メールのリンクから、登録が完了します。配信はメールからいつでも停止でき、停止するとアドレスを削除します。',
    },
  },
  hours: {
    days: { mon: '月', tue: '火', wed: '水', thu: '木', fri: '金', sat: '土', sun: '日' },
    closed: '休み',
    publicHolidays: '祝日休み',
    span: (from: string, to: string) => `${from}〜${to}`,
    dayPair: (first: string, second: string) => `${first}・${second}`,
    exception: (times: string, reason: string) => `${times}（${reason}）`,
    dayRange: (first: string, last: string) => `${first}〜${last}`,
    joiner: '、',
  },
  notFound: {
    title: 'お探しのページは見つかりませんでした',
    lead: 'アドレスが変わったか、公開を終えたページかもしれません。検索するか、分類からお探しください。',
  },
  problem: {
    title: '処理できませんでした',
    lead: '時間をおいてもう一度お試しください。お急ぎのときは、下の窓口もご利用ください。',
    back: 'ヘルプのトップへ戻る',
  },
  offline: {
    kept: '通信できないため、この端末に保存したページを表示しています。',
    title: '保存したページ',
    missing: 'いまはこのページを開けません',
    missingLead:
      'インターネットにつながっていないか、一時的に応答がありません。接続をご確認のうえ、もう一度お試しください。下のページは、このままお読みいただけます。',
    withoutScript: '保存したページの一覧には、JavaScriptが必要です。',
    people: 'お急ぎのときは、お客様窓口へ',
    peopleLead: 'お電話は、インターネットにつながっていなくてもご利用いただけます。',
    form: 'いまはフォームを送信できません。ご入力の内容はこの端末に保存されますので、つながってから送信してください。お急ぎのときは、お電話をご利用ください。',
  },
  ended: {
    until: (day: string) => `${day}まで有効`,
    title: (title: string) => `終了：${title}`,
    untitled: 'このページは終了しました',
    ended: (day: string) => `このページの内容は${day}で終了しました。`,
    instead: 'お探しの内容に近いページ',
    search: 'ほかのことばで探す',
    ask: '見つからないときは、お客様窓口へお尋ねください。',
  },
  mission: {
    title: '私たちの考え',
    promises: 'お約束',
    keeping: 'お約束の時間',
  },
  footer: {
    mission: '私たちの考え',
    contact: 'お問い合わせ',
    notices: 'お知らせ',
    privacy: 'プライバシー',
    poweredBy: 'Madoguchiで動いています',
  },
  theme: { label: '画面の配色', system: '端末の設定', light: 'ライト', dark: 'ダーク' },
  tone: { note: '補足', tip: 'ヒント', warning: 'ご注意' },
  flow: {
    outcome: '結果',
    back: 'はじめの質問に戻る',
    choose: '次から選んでください',
    chart: '質問と結果の一覧図',
  },
  video: {
    chapters: '場面',
    transcript: '文字起こし',
    playFrom: (time: string) => `${time}から再生`,
    captions: { ja: '日本語', en: '英語' },
  },
  journal: {
    title: '読みもの',
    all: '読みものをすべて見る',
    by: (name: string) => `${name}の記事`,
    about: (name: string) => `「${name}」の記事`,
    published: '公開日',
    updated: '更新日',
    writers: '書いた人',
    tags: 'テーマ',
    related: 'あわせてご覧ください',
    feed: '新着をフィードで読む（Atom）',
  },
  desk: {
    title: '受付デスク',
    withoutScript: '受付デスクにはJavaScriptが必要です。ブラウザーの設定で有効にしてください。',
  },
};

export type Texts = typeof ja;
