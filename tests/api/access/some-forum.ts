import { writeFile } from 'node:fs/promises';
import { accounts } from '../../../api/accounts/tables.ts';
import { newId } from '../../../api/db/id.ts';
import { submitReply, submitThread } from '../../../api/forum/submit.ts';
import { forumPictures } from '../../../api/forum/pictures/tables.ts';
import { signedStop } from '../../../api/mail/stop-signature.ts';
import type { Services } from '../../../api/services.ts';

const once = (key: string) => ({ scope: 'forum', key, fingerprint: key });

/** A question that a member asked and Emma answered, with a picture; and a talk that somebody else began. */
export async function someForum(services: Services) {
  const { db, clock, random } = services;
  const { rows } = await db.raw.execute("select id from accounts where role = 'owner' order by created_at limit 1");
  const emma = { id: rows[0]?.['id'] as string, role: 'owner' as const };
  const [ren, rose] = [await member('ren'), await member('rose')];
  const place = { language: 'en' as const, board: 'returns', pictures: [] };
  const question = { ...place, kind: 'question' as const, title: 'May I return worn insoles?', body: 'Worn once.' };
  const asked = await submitThread(services, question, ren, once('asked'));
  const picture = await pictureOf(emma.id);
  const answer = { body: 'Yes, within 30 days.', quotes: asked.id, pictures: [picture] };
  const answered = await submitReply(services, asked.thread, answer, emma, once('answered'));
  const talk = { ...place, kind: 'talk' as const, title: 'Where do you walk?', body: 'I walk by the river.' };
  const said = await submitThread(services, talk, rose, once('said'));
  const subscriptions = await db.raw.execute('select id from forum_subscriptions order by created_at');
  const [one, other] = subscriptions.rows.map((row) => signedStop(services.secret, 'forum-stop', row['id'] as string));
  return {
    forumStopLinks: [one ?? '', other ?? ''] as const,
    posts: [answered.id, said.id] as const,
    pictures: [picture, await pictureOf(rose.id)] as const,
    forumMembers: [ren.id, rose.id] as const,
  };

  async function member(name: string) {
    const id = newId(clock(), random);
    const row = { id, email: `${name}@members.example`, name, language: 'en', createdAt: clock() } as const;
    await db.write([db.read.insert(accounts).values(row)]);
    return { id, role: 'member' as const };
  }

  /** What would be drawn of it stands beside where it would lie. */
  async function pictureOf(accountId: string): Promise<string> {
    const stored = await services.uploads.store(oneByte(), 10);
    if (!stored) throw new Error('There is no room for a byte');
    await writeFile(services.uploads.previewPathOf(stored.id), 'a picture');
    const drawn = { preview: 'ready', width: 1, height: 1, name: 'shoe.jpg', type: 'image/jpeg' } as const;
    await db.write([db.read.insert(forumPictures).values({ ...stored, ...drawn, accountId, createdAt: clock() })]);
    return stored.id;
  }
}

async function* oneByte() {
  yield new Uint8Array(1);
}
