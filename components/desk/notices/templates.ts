import type { NoticeKind, Severity } from '../../../api/notices/contract.ts';

export interface Template {
  severity: Severity;
  title: { ja: string; en: string };
  text: { ja: string; en: string };
}

/** What each kind of notice mostly says, ready to be edited. */
export const templates: Record<NoticeKind, Template> = {
  outage: {
    severity: 'major',
    title: { ja: 'ただいまつながりにくくなっています', en: 'Some of our services are not working' },
    text: {
      ja: '現在、オンラインショップの一部がご利用になれません。原因を調べ、復旧を進めています。ご不便をおかけし、申し訳ございません。',
      en: 'Parts of our online shop cannot be used at the moment. We are looking into it and working to put it right. We are sorry for the trouble.',
    },
  },
  delay: {
    severity: 'minor',
    title: { ja: 'お届けに遅れが出ています', en: 'Deliveries are running late' },
    text: {
      ja: '現在、一部の地域でお届けが通常より遅れています。お急ぎのところご迷惑をおかけし、申し訳ございません。',
      en: 'Deliveries to some areas are taking longer than usual. We are sorry for the wait.',
    },
  },
  shortage: {
    severity: 'information',
    title: { ja: '一部の商品が品薄になっています', en: 'Some items are out of stock' },
    text: {
      ja: '現在、一部の商品が品薄または品切れです。入荷の予定は、各商品のページでご案内します。',
      en: 'Some items are low or out of stock. Each product’s page says when we expect more.',
    },
  },
  holiday: {
    severity: 'information',
    title: { ja: '休業のお知らせ', en: 'We are closed for a holiday' },
    text: {
      ja: '下記の期間、お客様窓口と出荷をお休みします。期間中にいただいたお問い合わせには、休み明けに順次お返事します。',
      en: 'Customer care and shipping are closed for the dates below. We will answer messages in turn once we are back.',
    },
  },
};
