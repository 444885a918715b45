import { inArray, sql } from 'drizzle-orm';
import type { Services } from '../../services.ts';
import type { Reviewer, Submission } from '../reviewer.ts';
import { watchedWords as table } from '../tables.ts';
import { readingsOf } from './readings.ts';
import { isIn } from './word-pattern.ts';

/** Words that moderators watch for, those that refuse a post first; each that is found counts one hit. */
export const watchedWords: Reviewer = {
  name: 'watched-words',
  look: async (services, submission) => {
    const found = await wordsIn(services, submission);
    const gravest = found.find(({ action }) => action === 'refuse') ?? found[0];
    if (!gravest) return null;
    const ids = found.map(({ id }) => id);
    await services.db.write([
      services.db.read
        .update(table)
        .set({ hits: sql`${table.hits} + 1` })
        .where(inArray(table.id, ids)),
    ]);
    const detail = found
      .map(({ pattern }) => pattern)
      .join(', ')
      .slice(0, 300);
    return { verdict: gravest.action, reason: 'watched-word', detail, weight: 0.7 };
  },
};

async function wordsIn({ db }: Services, { language, title, body }: Submission) {
  const { id, pattern, action } = table;
  const words = await db.read
    .select({ id, pattern, action })
    .from(table)
    .where(sql`coalesce(${table.language}, '') in ('', ${language})`)
    .orderBy(pattern);
  if (words.length === 0) return [];
  const readings = readingsOf(`${title}\n${body}`);
  return words.filter((word) => isIn(word.pattern, readings));
}
