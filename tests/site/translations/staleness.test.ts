import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../../site/translations/sections.ts';
import { staleSections } from '../../../site/translations/staleness.ts';

const head = { title: 'Returns', answer: 'Within 30 days.', asked: ['send back'] };
const page = (...parts: string[]) =>
  sectionsOf(head, ['Intro.', ...parts.map((text) => `## ${text}\n\nAbout ${text}.`)].join('\n\n'));
const flow = (...steps: string[]) =>
  sectionsOf(
    head,
    steps.map((id) => `<Outcome id="${id.toLowerCase()}" title="${id}">\n\n${id}\n\n</Outcome>`).join('\n'),
  );

describe('the sections of an article', () => {
  it('are what stands before the first heading, and each heading with its text', () => {
    expect(page('How', 'When').map(({ title }) => title)).toEqual(['', 'How', 'When']);
  });

  it('are the steps of a flow, by their ids', () => {
    expect(flow('Ask', 'Wait').map(({ step, title }) => [step, title])).toEqual([
      ['', ''],
      ['ask', 'Ask'],
      ['wait', 'Wait'],
    ]);
  });

  it('do not change with how the text is broken into lines', () => {
    const one = sectionsOf(head, '## How\n\nPack it\nin its box.');
    const other = sectionsOf(head, '## How\n\n\nPack it in its box.\n');
    expect(other.map(({ hash }) => hash)).toEqual(one.map(({ hash }) => hash));
  });

  it('change with the title, the answer and what customers say', () => {
    const before = sectionsOf(head, 'Intro.')[0]?.hash;
    for (const change of [{ title: 'R' }, { answer: 'A' }, { asked: [] }, { needs: ['A box'] }])
      expect(sectionsOf({ ...head, ...change }, 'Intro.')[0]?.hash).not.toBe(before);
  });

  it('take no line of code for a heading', () => {
    expect(sectionsOf(head, '```\n## not a heading\n```\n\n## A heading')).toHaveLength(2);
  });
});

describe('a translation is behind', () => {
  const translation = page('Wie', 'Wann');

  it('nowhere, if its source is as it was', () => {
    expect(staleSections(page('How', 'When'), page('How', 'When'), translation)).toEqual([]);
  });

  it('in the section whose text changed, and only there', () => {
    expect(staleSections(page('How', 'When'), page('How', 'Until when'), translation)).toEqual([
      { what: 'changed', at: 2, source: 2 },
    ]);
  });

  it('after the section behind which its source has a new one', () => {
    expect(staleSections(page('How', 'When'), page('How', 'Where', 'When'), translation)).toEqual([
      { what: 'added', at: 1, source: 2 },
    ]);
  });

  it('in the section that its source has no more', () => {
    expect(staleSections(page('How', 'When'), page('When'), translation)).toEqual([
      { what: 'removed', at: 1, source: null },
    ]);
  });

  it('nowhere in particular, if its sections do not correspond', () => {
    expect(staleSections(page('How', 'When'), page('How', 'Then'), page('Alles'))).toEqual([
      { what: 'changed', at: null, source: 2 },
    ]);
  });

  it('in the step of a flow that changed, wherever it stands', () => {
    const source = flow('Wait', 'Ask').map((section) =>
      section.step === 'ask' ? { ...section, hash: 'changed' } : section,
    );
    expect(staleSections(flow('Ask', 'Wait'), source, flow('Wait', 'Ask'))).toEqual([
      { what: 'changed', at: 2, source: 2 },
    ]);
  });
});
