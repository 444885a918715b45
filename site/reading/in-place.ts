import type { Language } from '../../content/schema/languages.ts';

/** Characters of MDX up to which an answer is read where it is listed. */
const longest: Record<Language, number> = { ja: 520, en: 1150 };
/** What needs a page of its own to work on. */
const needsPage = /<(Flow|For|Tabs|Video)\b/;

/** Whether a whole answer may stand in a list of questions. */
export function isReadInPlace(body: string, language: Language): boolean {
  return body.length <= longest[language] && !needsPage.test(body);
}
