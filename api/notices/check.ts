import type { Language } from '../../content/schema/languages.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { NoticeInput } from './contract.ts';

/**
 * What the shape of a notice cannot say: it ends after it starts, and its categories are the portal's.
 * Throws `invalid-input` with the fields that are wrong.
 */
export function checkNotice(
  { categories, clock }: Services,
  { startsAt = clock(), endsAt, categories: named }: NoticeInput,
  language: Language,
): void {
  const known = categories().map(({ slug }) => slug);
  const wrong: FieldError[] = named.flatMap((slug, index) =>
    known.includes(slug)
      ? []
      : [{ pointer: `#/categories/${index}`, detail: says[language].unknownCategory(slug, known) }],
  );
  if (endsAt !== null && endsAt <= startsAt) wrong.push({ pointer: '#/endsAt', detail: says[language].endsTooEarly });
  if (wrong.length > 0) throw new Problem('invalid-input', { errors: wrong });
}

const says = {
  ja: {
    endsTooEarly: '終了は開始より後の日時にしてください。',
    unknownCategory: (slug: string, known: readonly string[]) =>
      `「${slug}」という分類はありません。次のいずれかを指定してください：${known.join('、')}`,
  },
  en: {
    endsTooEarly: 'The end has to be later than the start.',
    unknownCategory: (slug: string, known: readonly string[]) =>
      `There is no category “${slug}”. It has to be one of: ${known.join(', ')}`,
  },
};
