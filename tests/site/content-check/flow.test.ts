import { describe, expect, it } from 'vitest';
import { checkTree, flowPage, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const mistakes: Mistake[] = [
  {
    what: 'a flow that does not begin with a question',
    instead: '<Flow>\n',
    write: '<Flow>\n\n<Outcome id="done" title="Done">\n\nAll is well.\n\n</Outcome>\n',
    line: 10,
    says: ['A flow begins with a question.'],
    example: '<Question id="what-is-wrong" ask="…?">',
  },
  {
    what: 'a question without a way out',
    instead: '<Choice to="send-new">Something else</Choice>\n</Question>',
    write:
      '<Choice to="send-new">Something else</Choice>\n<Choice to="colour">The colour</Choice>\n</Question>\n\n<Question id="colour" ask="Which colour?">\n</Question>',
    line: 18,
    says: ['The question "colour" has no way out.'],
    example: '<Choice to="exchange">…</Choice>',
  },
  {
    what: 'a choice that leads to no step',
    instead: '<Choice to="exchange">Yes</Choice>\n',
    write: '<Choice to="exchange">Yes</Choice>\n<Choice to="exchanges">Perhaps</Choice>\n',
    line: 19,
    says: ['The question "size" leads to "exchanges", which is no step of this flow', 'what, size, exchange, send-new'],
    example: '<Choice to="exchange">…</Choice>',
    isCure: true,
  },
  {
    what: 'a choice that leads nowhere at all',
    instead: '<Choice to="exchange">Yes</Choice>\n',
    write: '<Choice to="exchange">Yes</Choice>\n<Choice>Perhaps</Choice>\n',
    line: 19,
    says: ['<Choice> needs to="…"'],
    example: '<Choice to="…">',
  },
  {
    what: 'a step that no choice leads to',
    instead: '<Choice to="exchange">Yes</Choice>',
    write: '<Choice to="send-new">Yes</Choice>',
    line: 22,
    says: ['No choice leads to the step "exchange".'],
    example: '<Choice to="exchange">…</Choice>',
    isCure: true,
  },
  {
    what: 'a circle',
    instead: '<Choice to="send-new">No</Choice>',
    write: '<Choice to="what">No</Choice>',
    line: 19,
    says: ['The flow goes round in a circle: what → size → what'],
    example: '<Choice to="exchange">…</Choice>',
    isCure: true,
  },
  {
    what: 'a question that leads back to itself',
    instead: '<Choice to="send-new">No</Choice>',
    write: '<Choice to="size">No</Choice>',
    line: 19,
    says: ['The flow goes round in a circle: size → size'],
    example: '<Choice to="exchange">…</Choice>',
    isCure: true,
  },
  {
    what: 'an id that two steps have, at the second',
    instead: '</Flow>',
    write: '<Outcome id="exchange" title="Change it" />\n\n</Flow>',
    line: 34,
    says: ['Two steps of the flow have the id "exchange".'],
    example: 'id="exchange-2"',
  },
  {
    what: 'a question without an id, and blames no other step for it',
    instead: '<Question id="size" ask="Is it the size you ordered?">',
    write: '<Question ask="Is it the size you ordered?">',
    line: 17,
    says: ['<Question> needs id="…"'],
    example: '<Question id="…" ask="…">',
  },
];

describe('the check of decision flows', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(flowPage, mistake);
  });

  it('lets two ways lead to one step', async () => {
    const { findings } = await checkTree({
      [flowPage]: put('<Choice to="exchange">Too big</Choice>\n</Question>', '</Question>'),
    });
    expect(findings).toEqual([]);
  });

  it('names every step of a flow that is unreachable, and a flow that has no way out at all', async () => {
    const flow = `<Flow>

<Question id="again" ask="Again?">
<Choice to="once-more">Yes</Choice>
</Question>

<Question id="once-more" ask="Once more?">
<Choice to="again">Yes</Choice>
</Question>

<Outcome id="done" title="Done" />

<Outcome id="over" title="Over" />

</Flow>
`;
    const { findings } = await checkTree({ [flowPage]: (page) => page.slice(0, page.indexOf('<Flow>')) + flow });
    expect(findings.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '17 The flow goes round in a circle: again → once-more → again',
      '20 No choice leads to the step "done".',
      '22 No choice leads to the step "over".',
    ]);
  });

  it('looks at each flow of a page by itself', async () => {
    const second =
      '</Flow>\n\n<Flow>\n\n<Question id="again" ask="Again?">\n<Choice to="exchange">Yes</Choice>\n</Question>\n\n</Flow>';
    const { findings } = await checkTree({ [flowPage]: put(second, '</Flow>') });
    expect(findings.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '39 The question "again" leads to "exchange", which is no step of this flow. Its steps: again',
    ]);
  });
});
