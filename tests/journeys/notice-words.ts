/** What a person reads around notices, by which the journeys find their way. */
export const noticeWords = {
  ja: {
    notices: 'お知らせ',
    create: 'お知らせを書く',
    delay: '遅延',
    title: '見出し',
    delivery: 'お届け・送料',
    preview: 'プレビュー',
    publish: '公開する',
    asOf: '時点の情報です',
    end: '今すぐ終了する',
    writes: { ja: '雪のため、お届けに遅れが出ています', en: 'Snow is holding up deliveries' },
  },
  en: {
    notices: 'Notices',
    create: 'Write a notice',
    delay: 'Delay',
    title: 'Title',
    delivery: 'Delivery',
    preview: 'Preview',
    publish: 'Publish',
    asOf: 'As of',
    end: 'End it now',
    writes: { ja: '雪のため、お届けに遅れが出ています', en: 'Snow is holding up deliveries' },
  },
} as const;
