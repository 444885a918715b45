import { takeAnswer, wrongAnswerText } from '../../content/answers.ts';
import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Category } from '../../content/schema/portal.ts';
import type { Question } from '../../content/schema/questions.ts';
import type { FieldError } from '../problem.ts';
import type { Answer } from './opening-contract.ts';

/** What somebody says a ticket is about, and answers to the questions of that category by their ids. */
export interface Answered {
  category?: string | undefined;
  answers?: Record<string, string> | undefined;
}

const prefix = 'answer-';

/** The body of a form, whose fields cannot be nested: `answer-order-number` is an answer. */
export function answersFromFields(fields: Record<string, unknown>): Record<string, unknown> {
  const [named, others] = [true, false].map((isAnswer) =>
    Object.entries(fields).filter(([name]) => name.startsWith(prefix) === isAnswer),
  ) as [[string, unknown][], [string, unknown][]];
  if (named.length === 0) return fields;
  const answers = Object.fromEntries(named.map(([name, answer]) => [name.slice(prefix.length), answer]));
  return { ...Object.fromEntries(others), answers };
}

/** What is wrong with a category and the answers to its questions, answer by answer. Takes whatever was sent. */
export function wrongAnswers(categories: readonly Category[], body: unknown, language: Language): FieldError[] {
  const { category, answers = {} } = asAnswered(body);
  const says = texts[language];
  const known = categories.find(({ slug }) => slug === category);
  if (category !== undefined && !known) return [{ pointer: '#/category', detail: says.category }];
  const questions = known?.questions ?? [];
  const unknown = Object.keys(answers).filter((id) => !questions.some((question) => question.id === id));
  return [
    ...questions.flatMap((question) => {
      const taken = take(question, answers[question.id] ?? '');
      if ('answer' in taken) return [];
      return [{ pointer: `#/answers/${question.id}`, detail: wrongAnswerText(question, taken.wrong, language) }];
    }),
    ...unknown.map((id) => ({
      pointer: `#/answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: says.question,
    })),
  ].slice(0, 50);
}

/** The questions that were answered, as the customer read them, with what they answered. */
export function answersShown(
  categories: readonly Category[],
  { category, answers = {} }: Answered,
  language: Language,
): Answer[] {
  const questions = categories.find(({ slug }) => slug === category)?.questions ?? [];
  return questions.flatMap((question) => {
    const taken = take(question, answers[question.id] ?? '');
    if (!('answer' in taken) || taken.answer === '') return [];
    return [{ id: question.id, question: question.label[language], answer: shown(question, taken.answer, language) }];
  });
}

function take(question: Question, typed: string) {
  const taken = takeAnswer(question, typed);
  const isForeign =
    question.kind === 'choice' &&
    'answer' in taken &&
    taken.answer !== '' &&
    !question.choices.some(({ id }) => id === taken.answer);
  return isForeign ? { wrong: 'no-choice' as const } : taken;
}

function shown(question: Question, answer: string, language: Language): string {
  switch (question.kind) {
    case 'choice':
      return question.choices.find(({ id }) => id === answer)?.label[language] ?? answer;
    case 'number':
      return question.unit ? `${answer} ${question.unit}` : answer;
    case 'date':
      return new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
        Date.parse(answer),
      );
    default:
      return answer;
  }
}

function asAnswered(body: unknown): Answered {
  const { category, answers } = (body ?? {}) as { category?: unknown; answers?: unknown };
  const given = typeof answers === 'object' && answers !== null ? Object.entries(answers) : [];
  return {
    category: typeof category === 'string' ? category : undefined,
    answers: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  };
}

const texts = {
  ja: { category: 'ご用件の種類を選び直してください。', question: 'この項目は受け付けていません。' },
  en: { category: 'Please choose again what it is about.', question: 'This field is not accepted.' },
};
