import type { SanctionKind } from '../../../api/moderation/contract.ts';

/** What asks for a rule and a reason. */
export type AskedAction = 'reject' | 'return' | 'hide' | 'remove';

export interface DialogMessages {
  cancel: string;
  rule: string;
  noRule: string;
  ruleNeeded: string;
  note: string;
  /** Where there has to be one. */
  noteAsked: string;
  noteHint: string;
  /** That a figure sends at once. */
  figureHint: string;
  noteNeeded: string;
  verdicts: Record<AskedAction, { title: (count: number) => string; send: string }>;
  edit: {
    title: string;
    loading: string;
    postTitle: string;
    body: string;
    bodyNeeded: string;
    reason: string;
    reasonHint: string;
    reasonNeeded: string;
    send: string;
    done: string;
    /** Why it says what it said before. */
    undone: string;
  };
  sanction: {
    title: (name: string) => string;
    kind: string;
    kinds: Record<SanctionKind, string>;
    explained: Record<SanctionKind, string>;
    reason: string;
    reasonNeeded: string;
    until: string;
    untilHint: (zone: string) => string;
    untilNeeded: string;
    spans: Record<'day' | 'week' | 'month', string>;
    send: string;
    done: (name: string, kind: string) => string;
  };
  appeal: {
    title: Record<'upheld' | 'reversed', string>;
    answer: string;
    answerNeeded: string;
    send: Record<'upheld' | 'reversed', string>;
    done: Record<'upheld' | 'reversed', (title: string) => string>;
  };
  ticket: {
    title: string;
    lead: string;
    note: string;
    send: string;
    done: (reference: string) => string;
  };
}

export const messages: Record<'ja' | 'en', DialogMessages> = {
  ja: {
    cancel: 'キャンセル',
    rule: '該当するルール',
    noRule: '特定のルールなし',
    ruleNeeded: 'ルールを一つ選ぶか、「特定のルールなし」を選んでください。',
    note: '投稿者へのメッセージ（任意）',
    noteAsked: '投稿者へのメッセージ',
    noteHint: '投稿者に送られます。Ctrl（⌘）＋Enterで送信できます。',
    figureHint: '番号のキーを押すと、そのルールですぐに決定します。',
    noteNeeded: 'どこを直せばよいか、投稿者へのメッセージを書いてください。',
    verdicts: {
      reject: { title: (count) => (count === 1 ? '不掲載にする' : `${count}件を不掲載にする`), send: '不掲載にする' },
      return: { title: (count) => (count === 1 ? '書き直しを依頼' : `${count}件の書き直しを依頼`), send: '依頼する' },
      hide: { title: (count) => (count === 1 ? '非表示にする' : `${count}件を非表示にする`), send: '非表示にする' },
      remove: { title: (count) => (count === 1 ? '削除する' : `${count}件を削除する`), send: '削除する' },
    },
    edit: {
      title: '投稿を編集',
      loading: '投稿を読み込んでいます…',
      postTitle: 'スレッドのタイトル',
      body: '本文（Markdown）',
      bodyNeeded: '本文を入力してください。',
      reason: '編集の理由',
      reasonHint: '編集の履歴として、どなたでも読めます。',
      reasonNeeded: '編集の理由を入力してください。',
      send: '編集を保存',
      done: '投稿を編集しました。',
      undone: '編集を元に戻しました。',
    },
    sanction: {
      title: (name) => `${name}さんへの措置`,
      kind: '措置の種類',
      kinds: { warning: '警告', silence: '事前確認', suspension: '利用停止' },
      explained: {
        warning: '注意のメールを送ります。利用は制限されません。',
        silence: '終了日時まで、投稿はすべて確認待ちになります。',
        suspension: '終了日時まで、投稿も通報もできません。',
      },
      reason: '本人に伝える理由',
      reasonNeeded: '本人に伝える理由を書いてください。',
      until: '終了日時',
      untilHint: (zone) => `${zone}の時刻です。`,
      untilNeeded: '終了日時には、これから1年以内の日時を入力してください。',
      spans: { day: '1日', week: '1週間', month: '30日' },
      send: '措置を決定する',
      done: (name, kind) => `${name}さんへの措置を決定しました：${kind}`,
    },
    appeal: {
      title: { upheld: '判断を維持する', reversed: '掲載に戻す' },
      answer: '投稿者への回答',
      answerNeeded: '投稿者への回答を書いてください。',
      send: { upheld: '判断を維持して回答', reversed: '掲載に戻して回答' },
      done: {
        upheld: (title) => `「${title}」の申し出に、判断を維持すると回答しました。`,
        reversed: (title) => `「${title}」を掲載に戻し、申し出に回答しました。`,
      },
    },
    ticket: {
      title: 'お問い合わせに移す',
      lead: '投稿はフォーラムから外れ、投稿者だけが読めるお問い合わせになります。個人情報が書かれているときに使います。',
      note: '投稿者へのメッセージ（任意）',
      send: 'お問い合わせに移す',
      done: (reference) => `お問い合わせ ${reference} に移しました。`,
    },
  },
  en: {
    cancel: 'Cancel',
    rule: 'By which rule',
    noRule: 'No particular rule',
    ruleNeeded: 'Choose a rule, or “No particular rule”.',
    note: 'Message to the author (optional)',
    noteAsked: 'Message to the author',
    noteHint: 'Sent to the author. Ctrl (⌘) + Enter sends it.',
    figureHint: 'Press its number to decide at once.',
    noteNeeded: 'Tell the author what to change.',
    verdicts: {
      reject: { title: (count) => (count === 1 ? 'Reject' : `Reject ${count}`), send: 'Reject' },
      return: { title: (count) => (count === 1 ? 'Return to be revised' : `Return ${count}`), send: 'Return' },
      hide: { title: (count) => (count === 1 ? 'Hide' : `Hide ${count}`), send: 'Hide' },
      remove: { title: (count) => (count === 1 ? 'Remove' : `Remove ${count}`), send: 'Remove' },
    },
    edit: {
      title: 'Edit the post',
      loading: 'Loading the post…',
      postTitle: 'Title of the thread',
      body: 'Text (Markdown)',
      bodyNeeded: 'Write what it is to say.',
      reason: 'Why it was edited',
      reasonHint: 'Everybody can read this in the post’s history.',
      reasonNeeded: 'Say why: it stands in the post’s history.',
      send: 'Save the edit',
      done: 'The post was edited.',
      undone: 'The edit was undone.',
    },
    sanction: {
      title: (name) => `Sanction ${name}`,
      kind: 'Which',
      kinds: { warning: 'Warning', silence: 'Silence', suspension: 'Suspension' },
      explained: {
        warning: 'A mail, and nothing else: they may go on as before.',
        silence: 'Until it ends, whatever they post waits for a moderator.',
        suspension: 'Until it ends, they can neither post nor flag.',
      },
      reason: 'What they are told',
      reasonNeeded: 'Say why: they read it.',
      until: 'Ends',
      untilHint: (zone) => `Time zone: ${zone}.`,
      untilNeeded: 'Give an end within a year from now.',
      spans: { day: 'A day', week: 'A week', month: '30 days' },
      send: 'Apply',
      done: (name, kind) => `${kind} for ${name}.`,
    },
    appeal: {
      title: { upheld: 'Let the decision stand', reversed: 'Show it again' },
      answer: 'Answer to the author',
      answerNeeded: 'Write an answer: the author reads it.',
      send: { upheld: 'Answer, and let it stand', reversed: 'Answer, and show it' },
      done: {
        upheld: (title) => `Appeal answered, the decision on “${title}” stands.`,
        reversed: (title) => `Appeal answered, “${title}” is shown again.`,
      },
    },
    ticket: {
      title: 'Turn it into a ticket',
      lead: 'The post leaves the forum and becomes a private request that only its author can read. For posts with personal data.',
      note: 'Message to the author (optional)',
      send: 'Turn into a ticket',
      done: (reference) => `Turned into ticket ${reference}.`,
    },
  },
};
