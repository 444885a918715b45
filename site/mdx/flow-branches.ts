import type { FlowStep } from './flow-steps.ts';

/** A step in the chart: drawn with its choices where the reader meets it first, and only named after that. */
export interface FlowBranch {
  step: FlowStep;
  choices: { text: string; branch: FlowBranch }[];
}

/** The chart of a flow from its first question on. */
export function branchesFrom(step: FlowStep, drawn = new Set<FlowStep>()): FlowBranch {
  if (drawn.has(step)) return { step, choices: [] };
  drawn.add(step);
  return { step, choices: step.choices.map(({ text, to }) => ({ text, branch: branchesFrom(to, drawn) })) };
}
