/* The lines of these files are counted in the tests: add below, not above. */

/** The smallest content in which everything an editor may write occurs once, and nothing is wrong: by path. */
export const contentFiles = {
  'content/portal.yaml': `name: { ja: アルク ヘルプセンター, en: Aruku Help Centre }
organisation: { ja: アルク, en: Aruku }
mission: { ja: 歩くたのしさを、足もとから。, en: We keep people walking. }
languages: [ja, en]
timeZone: Asia/Tokyo
categories:
  - slug: returns
    name: { ja: 返品・交換, en: Returns }
    description: { ja: 返品の手順、返金の時期, en: How to send something back }
hours:
  customer-care:
    weekly:
      mon: ['10:00-12:30', '13:30-18:00']
      tue: ['10:00-18:00']
      wed: []
      thu: []
      fri: []
      sat: []
      sun: []
    publicHolidays: closed
    exceptions:
      - from: 2026-12-29
        to: 2027-01-03
        spans: []
        note: { ja: 年末年始, en: New Year holidays }
channels:
  - id: form
    kind: form
    name: { ja: フォーム, en: Form }
    bestFor: { ja: いつでも, en: Any time }
    hours: customer-care
  - id: phone
    kind: phone
    number: 0120-000-417
    name: { ja: お電話, en: Phone }
    bestFor: { ja: お急ぎのとき, en: When it is urgent }
    hours: customer-care
reply:
  workingHours: 8
  hours: customer-care
teams:
  - id: customer-care
    name: { ja: お客様窓口, en: Customer care }
platforms:
  - id: iphone
    name: { ja: iPhone, en: iPhone }
    signs: [iPhone]
  - id: android
    name: { ja: Android, en: Android }
`,
  'content/faq/en/return-policy.mdx': `---
title: Which shoes can I send back?
answer: Any pair that was worn only indoors, within 30 days of delivery.
category: returns
asked:
  - send shoes back
  - how long can I return
  - return policy
  - worn once
  - no box any more
rank: 3
related: [exchange-size]
reviewed: 2026-11-01
owner: customer-care
---

Try them on at home. [Another size](/en/faq/exchange-size/) is free.

## How to send them back

<Figure src="heel.svg" alt="A heel beside a ruler" />

<Callout tone="tip">Keep the box until you are sure. \\{Really.\\}</Callout>

{/* A note for editors, which readers never see. */}
`,
  'content/faq/ja/return-policy.mdx': `---
title: 返品できる条件を教えてください
answer: 到着から30日以内で、屋外で使っていなければ返品できます。
category: returns
asked: [返品したい, 何日以内, 一度履いた靴, 箱がない, 返品の条件]
related: [exchange-size]
reviewed: 2026-11-01
owner: customer-care
---

ご自宅でお試しください。[サイズの交換](/ja/faq/exchange-size/)は無料です。[返品・交換](/ja/categories/returns/)もどうぞ。
`,
  'content/faq/en/exchange-size.mdx': `---
title: Can I change the size?
answer: Yes, free of charge within 30 days of delivery.
category: returns
asked: [another size, too small, too large, swap the size, size exchange]
reviewed: 2026-11-01
owner: customer-care
---

[Write to us](/en/contact/?subject=size), [search](/en/search/), or look at [all returns](/en/categories/returns/).
`,
  'content/faq/ja/exchange-size.mdx': `---
title: サイズを交換できますか
answer: 到着から30日以内なら、無料で交換できます。
category: returns
asked: [サイズ交換, 小さい, 大きい, 別のサイズ, サイズが合わない]
reviewed: 2026-11-01
owner: customer-care
---

[お問い合わせ](/ja/contact/)ください。
`,
  'content/guides/en/measure-your-feet.mdx': `---
title: Measure your feet
answer: Stand on paper in the evening and measure the longer foot.
category: returns
asked: [which size am I, foot length, measure feet, size chart, between sizes]
reviewed: 2026-11-01
owner: customer-care
minutes: 10
needs: [A sheet of paper]
---

<Steps>

1. Stand on the paper.
2. Measure from heel to toe.

</Steps>
`,
  'content/guides/ja/measure-your-feet.mdx': `---
title: 足のサイズの測り方
answer: 夕方に紙の上に立ち、長いほうの足を測ります。
category: returns
asked: [サイズがわからない, 足の長さ, 測り方, サイズ表, 中間のサイズ]
reviewed: 2026-11-01
owner: customer-care
minutes: 10
needs: [A4の紙]
---

<Steps>

1. 紙の上に立ちます。
2. かかとからつま先までを測ります。

</Steps>
`,
  'content/troubleshooting/en/wrong-order.mdx': `---
title: The wrong thing has arrived
answer: A few questions lead to what happens next.
category: returns
asked: [wrong item, wrong colour, not what I ordered, missing item, broken on arrival]
reviewed: 2026-11-01
owner: customer-care
---

<Flow>

<Question id="what" ask="What is wrong?">
<Choice to="size">The size</Choice>
<Choice to="send-new">Something else</Choice>
</Question>

<Question id="size" ask="Is it the size you ordered?">
<Choice to="exchange">Yes</Choice>
<Choice to="send-new">No</Choice>
</Question>

<Outcome id="exchange" title="Change it for free">

[Another size](/en/faq/exchange-size/)

</Outcome>

<Outcome id="send-new" title="We send the right one">

[Write to us](/en/contact/)

</Outcome>

</Flow>
`,
  'content/troubleshooting/ja/wrong-order.mdx': `---
title: 違うものが届いた
answer: 質問に答えていくと、次にすることがわかります。
category: returns
asked: [違う商品, 色が違う, 注文と違う, 足りない, 壊れていた]
reviewed: 2026-11-01
owner: customer-care
---

<Flow>

<Question id="what" ask="どうなさいましたか？">
<Choice to="size">サイズが違う</Choice>
<Choice to="send-new">そのほか</Choice>
</Question>

<Question id="size" ask="ご注文どおりのサイズですか？">
<Choice to="exchange">はい</Choice>
<Choice to="send-new">いいえ</Choice>
</Question>

<Outcome id="exchange" title="無料で交換できます">

[サイズの交換](/ja/faq/exchange-size/)

</Outcome>

<Outcome id="send-new" title="正しい商品をお送りします">

[お問い合わせ](/ja/contact/)

</Outcome>

</Flow>
`,
  'content/media/heel.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>\n',
} as const satisfies Readonly<Record<string, string>>;
