import { sql } from 'drizzle-orm';
import type { Services } from '../../services.ts';
import { forumPictures } from './tables.ts';

const keptMs = 24 * 3_600_000;
const mostAtOnce = 500;

/** Forgets pictures that went into no post within a day; their files follow when uploads are swept. */
export async function forgetUnusedPictures({ db, clock }: Services): Promise<void> {
  const { id, postId, createdAt } = forumPictures;
  await db.write([
    sql`delete from ${forumPictures} where ${id} in (select ${id} from ${forumPictures}
      where ${postId} is null and ${createdAt} < ${clock() - keptMs} limit ${mostAtOnce})`,
  ]);
}
