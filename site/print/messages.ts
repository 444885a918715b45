import type { Language } from '../../content/schema/languages.ts';

const ja = {
  qr: 'このページを開くQRコード',
  current: '最新の内容',
  reviewed: (date: string) => `内容の確認日　${date}`,
  version: (version: string) => `版番号　${version}`,
  booklet: {
    link: (pages: number, size: string) => `印刷用PDF（${pages}ページ、${size}）`,
    subtitle: '印刷版',
    whole: 'ご利用の手引き',
    contents: '目次',
    edition: (date: string) => `${date}版`,
    version: (version: string) => `版番号　${version}`,
    live: 'この冊子は、ヘルプセンターの内容をまとめたものです。最新の内容は、こちらでご覧になれます。',
    qr: 'ヘルプセンターを開くQRコード',
    onPage: (page: string) => `（${page}ページ）`,
    elsewhere: (address: string) => `（${address}）`,
    people: '解決しないときは',
    peopleLead: 'どの窓口でも、お客様窓口の担当者がお答えします。お手元に注文番号があるとスムーズです。',
    contactQr: 'お問い合わせフォームを開くQRコード',
    contactForm: 'お問い合わせフォーム',
    publisher: (name: string) => `発行　${name}`,
  },
};

const en: typeof ja = {
  qr: 'QR code that opens this page',
  current: 'The current page',
  reviewed: (date) => `Last checked on ${date}`,
  version: (version) => `Version ${version}`,
  booklet: {
    link: (pages, size) => `PDF for printing (${pages === 1 ? '1 page' : `${pages} pages`}, ${size})`,
    subtitle: 'Printed guide',
    whole: 'The printed guide',
    contents: 'Contents',
    edition: (date) => `Edition of ${date}`,
    version: (version) => `Version ${version}`,
    live: 'This booklet is a copy of the help centre. You will find the current text here.',
    qr: 'QR code that opens the help centre',
    onPage: (page) => ` (page ${page})`,
    elsewhere: (address) => ` (${address})`,
    people: 'Still stuck?',
    peopleLead: 'Customer care answers, whichever way you choose. It helps to have your order number at hand.',
    contactQr: 'QR code that opens the contact form',
    contactForm: 'Contact form',
    publisher: (name) => `Published by ${name}`,
  },
};

/** What paper says around the articles, and the site about paper. */
export const printMessages: Record<Language, typeof ja> = { ja, en };
export type PrintMessages = typeof ja;
