export interface BlockedMessages {
  title: string;
  lead: string;
  who: string;
  whoHint: string;
  reason: string;
  block: string;
  done: string;
  none: string;
  kinds: { email: string; phone: string; line: string; account: string; post: string; domain: string };
  by: (day: string, name: string | null) => string;
  unblock: string;
  unblockAsk: (value: string) => string;
  unblocked: string;
}

export const blockedMessages: Record<'ja' | 'en', BlockedMessages> = {
  ja: {
    title: 'ブロックした送信元',
    lead: 'ここにある送信元からは、お問い合わせもお返事も届きません。',
    who: 'メールアドレス、電話番号、またはドメイン',
    whoHint: 'ドメイン全体をブロックするときは、@example.com のように入力します。',
    reason: '理由（スタッフだけに表示）',
    block: 'ブロックする',
    done: 'ブロックしました。',
    none: 'ブロックした送信元はありません。',
    kinds: {
      email: 'メール',
      phone: '電話',
      line: 'LINE',
      account: 'アカウント',
      post: '郵便',
      domain: 'ドメイン全体',
    },
    by: (day, name) => (name ? `${day}、${name}` : day),
    unblock: '解除する',
    unblockAsk: (value) => `${value} のブロックを解除しますか。今後はまた届くようになります。`,
    unblocked: 'ブロックを解除しました。',
  },
  en: {
    title: 'Blocked senders',
    lead: 'Nothing from these senders comes in: no new conversations, no answers.',
    who: 'E-mail address, telephone number or domain',
    whoHint: 'For a whole domain, write it as @example.com.',
    reason: 'Reason (only staff see it)',
    block: 'Block',
    done: 'Blocked.',
    none: 'Nobody is blocked.',
    kinds: { email: 'Mail', phone: 'Phone', line: 'LINE', account: 'Account', post: 'Post', domain: 'Whole domain' },
    by: (day, name) => (name ? `${day}, ${name}` : day),
    unblock: 'Unblock',
    unblockAsk: (value) => `Unblock ${value}? What they send will come in again.`,
    unblocked: 'They may write again.',
  },
};
