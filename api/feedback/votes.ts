import { eq } from 'drizzle-orm';
import { claimedFor, claimKey, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { ReasonInput, Vote, VoteInput } from './contract.ts';
import { votes } from './tables.ts';

/** Stores a vote on an article that exists. Throws `not-found` for one that does not. */
export async function castVote(services: Services, input: VoteInput, once: Once): Promise<Vote> {
  const { db, clock, random } = services;
  const { language, kind, slug, helpful, reason, comment } = input;
  if (!services.articleAt(`/${language}/${kind}/${slug}/`)) throw new Problem('not-found');

  const earlier = await earlierResult(db, once);
  if (earlier) return { id: earlier };
  const id = random(16).toString('hex');
  const now = clock();
  const [claimed] = await db.write([
    claimKey(db, once, id, now),
    insertWhere(
      votes,
      {
        id,
        language,
        kind,
        slug,
        isHelpful: helpful === 'yes',
        reason: reason ?? null,
        comment: comment ?? null,
        createdAt: now,
      },
      claimedFor(once, id),
    ),
  ]);
  return { id: claimed?.changes ? id : ((await earlierResult(db, once)) ?? id) };
}

/** Adds to a vote why it was cast. Throws `not-found` for an unknown vote. */
export async function explainVote({ db }: Services, id: string, { reason, comment }: ReasonInput): Promise<void> {
  const [explained] = await db.write([
    db.read
      .update(votes)
      .set({ reason, comment: comment ?? null })
      .where(eq(votes.id, id)),
  ]);
  if (!explained?.changes) throw new Problem('not-found');
}
