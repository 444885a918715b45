import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';

interface MyDataTexts {
  nothing: string;
  /** Beside what is said to somebody who works here. */
  staff: string;
  address: (address: string) => string;
  copy: { title: string; text: string; button: string; done: string; keep: (minutes: number) => string; json: string };
  erasure: {
    title: string;
    text: string;
    button: string;
    done: string;
    doneText: string;
    held: string;
    heldUntil: (until: number, timeZone: string) => string;
    heldReason: (reason: string) => string;
    heldAsk: string;
  };
}

/** What the pages say to which a mail leads. */
export const myDataTexts: Record<Language, MyDataTexts> = {
  ja: {
    nothing: 'このアドレスのデータはお預かりしていません',
    staff:
      'スタッフのアカウントは含まれません。登録内容は担当者画面の「マイアカウント」でご覧いただけます。停止は管理者（オーナー）にご依頼ください。',
    address: (address) => `対象のメールアドレス：${address}`,
    copy: {
      title: 'データの写しを受け取る',
      text: 'お問い合わせの内容、お送りしたメールの記録など、お預かりしているデータを表示します。担当者どうしの連絡メモは含まれません。ご覧になりたい場合はお問い合わせください。',
      button: '写しを表示する',
      done: 'お預かりしているデータ',
      keep: (minutes) =>
        `このページは一度だけ表示されます。必要な場合は保存または印刷してください。ファイル（JSON形式）は${minutes}分以内にダウンロードできます。`,
      json: 'JSONファイルをダウンロードする',
    },
    erasure: {
      title: 'データをすべて消去する',
      text: 'お名前、メールアドレス、お問い合わせの内容、メールの記録をすべて消去します。会員アカウントをお持ちの場合は、アカウントも消去し、ログインできなくなります。対応中のお問い合わせにもお返事できなくなります。消去したデータは元に戻せません。',
      button: 'すべて消去する',
      done: 'データを消去しました',
      doneText:
        'お預かりしていたデータはすべて消去しました。お問い合わせの件数と日時だけが、どなたのものか分からない形で残ります。バックアップに残る分は、保存期間の終わりとともになくなります。',
      held: 'いまは消去できません',
      heldUntil: (until, timeZone) => `次の日まで、保管しておく必要があります：${day(until, 'ja', timeZone)}`,
      heldReason: (reason) => `理由：${reason}`,
      heldAsk: 'ご不明な点は、お問い合わせください。期限が過ぎたあとに、あらためてお申し込みいただけます。',
    },
  },
  en: {
    nothing: 'We hold no data for this address',
    staff:
      'Your account as a member of staff is not part of this. You find what it holds at the desk, under “My account”; only an owner of the portal can end it.',
    address: (address) => `For the address ${address}`,
    copy: {
      title: 'Get a copy of your data',
      text: 'Shows what we hold: what you wrote, what we answered, the mails we sent, and when. Notes that staff make for each other are left out; ask us if you want to see them.',
      button: 'Show the copy',
      done: 'What we hold about you',
      keep: (minutes) =>
        `This page is shown once. Save or print it if you need it. The file (JSON) can be downloaded for ${minutes} minutes.`,
      json: 'Download as JSON',
    },
    erasure: {
      title: 'Erase all of your data',
      text: 'This erases your name, your address, everything you wrote and every mail we keep. An account goes too, and you can no longer sign in with it. We won’t be able to answer requests that are still open. It cannot be undone.',
      button: 'Erase everything',
      done: 'Your data has been erased',
      doneText:
        'Everything we held about you is gone. What stays is that there were requests, and when: nothing says whose. Copies in backups end with them.',
      held: 'It cannot be erased yet',
      heldUntil: (until, timeZone) => `We have to keep it until ${day(until, 'en', timeZone)}.`,
      heldReason: (reason) => `The reason: ${reason}`,
      heldAsk: 'If you have questions, please ask us. You can ask again once that day has passed.',
    },
  },
};

function day(at: number, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone }).format(at);
}
