import { describe, expect, it } from 'vitest';
import { contactData } from '../../../../api/moderation/reviewers/contact-data.ts';
import { links } from '../../../../api/moderation/reviewers/links.ts';
import { silenced } from '../../../../api/moderation/reviewers/silenced.ts';
import { typedTooFast } from '../../../../api/moderation/reviewers/typed-too-fast.ts';
import { isEstablished } from '../../../../api/moderation/reviewers/standing.ts';
import { reviewers } from '../../../../api/moderation/reviewers.ts';
import { payloads } from '../../../support/payloads.ts';
import { member, newcomer, shopServices, submission } from './submission.ts';

describe('contact data in public', () => {
  it.each([
    'write to rose@mail.example.com',
    'write to rose (at) mail (dot) example',
    'ｒｏｓｅ＠ｍａｉｌ．ｅｘａｍｐｌｅ',
    '090-1234-5678 までお電話を',
    'call 07700 900123',
    'ring +44 20 7946 0018',
    '09012345678',
    'my order A-2222-3333 is late',
    'Ａ－２２２２－３３３３ が届きません',
    '東京都台東区蔵前1丁目2番3号に送ってください',
    '長野県松本市中央1-2-3です',
    '〒390-0811',
    'LINE ID: rose_88',
    'telegram @rosewalks',
  ])('waits, urgently: %s', async (body) => {
    const { services } = await shopServices();
    for (const author of [newcomer, member, { ...member, isStaff: true }]) {
      expect(await contactData.look(services, submission({ body, author }))).toMatchObject({
        verdict: 'queue',
        reason: 'contact-data',
        isUrgent: true,
        detail: expect.any(String),
      });
    }
  });

  it.each([
    'write to care@aruku.example or ring 0120-000-417',
    'the form says A-1048-2231 as an example',
    'from 02.11.2026 to 05-11-2026, 24.5 cm, 254 mm, ¥14,300',
    '会社は10:00〜18:00、25.0〜26.5cm、3,980円です',
    'item 1234567 in size 24-25, ISBN none',
    'I called twice on the phone line, no answer',
    'LINEで問い合わせはできますか',
    '東京都内の店で、1回で済みました',
    'see https://help.aruku.example/en/faq/return-policy/',
  ])('is nothing like: %s', async (body) => {
    const { services } = await shopServices();
    expect(await contactData.look(services, submission({ body, author: member }))).toBeNull();
  });
});

const away = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://shop${index}.example.com/`).join(' ');

describe('links', () => {
  it.each([
    [newcomer, 0],
    [member, 2],
    [{ ...member, level: 2 }, 5],
    [{ ...member, level: 3 }, 10],
  ])('to other sites are as many as the level of the author allows', async (author, most) => {
    const { services } = await shopServices();
    expect(await links.look(services, submission({ author, body: `see ${away(most)}` }))).toBeNull();
    const objection = await links.look(services, submission({ author, body: `see ${away(most + 1)}` }));
    expect(objection).toMatchObject({ verdict: 'queue', reason: 'links', detail: expect.stringContaining('shop0') });
  });

  it.each([
    'https://help.aruku.example/en/ and https://www.aruku.example/shoes and /en/faq/return-policy/',
    '[the page](/en/faq/return-policy/#fees) ![sole](/uploads/sole.jpg)',
    'e.g. the sole.It came off, i.e. node.js is no address, nor 24.5cm or p.m. or embed.js',
  ])('to this site, and what only looks like one, are free: %s', async (body) => {
    const { services } = await shopServices();
    expect(await links.look(services, submission({ body }))).toBeNull();
  });

  it.each([
    'cheap at shoes-depot.com',
    'ｈｔｔｐｓ：／／ｓｈｏｅｓ．ｃｏｍ／ａ',
    'shoes(dot)com',
    '![ ](https://pixel.example.com/p.gif)',
    '[url=https://poker.example.com]poker[/url]',
    'https://help.aruku.example.evil.com/',
    'https://evil.com/help.aruku.example',
  ])('of newcomers are found however they are written: %s', async (body) => {
    const { services } = await shopServices();
    expect(await links.look(services, submission({ body }))).toMatchObject({ reason: 'links' });
  });

  it.each([
    '[https://help.aruku.example/pay](https://evil.com/pay)',
    '[ ](https://evil.com)',
    '[Invoice.pdf](https://evil.com/a.html)',
    'https://help.aruku.example@evil.com/',
    '<a href="https://evil.com">help.aruku.example</a>',
    'https://аруку.com/',
    'https://bit.ly/3fG9z',
  ])('that hide where they lead wait for members, too: %s', async (body) => {
    const { services } = await shopServices();
    expect(await links.look(services, submission({ body, author: member }))).toMatchObject({ reason: 'links' });
  });
});

describe('the time of typing', () => {
  const long = 'I bought these shoes in spring and the left sole came off last week. '.repeat(3);

  it('tells what nobody types from what people do', async () => {
    const { services } = await shopServices();
    const look = (changes: object) => typedTooFast.look(services, submission({ body: long, ...changes }));
    expect(await look({ secondsTyping: 4 })).toMatchObject({ reason: 'typed-too-fast', verdict: 'queue' });
    expect(await look({ secondsTyping: 0 })).toMatchObject({ reason: 'typed-too-fast' });
    expect(await look({ secondsTyping: 60 })).toBeNull();
    expect(await look({ secondsTyping: null })).toBeNull();
    expect(await look({ secondsTyping: 4, isEdit: true })).toBeNull();
    expect(await look({ secondsTyping: 1, body: 'Thanks, that worked!' })).toBeNull();
    const japanese = { language: 'ja', body: '春に買った靴の左の底が先週はがれました。修理できますか。'.repeat(2) };
    expect(await look({ ...japanese, secondsTyping: 3 })).toMatchObject({ reason: 'typed-too-fast' });
    expect(await look({ ...japanese, secondsTyping: 30 })).toBeNull();
  });

  it('lets members paste, unless it leads elsewhere, and counts no quotes and no code', async () => {
    const { services } = await shopServices();
    const look = (changes: object) => typedTooFast.look(services, submission({ secondsTyping: 4, ...changes }));
    expect(await look({ author: member, body: long })).toBeNull();
    expect(await look({ author: member, body: `${long} https://shop.example.com/` })).not.toBeNull();
    expect(await look({ body: `> ${long}\n\nYes, me too.` })).toBeNull();
    expect(await look({ body: `\`\`\`\n${long}\n\`\`\`\nWhat is that?` })).toBeNull();
  });
});

it('a silenced member’s posts wait until it ends', async () => {
  const { services, time } = await shopServices();
  const author = { ...member, silencedUntil: time.now + 1000 };
  expect(await silenced.look(services, submission({ author }))).toMatchObject({ reason: 'silenced', verdict: 'queue' });
  time.now += 1000;
  expect(await silenced.look(services, submission({ author }))).toBeNull();
});

it('whoever is known by level or by posts is established, unless much of theirs was refused', () => {
  expect(isEstablished(newcomer)).toBe(false);
  expect(isEstablished({ ...newcomer, posts: 5 })).toBe(true);
  expect(isEstablished({ ...newcomer, level: 1 })).toBe(true);
  expect(isEstablished({ ...member, postsRefused: 4 })).toBe(false);
});

it('every reviewer takes whatever is sent, and says nothing longer than moderators can read', async () => {
  const { services } = await shopServices();
  const texts = [...payloads, '', ' ', '\u0000', '\ud800', '🅰'.repeat(100)];
  for (const { look } of reviewers) {
    for (const body of texts) {
      const objection = await look(services, submission({ body, title: body.slice(0, 120) }));
      expect(objection?.detail?.length ?? 0).toBeLessThanOrEqual(300);
    }
  }
}, 60_000);

it('every reviewer goes through 100,000 of one character within the time of a test', async () => {
  const { services } = await shopServices();
  const characters = [
    'a',
    'あ',
    '0',
    '-',
    '.',
    '@',
    'a.',
    'a@',
    '[',
    '](',
    '<a ',
    '> ',
    '`',
    '東京都',
    '市',
    '+1 ',
    '(dot)',
    '\u200b',
    '\u0300',
  ];
  for (const { look } of reviewers) {
    for (const character of characters) {
      const body = character.repeat(Math.ceil(100_000 / character.length));
      await look(services, submission({ body, author: member }));
    }
  }
}, 60_000);

it.each([
  ['links that name many addresses and never end', `<a ${'href='.repeat(398)}\n`],
  ['links within links', `<a ${'href=x'.repeat(50)}`],
  ['links in brackets that never end', '[url='],
  ['telephone numbers of forty digits', `+${'1'.repeat(40)} `],
  ['telephone numbers in ever shorter groups', '+1   1 1-1.1   1 1 1 1-'],
])('every reviewer gets through %s, which were made to hold it up', async (_, text) => {
  const { services } = await shopServices();
  const body = text.repeat(Math.ceil(100_000 / text.length));
  for (const { name, look } of reviewers) {
    const before = process.cpuUsage();
    await look(services, submission({ body, author: member }));
    // Ten times what it takes: what goes through everything again and again takes half a minute.
    expect(process.cpuUsage(before).user / 1000, name).toBeLessThan(3000);
  }
});
