import type { Random } from './random.ts';

/* Customers of a shoe shop, in the words they write with. Rare ones stand in a few conversations of a hundred thousand. */

const products = [
  'カカトPro',
  '歩く一号',
  'トレイルライト',
  '雨の日スニーカー',
  'ロングウォーク',
  'デイリーウォーク',
  'サンドトレイル',
  'キッズファースト',
];
const japanese = {
  openings: [
    'はじめまして。',
    'お世話になっております。',
    'こんにちは。',
    '先日注文した者です。',
    '何度もすみません。',
    '',
  ],
  topics: [
    '靴のサイズ',
    '返品の送料',
    '配送の予定日',
    '注文のキャンセル',
    '領収書の宛名',
    '靴ひもの交換',
    '中敷きの購入',
    'ポイントの有効期限',
    'お届け先の変更',
    '支払い方法の変更',
    'かかとの擦れ',
    '防水スプレー',
    '修理の見積もり',
    'ギフト包装',
    '在庫の入荷',
    '会員登録の解除',
    'クーポンの利用',
    '店頭での受け取り',
    '靴底の剥がれ',
    '左右のサイズ違い',
  ],
  middles: [
    'についてお尋ねします。',
    'の件でご連絡いたしました。',
    'がよく分かりません。',
    'を変更したいのですが、可能でしょうか。',
    'について教えてください。',
    'のことで困っています。',
    'がまだ確認できていません。',
  ],
  details: [
    '先週の土曜日に届きましたが、箱がつぶれていました。',
    'サイトでは在庫ありと表示されていました。',
    '電話をかけましたがつながりませんでした。',
    '雨の日に履いたところ、すぐに水がしみてきました。',
    '母への贈り物なので、来週までに必要です。',
    '以前にも同じことがありました。',
    '写真を添付しますのでご確認ください。',
    '25cmを注文したのに24.5cmが届きました。',
    '説明書のとおりに試しましたが、うまくいきません。',
    '急いではいませんが、お返事をお待ちしています。',
    '店舗で試したときはちょうどよかったです。',
    '一週間ほど履きましたが、右足の小指が当たります。',
  ],
  closings: [
    'よろしくお願いいたします。',
    'お手数ですが、ご確認をお願いします。',
    'ご返信お待ちしております。',
    'どうぞよろしくお願いします。',
    '助かります。',
  ],
  replies: [
    'お問い合わせいただきありがとうございます。',
    'ご不便をおかけして申し訳ございません。',
    '担当の者が確認いたしました。',
    '新しい商品を本日発送いたしました。',
    '返品用の伝票をお送りします。',
    'ご返金の手続きが完了しました。',
    'もう少しお時間をいただけますでしょうか。',
    '詳しい状況を教えていただけますか。',
  ],
  surnames: [
    '佐藤',
    '鈴木',
    '高橋',
    '田中',
    '伊藤',
    '渡辺',
    '山本',
    '中村',
    '小林',
    '加藤',
    '吉田',
    '山田',
    '佐々木',
    '山口',
    '松本',
    '井上',
    '木村',
    '林',
    '斎藤',
    '清水',
    '阿部',
    '森',
    '池田',
    '橋本',
    '石川',
    '長谷川',
    '勅使河原',
    '五十嵐',
  ],
  names: [
    '花子',
    '太郎',
    '一郎',
    '美咲',
    '健太',
    'さくら',
    '翔太',
    '陽菜',
    '大輔',
    '由美子',
    '直樹',
    '真由美',
    '拓也',
    '恵子',
    '和也',
    '千尋',
  ],
  rare: ['蜃気楼モデル', '勘合印の箱', '螺鈿細工の靴べら', '琥珀色の別注品'],
};
const english = {
  openings: ['Hello,', 'Good morning,', 'Hi there,', 'Dear team,', 'Sorry to write again.', ''],
  topics: [
    'the size of my shoes',
    'return postage',
    'the delivery date',
    'cancelling my order',
    'the name on my receipt',
    'replacement laces',
    'new insoles',
    'expired points',
    'changing the address',
    'another way to pay',
    'a sore heel',
    'waterproof spray',
    'the price of a repair',
    'gift wrapping',
    'when you restock',
    'closing my account',
    'a voucher code',
    'collection in store',
    'a sole coming off',
    'two different sizes in one box',
  ],
  middles: [
    'I have a question about',
    'I am writing about',
    'I do not understand',
    'Could you please help me with',
    'I would like to know more about',
    'I am having trouble with',
  ],
  details: [
    'They arrived last Saturday and the box was crushed.',
    'Your website said that they were available.',
    'I tried to telephone but nobody answered.',
    'I wore them in the rain and they leaked at once.',
    'They are a present, so I need them by next week.',
    'This has happened before.',
    'I attach a photograph.',
    'I ordered size 8 and received size 7.',
    'I followed the instructions without success.',
    'There is no hurry.',
    'They fitted perfectly when I tried them in the shop.',
    'After a week my little toe hurts.',
  ],
  closings: [
    'Kind regards',
    'Many thanks',
    'Thank you for your help.',
    'I look forward to your answer.',
    'Best wishes',
  ],
  replies: [
    'Thank you for writing to us.',
    'We are sorry for the inconvenience.',
    'A colleague has looked into this.',
    'A new pair left our warehouse today.',
    'We have sent you a label for the return.',
    'Your refund has been made.',
    'Please give us a little more time.',
    'Could you tell us a little more?',
  ],
  surnames: [
    'Baker',
    'Clark',
    'Smith',
    'Jones',
    'Taylor',
    'Brown',
    'Evans',
    'Wilson',
    'Walker',
    'Wright',
    'Green',
    'Hall',
    'Wood',
    'Thompson',
    'Featherstonehaugh',
  ],
  names: ['Tom', 'Emma', 'Alice', 'Ben', 'Chloe', 'Daniel', 'Ella', 'Frank', 'Grace', 'Harry', 'Isla', 'Jack'],
  rare: [
    'marzipan-coloured edition',
    'a zeppelin on the tongue',
    'bespoke quicksilver eyelets',
    'kaleidoscope pattern',
  ],
};

type Language = 'ja' | 'en';
const of = { ja: japanese, en: english };

export function nameOf(language: Language, random: Random): string {
  const { surnames, names } = of[language];
  const [surname, name] = [random.pick(surnames), random.pick(names)];
  return language === 'ja' ? `${surname} ${name}` : `${name} ${surname}`;
}

export function subjectOf(language: Language, random: Random): string {
  const topic = random.pick(of[language].topics);
  return language === 'ja'
    ? `${random.pick(products)} ${topic}${random.pick(['について', 'の件', 'を知りたい'])}`
    : `Question about ${topic}`;
}

export function questionOf(language: Language, random: Random, number: number): string {
  const { openings, topics, middles, details, closings, rare } = of[language];
  const order = `AR-${100_000 + (number % 900_000)}`;
  const about =
    language === 'ja'
      ? `${random.pick(products)}の${random.pick(topics)}${random.pick(middles)}注文番号は${order}です。`
      : `${random.pick(middles)} ${random.pick(topics)}. My order is ${order}.`;
  const seldom = random.below(20_000) === 0 ? random.pick(rare) : '';
  return [random.pick(openings), about, random.pick(details), random.pick(details), seldom, random.pick(closings)]
    .filter(Boolean)
    .join(language === 'ja' ? '' : ' ');
}

export function replyOf(language: Language, random: Random): string {
  const { replies, details, closings } = of[language];
  return [random.pick(replies), random.pick(replies), random.pick(details), random.pick(closings)].join(
    language === 'ja' ? '\n' : ' ',
  );
}
