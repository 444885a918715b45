import type { MdxNode } from '../article-text/processor.ts';
import type { Finding } from './finding.ts';
import { attribute, lineOf, walk } from './mdx.ts';

interface FlowStep {
  id: string;
  node: MdxNode;
  /** Where its choices lead. */
  to: { id: string; node: MdxNode }[];
  isQuestion: boolean;
}

/** Every flow of a page has a way from its first question to an outcome, whatever the reader chooses. */
export function checkFlows(tree: MdxNode, file: string): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    if (node.name === 'Flow') findings.push(...checkFlow(node, file));
  });
  return findings;
}

function checkFlow(flow: MdxNode, file: string): Finding[] {
  const steps = stepsOf(flow);
  // What has no id yet is reported as that; where its choices lead can be told afterwards.
  if (steps.some(({ id, to }) => !id || to.some((choice) => !choice.id))) return [];
  const badlyNamed = steps.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
  const byId = new Map(steps.toReversed().map((step) => [step.id, step]));
  const [first] = steps;
  const say = (node: MdxNode, reason: string, example?: string): Finding => ({
    file,
    line: lineOf(node),
    reason,
    ...(example ? { example } : {}),
  });
  if (!first?.isQuestion)
    return [say(flow, 'A flow begins with a question.', '<Question id="what-is-wrong" ask="…?">')];

  if (badlyNamed.length > 0) {
    const rule = 'is part of an address: small letters, digits and single hyphens.';
    return badlyNamed.map(({ id, node }) =>
      say(node, `The id "${id}" ${rule}`, `id="${asSlug(id) || 'what-is-wrong'}"`),
    );
  }

  const reached = reachableFrom(first, byId);
  const wayOut = `<Choice to="${steps.find(({ isQuestion }) => !isQuestion)?.id ?? 'an-outcome'}">…</Choice>`;
  const findings = steps.flatMap((step) => {
    const isDouble = byId.get(step.id) !== step;
    return [
      ...(isDouble ? [say(step.node, `Two steps of the flow have the id "${step.id}".`, `id="${step.id}-2"`)] : []),
      ...(step.isQuestion && step.to.length === 0
        ? [say(step.node, `The question "${step.id}" has no way out.`, wayOut)]
        : []),
      ...step.to
        .filter(({ id }) => !byId.has(id))
        .map(({ id, node }) =>
          say(
            node,
            `The question "${step.id}" leads to "${id}", which is no step of this flow. Its steps: ${steps.map((known) => known.id).join(', ')}`,
            wayOut,
          ),
        ),
      ...(isDouble || reached.has(step.id)
        ? []
        : [say(step.node, `No choice leads to the step "${step.id}".`, `<Choice to="${step.id}">…</Choice>`)]),
    ];
  });
  const loop = findLoop(first, byId);
  return loop
    ? [...findings, say(loop.node, `The flow goes round in a circle: ${loop.path.join(' → ')}`, wayOut)]
    : findings;
}

function asSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function stepsOf(flow: MdxNode): FlowStep[] {
  const steps: FlowStep[] = [];
  walk(flow, (node) => {
    if (node.name !== 'Question' && node.name !== 'Outcome') return;
    const to: FlowStep['to'] = [];
    walk(node, (inner) => {
      if (inner.name === 'Choice') to.push({ id: attribute(inner, 'to') ?? '', node: inner });
    });
    steps.push({ id: attribute(node, 'id') ?? '', node, to, isQuestion: node.name === 'Question' });
  });
  return steps;
}

function reachableFrom(first: FlowStep, byId: Map<string, FlowStep>): Set<string> {
  const reached = new Set<string>();
  const visit = (step: FlowStep | undefined) => {
    if (!step || reached.has(step.id)) return;
    reached.add(step.id);
    for (const { id } of step.to) visit(byId.get(id));
  };
  visit(first);
  return reached;
}

/** The choice that closes a circle, and the steps it goes round. */
function findLoop(first: FlowStep, byId: Map<string, FlowStep>): { node: MdxNode; path: string[] } | null {
  const done = new Set<string>();
  const visit = (step: FlowStep, path: readonly string[]): { node: MdxNode; path: string[] } | null => {
    const way = [...path, step.id];
    for (const { id, node } of step.to) {
      const next = byId.get(id);
      if (!next || done.has(id)) continue;
      const loop = way.includes(id) ? { node, path: [...way.slice(way.indexOf(id)), id] } : visit(next, way);
      if (loop) return loop;
    }
    done.add(step.id);
    return null;
  };
  return visit(first, []);
}
