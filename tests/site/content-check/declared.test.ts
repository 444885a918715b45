import { describe, expect, it } from 'vitest';
import { checkTree, flowPage, page, portalFile, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const text = 'Try them on at home.';
const forPhone = (platform: string) => `<For platform="${platform}">Press the shop’s icon.</For> ${text}`;

const mistakes: Mistake[] = [
  {
    what: 'a platform that is not declared',
    instead: text,
    write: forPhone('ios'),
    line: 17,
    says: ['platform="ios"', 'expected one of iphone, android', 'got "ios"', 'under platforms in portal.yaml'],
    example: '<For platform="iphone">',
  },
  {
    what: 'one of two platforms that is not declared',
    instead: text,
    write: forPhone('iphone ios'),
    line: 17,
    says: ['platform="iphone ios"', 'got "ios"'],
    example: '<For platform="iphone">',
  },
  {
    what: 'text for nobody in particular',
    instead: text,
    write: `<For>Press the shop’s icon.</For> ${text}`,
    line: 17,
    says: ['<For> needs platform="…" with a text.'],
    example: '<For platform="…">',
  },
  {
    what: 'a heading that only some readers get',
    instead: '## How to send them back',
    write: '<For platform="iphone">\n\n## On your phone\n\nPress the icon.\n\n</For>',
    line: 21,
    says: ['A heading stands outside of <For>'],
    example: '## On your device\n\n<For platform="iphone">\n\n…\n\n</For>',
  },
  {
    what: 'a team that is not declared',
    instead: 'owner: customer-care',
    write: 'owner: customer-service',
    line: 14,
    says: ['owner: expected one of customer-care', 'got "customer-service"', 'under teams in portal.yaml'],
    example: 'owner: customer-care',
    isCure: true,
  },
];

describe('what a page names of portal.yaml', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(page, mistake);
  });

  it('lets a text be for one platform or for several, within a sentence or as blocks', async () => {
    const { findings } = await checkTree({
      [page]: (whole) =>
        put(
          `${forPhone('iphone')} ${forPhone('iphone android')}`,
          text,
        )(put('<For platform="android">\n\n- One\n- Two\n\n</For>', '## How to send them back')(whole)),
    });
    expect(findings).toEqual([]);
  });

  it('says that portal.yaml declares none', async () => {
    const { findings } = await checkTree({
      [portalFile]: (whole) => whole.slice(0, whole.indexOf('platforms:')),
      [page]: put(forPhone('iphone'), text),
    });
    expect(findings).toMatchObject([{ file: page, line: 17, reason: expect.stringContaining('declares none') }]);
  });
});

/** A guide that another one follows. */
const guideBefore = (slug: string, next: string) => ({
  [`content/guides/en/${slug}.mdx`]: `---\ntitle: The guide ${slug}\nanswer: It takes ten minutes.\ncategory: returns\nasked: [one, two, three, four, five]\nreviewed: 2026-11-01\nowner: customer-care\nnext: ${next}\nminutes: 1\n---\n\nText.\n`,
});

describe('the order guides are read in', () => {
  const guide = 'content/guides/en/measure-your-feet.mdx';
  const mistakes: Mistake[] = [
    {
      what: 'a guide that is not there',
      instead: 'minutes: 10',
      write: 'next: measure-your-hands\nminutes: 10',
      line: 8,
      says: ['next: there is no guide "measure-your-hands" in this language.'],
      example: 'next: measure-your-feet',
    },
    {
      what: 'a guide that follows itself',
      instead: 'minutes: 10',
      write: 'next: measure-your-feet\nminutes: 10',
      line: 8,
      says: ['lead round in a circle: measure-your-feet → measure-your-feet'],
      example: 'leave next out in the last one',
    },
    {
      what: 'a slug that cannot be one',
      instead: 'minutes: 10',
      write: 'next: Measure your feet\nminutes: 10',
      line: 8,
      says: ['next: expected small letters, digits and single hyphens'],
      example: 'next: "pack-a-return-parcel"',
    },
  ];
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(guide, mistake);
  });

  it('finds two guides with the same successor, and guides that lead round', async () => {
    const twice = await checkTree({
      ...guideBefore('a', 'measure-your-feet'),
      ...guideBefore('b', 'measure-your-feet'),
    });
    expect(twice.findings).toMatchObject([
      { line: 8, reason: expect.stringContaining('follows on content/guides/en/a.mdx already') },
    ]);
    const round = await checkTree({ ...guideBefore('a', 'b'), ...guideBefore('b', 'a') });
    expect(round.findings[0]?.reason).toContain('a → b → a');
  });
});

describe('the steps of a flow', () => {
  it('have ids that can stand in an address', async () => {
    const { findings } = await checkTree({
      [flowPage]: (whole) => whole.replaceAll('"exchange"', '"Change it"'),
    });
    expect(findings).toEqual([
      {
        file: flowPage,
        line: 22,
        reason: 'The id "Change it" is part of an address: small letters, digits and single hyphens.',
        example: 'id="change-it"',
      },
    ]);
  });

  it('are the same in every language: one that is named otherwise is found on both sides, with the name it should have', async () => {
    const { findings } = await checkTree({ [flowPage]: (whole) => whole.replaceAll('"exchange"', '"swap"') });
    expect(findings.map(({ file, line, example }) => [file, line, example])).toEqual([
      [flowPage, 22, 'id="exchange"'],
      ['content/troubleshooting/ja/wrong-order.mdx', 22, 'id="swap"'],
    ]);
    expect(findings[0]?.reason).toContain('The step "swap" is none of content/troubleshooting/ja/wrong-order.mdx');
  });
});
