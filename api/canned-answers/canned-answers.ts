import { asc, eq, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { isUniqueViolation } from '../db/database.ts';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { type CannedAnswer, type CannedAnswerInput, variables } from './contract.ts';
import { cannedAnswers } from './tables.ts';

/** All ready answers, by their names. */
export async function listCannedAnswers({ db }: Services): Promise<CannedAnswer[]> {
  const { id, name, ja, en, uses, changedAt } = cannedAnswers;
  return db.read.select({ id, name, ja, en, uses, changedAt }).from(cannedAnswers).orderBy(asc(name));
}

/** Makes a ready answer. Throws `name-taken`, and `invalid-input` for one without a text or with an unknown variable. */
export async function makeCannedAnswer(services: Services, answer: CannedAnswerInput, by: By): Promise<CannedAnswer> {
  const { db, clock, random } = services;
  assertTexts(answer);
  const now = clock();
  const id = newId(now, random);
  const row = { id, ...answer, accountId: by.accountId, createdAt: now, changedAt: now };
  await written(services, [db.read.insert(cannedAnswers).values(row), recorded(services, 'made', id, by)]);
  return { id, ...answer, uses: 0, changedAt: now };
}

/** Changes a ready answer. Throws what making one throws, and `not-found`. */
export async function changeCannedAnswer(
  services: Services,
  id: string,
  answer: CannedAnswerInput,
  by: By,
): Promise<CannedAnswer> {
  const { db, clock } = services;
  assertTexts(answer);
  const set = { ...answer, accountId: by.accountId, changedAt: clock() };
  const [changed] = await written(services, [
    db.read.update(cannedAnswers).set(set).where(eq(cannedAnswers.id, id)),
    recorded(services, 'changed', id, by),
  ]);
  if (!changed?.changes) throw new Problem('not-found');
  const found = (await listCannedAnswers(services)).find((each) => each.id === id);
  if (!found) throw new Problem('not-found');
  return found;
}

/** Throws `not-found`. */
export async function deleteCannedAnswer(services: Services, id: string, by: By): Promise<void> {
  const { db } = services;
  const [record] = await db.write([
    recorded(services, 'deleted', id, by),
    db.read.delete(cannedAnswers).where(eq(cannedAnswers.id, id)),
  ]);
  if (!record?.changes) throw new Problem('not-found');
}

/** Counts that a ready answer went into a reply. Throws `not-found`. */
export async function countUse({ db }: Services, id: string): Promise<void> {
  const [counted] = await db.write([
    db.read
      .update(cannedAnswers)
      .set({ uses: sql`${cannedAnswers.uses} + 1` })
      .where(eq(cannedAnswers.id, id)),
  ]);
  if (!counted?.changes) throw new Problem('not-found');
}

/** Every variable that a text names is one that a reply can fill. */
function assertTexts({ ja, en }: CannedAnswerInput): void {
  const known: readonly string[] = variables;
  const errors = Object.entries({ ja, en }).flatMap(([language, text]) =>
    [...text.matchAll(/\{\{(.*?)\}\}/gs)]
      .filter(([, name = '']) => !known.includes(name.trim()))
      .map(([written]) => ({
        pointer: `#/${language}`,
        detail: `${written}: ${known.map((name) => `{{${name}}}`).join(', ')}`,
      })),
  );
  if (ja === '' && en === '') errors.push({ pointer: '#/ja', detail: 'a text in at least one language' });
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

function recorded(services: Services, what: string, id: string, by: By): Statement {
  const isThere = sql`exists (select 1 from ${cannedAnswers} where ${cannedAnswers.id} = ${id})`;
  return audited(
    services,
    { ...by, action: 'canned-answers:change', target: { kind: 'canned-answer', id }, detail: { what } },
    isThere,
  );
}

async function written({ db }: Services, statements: Statement[]) {
  try {
    return await db.write(statements);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem('name-taken');
    throw error;
  }
}
