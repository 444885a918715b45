import { type HTMLElement, parse } from 'node-html-parser';

/** One step of a flow as its chart shows it. */
export interface FlowStep {
  id: string;
  /** Its place in the text, from 1: what paper calls it. */
  number: number;
  title: string;
  choices: { text: string; to: FlowStep }[];
}

/**
 * Numbers the steps of a flow's HTML, so that it can be followed on paper: each step has its number, each choice the
 * number it leads to, and outcomes lead back to the first question. Gives back the HTML and its first step.
 */
export function numberSteps(html: string): { html: string; first: FlowStep | undefined } {
  const root = parse(html);
  const sections = root.querySelectorAll('.flow-step');
  const steps = new Map(sections.map((section, index) => [section.id, stepOf(section, index + 1)]));
  for (const section of sections) {
    const step = steps.get(section.id);
    if (step) connect(section, step, steps);
  }
  const [first] = steps.values();
  for (const link of root.querySelectorAll('.flow-back a')) link.setAttribute('href', `#${first?.id ?? 'main'}`);
  return { html: root.toString(), first };
}

function stepOf(section: HTMLElement, number: number): FlowStep {
  return { id: section.id, number, title: textOf(section.querySelector('h2')), choices: [] };
}

function connect(section: HTMLElement, step: FlowStep, steps: ReadonlyMap<string, FlowStep>): void {
  section.setAttribute('data-number', String(step.number));
  for (const link of section.querySelectorAll('.choice a')) {
    const to = steps.get(link.getAttribute('href')?.slice(1) ?? '');
    if (!to) continue;
    link.setAttribute('data-leads-to', String(to.number));
    step.choices.push({ text: textOf(link), to });
  }
}

function textOf(element: HTMLElement | null): string {
  return element?.textContent.trim() ?? '';
}
