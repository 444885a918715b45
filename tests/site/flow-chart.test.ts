import { describe, expect, it } from 'vitest';
import { branchesFrom, type FlowBranch } from '../../site/mdx/flow-branches.ts';
import { numberSteps } from '../../site/mdx/flow-steps.ts';

const question = (id: string, ask: string, choices: Record<string, string>) =>
  `<section class="flow-step" id="${id}"><h2>${ask}</h2><ul>${Object.entries(choices)
    .map(([text, to]) => `<li class="choice"><a href="#${to}"> ${text} </a></li>`)
    .join('')}</ul></section>`;
const outcome = (id: string, title: string) =>
  `<section class="flow-step" id="${id}"><h2>${title}</h2><p class="flow-back"><a href="#main">Back</a></p></section>`;
const flow =
  question('where', 'Where?', { Toes: 'outdoors', Heel: 'lifts' }) +
  question('lifts', 'Does it lift?', { Yes: 'lace', No: 'outdoors' }) +
  question('outdoors', 'Worn outdoors?', { Yes: 'lace', No: 'exchange' }) +
  outcome('lace', 'Lace &amp; tie') +
  outcome('exchange', 'Exchange');

describe('a flow on paper', () => {
  it('has a number for each step, and beside each choice the number it leads to', () => {
    const { html } = numberSteps(flow);
    expect([...html.matchAll(/data-number="(\d+)"/g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect([...html.matchAll(/data-leads-to="(\d+)"/g)].map(([, to]) => to)).toEqual(['3', '2', '4', '3', '4', '5']);
  });

  it('leads from each outcome back to the first question', () => {
    expect([...numberSteps(flow).html.matchAll(/<a href="([^"]+)">Back/g)].map(([, href]) => href)).toEqual([
      '#where',
      '#where',
    ]);
  });

  it('draws a question once, where it comes first, and only names it after that', () => {
    const { first } = numberSteps(flow);
    if (!first) throw new Error('The flow has no first step');
    expect(outline(branchesFrom(first))).toEqual([
      '1 Where?',
      '  Toes: 3 Worn outdoors?',
      '    Yes: 4 Lace & tie',
      '    No: 5 Exchange',
      '  Heel: 2 Does it lift?',
      '    Yes: 4 Lace & tie',
      '    No: 3 Worn outdoors?',
    ]);
  });
});

function outline({ step, choices }: FlowBranch, indent = '', choice = ''): string[] {
  return [
    `${indent}${choice}${step.number} ${step.title}`,
    ...choices.flatMap(({ text, branch }) => outline(branch, `${indent}  `, `${text}: `)),
  ];
}
