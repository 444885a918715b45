export const actNames = ['lock', 'pin', 'archive', 'move', 'merge', 'split', 'draft'] as const;
export type ActName = (typeof actNames)[number];

export interface ThreadMessages {
  title: string;
  loading: string;
  act: string;
  acts: Record<ActName, string>;
  undoing: Record<'lock' | 'pin' | 'archive', string>;
  actNeeded: string;
  board: string;
  into: string;
  intoHint: string;
  intoNeeded: string;
  newTitle: string;
  newTitleNeeded: string;
  send: string;
  /** With the file of the draft. */
  drafted: (file: string) => string;
  done: Record<Exclude<ActName, 'draft'> | 'unlock' | 'unpin' | 'unarchive', (number: number) => string>;
}

export const messages: Record<'ja' | 'en', ThreadMessages> = {
  ja: {
    title: 'スレッドの操作',
    loading: 'スレッドを読み込んでいます…',
    act: '操作',
    acts: {
      lock: 'ロックする（返信を締め切る）',
      pin: 'カテゴリーの先頭に固定する',
      archive: '保管する（読み取り専用）',
      move: '別のカテゴリーに移す',
      merge: '別のスレッドに統合する',
      split: 'この投稿から新しいスレッドを作る',
      draft: '解決した回答から記事の下書きを作る',
    },
    undoing: { lock: 'ロックを解除する', pin: '固定を解除する', archive: '保管から戻す' },
    actNeeded: '操作を選んでください。',
    board: '移す先のカテゴリー',
    into: '統合先のスレッド番号',
    intoHint: 'スレッドのアドレスの最後にある番号です。',
    intoNeeded: '統合先のスレッドの番号を入力してください。',
    newTitle: '新しいスレッドのタイトル',
    newTitleNeeded: '新しいスレッドのタイトルを入力してください。',
    send: '実行する',
    drafted: (file) => `記事の下書きを作りました：${file}`,
    done: {
      lock: (number) => `スレッド${number}をロックしました。`,
      unlock: (number) => `スレッド${number}のロックを解除しました。`,
      pin: (number) => `スレッド${number}を固定しました。`,
      unpin: (number) => `スレッド${number}の固定を解除しました。`,
      archive: (number) => `スレッド${number}を保管しました。`,
      unarchive: (number) => `スレッド${number}を保管から戻しました。`,
      move: (number) => `スレッド${number}を移しました。`,
      merge: (number) => `スレッド${number}に統合しました。`,
      split: (number) => `新しいスレッド${number}を作りました。`,
    },
  },
  en: {
    title: 'The thread',
    loading: 'Loading the thread…',
    act: 'What to do with it',
    acts: {
      lock: 'Lock it: no more answers',
      pin: 'Pin it to the top of its board',
      archive: 'Archive it: to be read only',
      move: 'Move it to another board',
      merge: 'Merge it into another thread',
      split: 'Make a new thread of this post',
      draft: 'Draft an article from the accepted answer',
    },
    undoing: { lock: 'Unlock it', pin: 'Unpin it', archive: 'Take it out of the archive' },
    actNeeded: 'Choose what to do.',
    board: 'To which board',
    into: 'The number of the other thread',
    intoHint: 'The number at the end of its address.',
    intoNeeded: 'Give the number of the other thread.',
    newTitle: 'Title of the new thread',
    newTitleNeeded: 'Give the new thread a title.',
    send: 'Do it',
    drafted: (file) => `An article is drafted: ${file}`,
    done: {
      lock: (number) => `Thread ${number} is locked.`,
      unlock: (number) => `Thread ${number} is unlocked.`,
      pin: (number) => `Thread ${number} is pinned.`,
      unpin: (number) => `Thread ${number} is no longer pinned.`,
      archive: (number) => `Thread ${number} is archived.`,
      unarchive: (number) => `Thread ${number} is out of the archive.`,
      move: (number) => `Thread ${number} has moved.`,
      merge: (number) => `Merged into thread ${number}.`,
      split: (number) => `Thread ${number} was made of it.`,
    },
  },
};
