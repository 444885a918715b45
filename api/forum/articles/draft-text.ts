import { stringify } from 'yaml';
import type { Language } from '../../../content/schema/languages.ts';
import { threadUrl } from '../addresses.ts';
import { asMdxText, mdxOf } from './mdx.ts';

/** What an article is made of that came from a thread. */
export interface DraftSource {
  number: number;
  language: Language;
  /** The slug of the category. */
  category: string;
  title: string;
  /** Further words for the same question, those of readers first. */
  wordings: readonly string[];
  /** What was asked, as plain text. */
  question: string;
  /** The accepted answer: Markdown, and as plain text. */
  answer: string;
  plainAnswer: string;
  /** Who answered, as everybody sees them; empty when they are gone. */
  credit: string;
  /** The team that answers for it. */
  owner: string;
  /** `2026-11-22`. */
  today: string;
}

/** As the schema of articles has them (`content/schema/articles.ts`). */
const longest = { title: 90, answer: 220, asked: 120 };
const shortest = { title: 3, answer: 10, asked: 2 };
const fewestAsked = 5;

/** The article in the language of the thread. */
export function draftOf(source: DraftSource): string {
  return `${frontMatterOf(source)}\n${bodyOf(source)}`;
}

/** The same for a translator: its text is still the other one’s. No record of a translation is made, and so the check asks for it. */
export function stubOf(source: DraftSource, into: Language): string {
  return `${frontMatterOf(source)}\n{/* ${texts[into].untranslated} */}\n\n${bodyOf(source)}`;
}

function frontMatterOf(source: DraftSource): string {
  const { language, category, owner, today } = source;
  const fields = {
    title: titleOf(source),
    answer: answerOf(source),
    category,
    asked: askedOf(source),
    reviewed: today,
    owner,
    source: language,
  };
  return `---\n${stringify(fields, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })}---\n`;
}

function titleOf({ title, category }: DraftSource): string {
  const given = shortened(title, longest.title);
  return Array.from(given).length < shortest.title || given.length < shortest.title ? `${given} (${category})` : given;
}

/** The first sentences of the answer, as many as fit. */
function answerOf({ plainAnswer, title }: DraftSource): string {
  const plain = plainAnswer.trim();
  if (plain.length < shortest.answer)
    return shortened(`${title}: ${plain}`, longest.answer).padEnd(shortest.answer, '…');
  let text = '';
  for (const sentence of sentencesOf(plain)) {
    if (`${text}${sentence}`.trim().length > longest.answer) break;
    text += sentence;
  }
  const whole = text.trim();
  return whole.length < shortest.answer ? shortened(plain, longest.answer) : whole;
}

/** The title, the words of those who have the same question, and what else was asked; stand-ins where that is too little. */
function askedOf({ title, wordings, question, language }: DraftSource): string[] {
  const sentences = sentencesOf(question).map((sentence) => sentence.trim());
  const questions = sentences.filter((sentence) => /[?？か]。?$/.test(sentence));
  const all = [title, ...wordings, ...questions, ...sentences]
    .map((words) => shortened(words.trim(), longest.asked))
    .filter((words) => words.length >= shortest.asked);
  const once = [...new Map(all.map((words) => [words.toLowerCase(), words])).values()];
  const given = once.slice(0, Math.max(fewestAsked, wordings.length + 1));
  const missing = Array.from({ length: Math.max(0, fewestAsked - given.length) }, (_, index) =>
    texts[language].toAsk(index + 1),
  );
  return [...given, ...missing];
}

/** What an editor still has to say in a draft begins with this. */
export const toDo = 'TODO';

function bodyOf({ number, language, answer, credit }: DraftSource): string {
  const thread = threadUrl({ language, number });
  return `${mdxOf(answer)}\n\n${texts[language].credit(thread, asMdxText(credit))}\n`;
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。！？.!?]+(?:[。！？]+|[.!?]+(?=\s|$)|[.!?]+|$)\s*/g) ?? [];
}

function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // Half a character is none.
  return `${line
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

const texts = {
  ja: {
    credit: (thread: string, name: string) =>
      name === ''
        ? `この回答は、[フォーラムでのやり取り](${thread})から生まれました。`
        : `この回答は、[フォーラムでのやり取り](${thread})から生まれました。回答してくださった${name}さん、ありがとうございます。`,
    toAsk: (index: number) => `${toDo} ほかの聞き方 ${index}`,
    untranslated: 'まだ翻訳されていません。題名、要約、聞き方、本文を日本語にしてください。',
  },
  en: {
    credit: (thread: string, name: string) =>
      name === ''
        ? `This answer came up [in our forum](${thread}).`
        : `This answer came up [in our forum](${thread}). Thank you, ${name}.`,
    toAsk: (index: number) => `${toDo} another wording ${index}`,
    untranslated: 'Not translated yet: the title, the answer, what is asked and the text are to be in English.',
  },
};
