/**
 * Everything that can go wrong, in one closed table (RFC 9457). The slug is the last part of a problem's `type`,
 * `/problems/<slug>`; components show the title in the reader's language.
 */
export const problems = {
  'malformed-body': {
    status: 400,
    title: { ja: '送信された内容を読み取れませんでした', en: 'What was sent could not be read' },
  },
  'not-signed-in': { status: 401, title: { ja: 'ログインが必要です', en: 'Please sign in' } },
  'wrong-credentials': {
    status: 401,
    title: { ja: 'メールアドレスまたはパスワードが違います', en: 'The e-mail address or the password is wrong' },
  },
  'wrong-signature': {
    status: 401,
    title: { ja: '署名を確認できませんでした', en: 'The signature is missing or wrong' },
  },
  'wrong-code': {
    status: 401,
    title: { ja: 'コードが違うか、すでに使われています', en: 'The code is wrong, or was used before' },
  },
  'foreign-origin': {
    status: 403,
    title: { ja: '別のサイトからの送信は受け付けていません', en: 'Requests from other sites are not accepted' },
  },
  'not-allowed': {
    status: 403,
    title: { ja: 'この操作をする権限がありません', en: 'Your role does not allow that' },
  },
  'not-yours': {
    status: 403,
    title: { ja: 'ご自身のものではないため、変更できません', en: 'That is not yours to change' },
  },
  'sign-in-again': {
    status: 403,
    title: {
      ja: 'この変更には、もう一度ログインが必要です',
      en: 'Please sign in again before you change this',
    },
  },
  'sender-blocked': {
    status: 403,
    title: {
      ja: 'この送信元からのメッセージは受け付けていません',
      en: 'Messages from this sender are not accepted',
    },
  },
  'not-found': { status: 404, title: { ja: 'お探しのページは見つかりませんでした', en: 'We couldn’t find that page' } },
  'link-unknown': { status: 404, title: { ja: 'このリンクは使えません', en: 'This link does not work' } },
  'method-not-allowed': {
    status: 405,
    title: { ja: 'この操作はできません', en: 'That cannot be done here' },
  },
  'state-changed': {
    status: 409,
    title: { ja: 'ほかの人が先に更新しました', en: 'Somebody else changed this first' },
  },
  'state-refused': {
    status: 409,
    title: { ja: 'この状態への変更はできません', en: 'It cannot move to that state' },
  },
  merged: {
    status: 409,
    title: {
      ja: 'このお問い合わせは、別のお問い合わせに統合されています',
      en: 'This conversation has gone into another one',
    },
  },
  'other-customer': {
    status: 409,
    title: {
      ja: '別のお客様のお問い合わせです。先にお客様を統合してください',
      en: 'These are conversations of different customers. Merge the customers first',
    },
  },
  claimed: {
    status: 409,
    title: { ja: 'ほかの担当者が確認しています', en: 'Somebody else is looking at this' },
  },
  'thread-closed': {
    status: 409,
    title: { ja: 'このスレッドには、もう書き込めません', en: 'Nothing can be added to this thread any more' },
  },
  'post-refused': {
    status: 422,
    title: { ja: 'この内容は投稿できません', en: 'This can’t be posted' },
  },
  'posting-suspended': {
    status: 403,
    title: { ja: 'いまは投稿できません', en: 'You can’t post at the moment' },
  },
  'last-owner': {
    status: 409,
    title: {
      ja: '管理者がいなくなるため変更できません。先にほかの人を管理者にしてください',
      en: 'There would be no owner left. Make somebody else an owner first',
    },
  },
  'account-exists': {
    status: 409,
    title: {
      ja: 'このメールアドレスのアカウントはすでにあります',
      en: 'There is an account with this e-mail address already',
    },
  },
  'name-taken': { status: 409, title: { ja: 'この名前はすでに使われています', en: 'This name is taken' } },
  'second-step-missing': {
    status: 409,
    title: { ja: '先にご自身の2段階認証を設定してください', en: 'Set up your own two-step sign-in first' },
  },
  'second-step-required': {
    status: 409,
    title: { ja: 'スタッフには2段階認証が必須です', en: 'Staff have to use two-step sign-in here' },
  },
  'link-expired': { status: 410, title: { ja: 'このリンクは期限切れです', en: 'This link has expired' } },
  'request-erased': {
    status: 410,
    title: { ja: 'このお問い合わせの内容は消去されています', en: 'What was in this request has been erased' },
  },
  'legal-hold': {
    status: 409,
    title: { ja: '法令などにより、いまは消去できません', en: 'It has to be kept for now, and cannot be erased yet' },
  },
  'setup-closed': {
    status: 410,
    title: { ja: 'この初期設定リンクは使えません', en: 'This set-up link no longer works' },
  },
  'address-too-long': { status: 414, title: { ja: 'アドレスが長すぎます', en: 'The address is too long' } },
  'body-too-large': { status: 413, title: { ja: '送信された内容が大きすぎます', en: 'What was sent is too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { ja: 'この形式は受け付けていません', en: 'This content type is not accepted' },
  },
  'invalid-input': { status: 422, title: { ja: '入力内容をご確認ください', en: 'Please check what you entered' } },
  'key-reused': {
    status: 422,
    title: {
      ja: '送信を確認できませんでした。もう一度送信してください',
      en: 'That could not be confirmed. Please send it once more',
    },
  },
  'too-many-tries': {
    status: 429,
    title: { ja: '回数が多すぎます。しばらくしてからお試しください', en: 'Too many tries. Please wait a little' },
  },
  internal: {
    status: 500,
    title: { ja: 'こちらの不具合で処理できませんでした', en: 'Something went wrong on our side' },
  },
  'database-busy': {
    status: 503,
    title: {
      ja: 'ただいま保存できません。少し待ってからもう一度お試しください',
      en: 'It cannot be saved just now. Please try again in a moment',
    },
  },
  starting: {
    status: 503,
    title: { ja: '準備中です。まもなく始まります', en: 'Starting up. Please try again in a moment' },
  },
  'storage-full': {
    status: 507,
    title: { ja: '保存する場所が足りません', en: 'There is no room left to save this' },
  },
} as const satisfies Record<string, { status: number; title: { ja: string; en: string } }>;

export type ProblemSlug = keyof typeof problems;

/** One wrong field: where it is (RFC 6901, after `#`) and what would be right, in the reader's language. */
export interface FieldError {
  pointer: string;
  detail: string;
}

export interface ProblemExtras {
  /** What happened this time, for the person reading. */
  detail?: string;
  errors?: FieldError[];
  /** Seconds until trying again makes sense; becomes Retry-After. */
  retryAfterSeconds?: number;
}

/** The body of an answer with `application/problem+json`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
  requestId?: string;
}

/** Thrown by verbs, turned into an answer by the one error handler. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly extras: ProblemExtras;

  constructor(slug: ProblemSlug, extras: ProblemExtras = {}) {
    super(extras.detail ?? problems[slug].title.en);
    this.name = 'Problem';
    this.slug = slug;
    this.extras = extras;
  }

  get status() {
    return problems[this.slug].status;
  }

  body(language: 'ja' | 'en', requestId?: string): ProblemBody {
    const { detail, errors } = this.extras;
    return {
      type: `/problems/${this.slug}`,
      title: problems[this.slug].title[language],
      status: this.status,
      ...(detail === undefined ? {} : { detail }),
      ...(errors === undefined ? {} : { errors }),
      ...(requestId === undefined ? {} : { requestId }),
    };
  }
}
