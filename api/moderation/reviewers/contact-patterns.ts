/* How people write where they are reached. Everything here is bounded: what is looked through may be of any length. */

const at = String.raw`(?:@|\s?[(\[](?:at|アット|アットマーク)[)\]]\s?)`;
const dot = String.raw`(?:\.|\s?[(\[](?:dot|ドット)[)\]]\s?)`;

/** A mail address, also one with `(at)` and `(dot)`; in folded text. */
export const mailAddress = new RegExp(
  String.raw`(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}${at}(?:[a-z0-9-]{1,63}${dot}){1,6}[a-z]{2,24}(?![a-z0-9])`,
  'gu',
);

/** A telephone number: nine digits and more (a date has eight) that begin with 0 or a country's code, in groups or without. */
const withCode = String.raw`(?<![\d+])\+\s?\d{1,15}(?:[\s.\-‐–()]{1,3}\d{1,12}){0,6}`;
const national = String.raw`(?<![\d.\-a-z#])\(?0\d{1,4}\)?(?:[\s.\-‐–()]{1,2}\d{2,6}){1,3}`;
const inOne = String.raw`(?<![\d.\-a-z#])0\d{9,10}`;
const telephone = new RegExp(`(?:${withCode}|${national}|${inOne})(?![\\d-])`, 'gu');
const fewestDigits = { national: 9, withCode: 8 };

/** The telephone numbers in folded text, as they stand there. */
export function telephonesIn(text: string): { index: number; found: string }[] {
  return [...text.matchAll(telephone)]
    .map(({ 0: found, index }) => ({ index, found }))
    .filter(
      ({ found }) =>
        found.replaceAll(/\D/g, '').length >= (found.startsWith('+') ? fewestDigits.withCode : fewestDigits.national),
    );
}

/** `+81 90-…` and `090…` alike. */
export function digitsOf(telephoneNumber: string): string {
  return telephoneNumber.replace(/^\s*\+81/, '0').replaceAll(/\D/g, '');
}

/** A name on a service for messages: `LINE ID: example_88`, `telegram @example`. */
export const messengerName =
  /(?<![a-z])(?:line|telegram|whatsapp|wechat|kakao(?:talk)?|signal|skype|dm|t\s?g|ライン|らいん|カカオ|テレグラム|微信)(?![a-z])[^a-z0-9@\n]{0,6}(?:@[a-z0-9_.-]{3,40}|[a-z0-9.-]{1,20}_[a-z0-9_.-]{1,20}|id[^a-z0-9@\n]{1,4}[a-z0-9_.-]{4,40})/gu;

const ken =
  '(?:北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|沖縄)県)';
const number = String.raw`(?:\d{1,4}|[一二三四五六七八九十百]{1,4})`;
const block = String.raw`${number}(?:丁目|番地?|[-‐–ー])\s?(?:の\s?)?${number}`;
const town = String.raw`[^\s\d、。,「」]{1,12}[市区町村郡]`;

/** A postal address in Japan: down to the number of the house. */
export const postalAddress = new RegExp(
  String.raw`${ken}\s?${town}[^\n、。]{0,24}?${block}|${town}[^\s\d、。,「」]{1,12}\s?${number}(?:丁目|番地?)\s?(?:の\s?)?${number}|〒\s?\d{3}[-‐–ー]?\d{4}`,
  'gu',
);
