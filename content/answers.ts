import type { Language } from './schema/languages.ts';
import type { Question } from './schema/questions.ts';

/*
 * What the contact form asks about a category, and how an answer is taken: the same in the browser, which says at once
 * what is wrong, and in the API, which decides.
 */

type Field = 'kind' | 'required' | 'longest' | 'pattern' | 'example' | 'min' | 'max' | 'unit';
type Part<T> = T extends unknown ? Pick<T, Extract<keyof T, Field>> : never;

/** What a question wants of its answer: what travels in a page. */
export type AnswerRule = Part<Question>;

/** What is wrong with an answer. */
export type WrongAnswer = 'missing' | 'too-long' | 'no-match' | 'no-number' | 'out-of-range' | 'no-day' | 'no-choice';

/** An answer as it is kept, or what is wrong with it; a question that may stay open has the answer ''. */
export type Taken = { answer: string } | { wrong: WrongAnswer };

export function ruleOf({ label: _label, hint: _hint, id: _id, personal: _personal, ...rule }: Question): AnswerRule {
  if (rule.kind !== 'choice') return rule;
  const { choices: _choices, ...choice } = rule;
  return choice;
}

/** Takes an answer as it was typed: full-width digits and the many hyphens of Japanese keyboards are what they mean. */
export function takeAnswer(rule: AnswerRule, typed: string): Taken {
  const answer = typed.trim();
  if (answer === '') return rule.required ? { wrong: 'missing' } : { answer };
  switch (rule.kind) {
    case 'text':
      return takeText(rule, answer);
    case 'long-text':
      return answer.length > rule.longest ? { wrong: 'too-long' } : { answer };
    case 'number':
      return takeNumber(rule, answer);
    case 'date':
      return isDay(answer) ? { answer } : { wrong: 'no-day' };
    case 'choice':
      return { answer };
  }
}

/** What is wrong, for the person who typed it. */
export function wrongAnswerText(rule: AnswerRule, wrong: WrongAnswer, language: Language): string {
  const says = texts[language];
  switch (wrong) {
    case 'missing':
      return rule.kind === 'choice' ? says.choose : says.missing;
    case 'too-long':
      return says.tooLong('longest' in rule ? rule.longest : 0);
    case 'no-match':
      return says.noMatch(('example' in rule && rule.example) || '');
    case 'no-number':
      return says.noNumber;
    case 'out-of-range': {
      const { min, max } = rule as Extract<AnswerRule, { kind: 'number' }>;
      return says.outOfRange(min, max);
    }
    case 'no-day':
      return says.noDay;
    case 'no-choice':
      return says.choose;
  }
}

function takeText({ pattern, longest }: Extract<AnswerRule, { kind: 'text' }>, answer: string): Taken {
  if (pattern === undefined) return answer.length > longest ? { wrong: 'too-long' } : { answer };
  const fits = new RegExp(`^(?:${pattern})$`, 'u');
  const meant = plain(answer);
  // What is longer than any answer is not even tried.
  const found = [answer, meant, meant.toUpperCase()].find((text) => text.length <= longest && fits.test(text));
  return found === undefined ? { wrong: 'no-match' } : { answer: found };
}

function takeNumber(
  { min = -Infinity, max = Infinity, unit }: Extract<AnswerRule, { kind: 'number' }>,
  text: string,
): Taken {
  const meant = plain(text).replace(',', '.').toLowerCase();
  const bare = unit && meant.endsWith(unit.toLowerCase()) ? meant.slice(0, -unit.length).trim() : meant;
  if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(bare)) return { wrong: 'no-number' };
  return Number(bare) < min || Number(bare) > max ? { wrong: 'out-of-range' } : { answer: String(Number(bare)) };
}

/** Half-width, with the hyphen for everything that looks like one, and without spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‐-―−ー－]/g, '-')
    .replaceAll(/\s+/g, '');
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toJSON().startsWith(text)
  );
}

const texts = {
  ja: {
    missing: '入力してください。',
    choose: '選んでください。',
    tooLong: (longest: number) => `${longest}文字以内で入力してください。`,
    noMatch: (example: string) => `形をご確認ください（例：${example}）。`,
    noNumber: '数字で入力してください（例：24.5）。',
    outOfRange: (min: number | undefined, max: number | undefined) =>
      max === undefined
        ? `${min}以上で入力してください。`
        : min === undefined
          ? `${max}以下で入力してください。`
          : `${min}から${max}までの数字で入力してください。`,
    noDay: '日付をご確認ください（例：2026-11-24）。',
  },
  en: {
    missing: 'Please fill this in.',
    choose: 'Please choose one.',
    tooLong: (longest: number) => `Please use at most ${longest} characters.`,
    noMatch: (example: string) => `Please check this: it looks like ${example}.`,
    noNumber: 'Please give a number, such as 24.5.',
    outOfRange: (min: number | undefined, max: number | undefined) =>
      max === undefined
        ? `Please give ${min} or more.`
        : min === undefined
          ? `Please give ${max} or less.`
          : `Please give a number from ${min} to ${max}.`,
    noDay: 'Please check the date, such as 2026-11-24.',
  },
};
