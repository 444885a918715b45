import type { Language } from '../../content/schema/languages.ts';

const ja = {
  title: 'データの写し・消去の申し込み',
  lead: 'メールアドレスをご入力ください。ご本人の確認のため、そのアドレスにリンクをお送りします。会員登録は不要です。',
  emailHint: 'お問い合わせまたは会員登録の際にご入力になったアドレス',
  what: 'ご希望の内容',
  copy: 'お預かりしているデータの写しを受け取る',
  erasure: 'データをすべて消去する',
  about: 'お預かりする情報と保存期間',
  shell: '個人データ',
  request: {
    title: 'このお問い合わせのデータ',
    lead: 'このページのやり取りは、ファイルとして保存できます。',
    html: '読める形で保存（HTML）',
    json: 'データで保存（JSON）',
    all: 'ほかのお問い合わせも含めたすべてのデータの写しと消去は、ご本人の確認のため、お問い合わせのときのメールアドレスにリンクをお送りします。',
    copy: 'すべての写しを申し込む',
    erasure: 'すべての消去を申し込む',
  },
};

export type MyDataTexts = typeof ja;

const en: MyDataTexts = {
  title: 'Ask for a copy or erasure',
  lead: 'Enter your e-mail address. We send a link there, so that we know it is you. You don’t need an account.',
  emailHint: 'The one you gave when you wrote to us or made an account',
  what: 'What would you like?',
  copy: 'A copy of everything you hold about me',
  erasure: 'Erase everything you hold about me',
  about: 'What we store, and for how long',
  shell: 'Your data',
  request: {
    title: 'The data of this request',
    lead: 'You can save the conversation on this page as a file.',
    html: 'Save to read (HTML)',
    json: 'Save as data (JSON)',
    all: 'For a copy of everything, your other requests included, or to have it all erased, we send a link to the e-mail address of this request, so that we know it is you.',
    copy: 'Ask for a copy of everything',
    erasure: 'Ask to erase everything',
  },
};

const texts: Record<Language, MyDataTexts> = { ja, en };

export function myDataTexts(language: Language): MyDataTexts {
  return texts[language];
}
