import { parse } from 'node-html-parser';
import type { Language } from '../../content/schema/languages.ts';
import type { Thing } from './structured-data.ts';

interface Described {
  url: string;
  language: Language;
  title: string;
  answer: string;
  reviewed: string;
  organisation: string;
  minutes?: number | undefined;
  needs?: readonly string[] | undefined;
}

/** An article; as instructions with their steps if its text (HTML) has any and it says how long they take. */
export function articleThing(
  { url, language, title, answer, reviewed, organisation, minutes, needs = [] }: Described,
  text: string,
): Thing {
  const shared = {
    '@id': `${url}#article`,
    description: answer,
    inLanguage: language,
    dateModified: reviewed,
    mainEntityOfPage: url,
    author: { '@type': 'Organization', name: organisation },
  };
  const steps = minutes === undefined ? [] : stepsOf(text);
  if (steps.length === 0) return { '@type': 'Article', headline: title, ...shared };
  return {
    '@type': 'HowTo',
    name: title,
    ...shared,
    totalTime: `PT${minutes}M`,
    ...(needs.length > 0 ? { tool: needs.map((name) => ({ '@type': 'HowToTool', name })) } : {}),
    step: steps.map((step, index) => ({ '@type': 'HowToStep', position: index + 1, text: step })),
  };
}

function stepsOf(html: string): string[] {
  return parse(html)
    .querySelectorAll('.steps > ol > li')
    .map((step) => parse(step.innerHTML.replaceAll(/<\/(p|li|div|section|h\d|t[hd])>/g, ' $&')).textContent)
    .map((step) => step.replaceAll(/\s+/g, ' ').trim());
}
