export interface ActTexts {
  cancel: string;
  handOver: {
    title: string;
    team: string;
    choose: string;
    note: string;
    noteHint: string;
    button: string;
    wrong: string;
    done: (team: string) => string;
  };
  merge: {
    title: string;
    lead: string;
    which: string;
    byReference: string;
    button: string;
    wrong: string;
    unknown: string;
    itself: string;
    preview: string;
    messages: (count: number) => string;
    others: (name: string) => string;
    done: (reference: string) => string;
  };
  split: {
    title: string;
    lead: string;
    which: string;
    subject: string;
    button: string;
    noMessage: string;
    all: string;
    noSubject: string;
    done: (reference: string) => string;
  };
  spam: {
    title: string;
    lead: string;
    block: (sender: string) => string;
    blockHint: string;
    reason: string;
    button: string;
    done: string;
    notBlocked: string;
  };
}

export const messages: Record<'ja' | 'en', ActTexts> = {
  ja: {
    cancel: 'やめる',
    handOver: {
      title: 'チームに引き継ぐ',
      team: '引き継ぎ先',
      choose: 'チームを選ぶ',
      note: '引き継ぎのメモ',
      noteHint: '社内メモとして残ります。お客様には見えません。',
      button: '引き継ぐ',
      wrong: '引き継ぎ先を選んでください。',
      done: (team) => `${team}へ引き継ぎました`,
    },
    merge: {
      title: 'ほかのお問い合わせを統合する',
      lead: '選んだお問い合わせのメッセージ・メモ・ファイルが、このお問い合わせに移ります。あとで元に戻せます。',
      which: '統合するお問い合わせ',
      byReference: '受付番号で指定',
      button: '統合する',
      wrong: '統合するお問い合わせを選んでください。',
      unknown: 'この受付番号のお問い合わせはありません。',
      itself: 'このお問い合わせ自身の番号です。',
      preview: '移る内容',
      messages: (count) => `メッセージ${count}件`,
      others: (name) => `別のお客様（${name}）のお問い合わせです。同じ方かどうかお確かめください。`,
      done: (reference) => `${reference}を統合しました`,
    },
    split: {
      title: '別のお問い合わせに分ける',
      lead: '選んだメッセージを、同じお客様の新しいお問い合わせに移します。あとで元に戻せます。',
      which: '移すメッセージ',
      subject: '新しい件名',
      button: '分ける',
      noMessage: '移すメッセージを選んでください。',
      all: 'すべては移せません。一つ以上は残してください。',
      noSubject: '新しい件名を入力してください。',
      done: (reference) => `${reference}として分けました`,
    },
    spam: {
      title: '迷惑なお問い合わせにする',
      lead: '一覧から外れ、返信の期限もなくなります。お客様には知らされません。',
      block: (sender) => `${sender}からの受信を今後拒否する`,
      blockHint: '拒否は「受信拒否」の画面でいつでも解除できます。',
      reason: '迷惑なお問い合わせ',
      button: '迷惑にする',
      done: '迷惑にしました',
      notBlocked: '迷惑にしましたが、送信者の受信拒否はできませんでした。',
    },
  },
  en: {
    cancel: 'Cancel',
    handOver: {
      title: 'Hand over to a team',
      team: 'To',
      choose: 'Choose a team',
      note: 'What they should know',
      noteHint: 'Becomes an internal note: customers never see it.',
      button: 'Hand over',
      wrong: 'Choose a team.',
      done: (team) => `Handed over to ${team}`,
    },
    merge: {
      title: 'Merge another ticket into this one',
      lead: 'Its messages, notes and files move here. You can undo it.',
      which: 'The other ticket',
      byReference: 'By its reference',
      button: 'Merge',
      wrong: 'Choose the other ticket.',
      unknown: 'There is no ticket with this reference.',
      itself: 'That is this ticket’s own reference.',
      preview: 'What moves here',
      messages: (count) => (count === 1 ? '1 message' : `${count} messages`),
      others: (name) => `It is another customer’s (${name}). Make sure that they are the same person.`,
      done: (reference) => `${reference} was merged into this ticket`,
    },
    split: {
      title: 'Split off a ticket of its own',
      lead: 'The chosen messages move to a new ticket of the same customer. You can undo it.',
      which: 'Messages that move',
      subject: 'Its subject',
      button: 'Split',
      noMessage: 'Choose the messages that move.',
      all: 'At least one message has to stay.',
      noSubject: 'Give the new ticket a subject.',
      done: (reference) => `Split off as ${reference}`,
    },
    spam: {
      title: 'Mark as spam',
      lead: 'It leaves the lists, and no answer is due any more. The customer is not told.',
      block: (sender) => `Take nothing from ${sender} any more`,
      blockHint: 'You can lift this at any time, on the page of blocked senders.',
      reason: 'Spam',
      button: 'Mark as spam',
      done: 'Marked as spam',
      notBlocked: 'Marked as spam, but the sender could not be blocked.',
    },
  },
};
