import { hashPassword } from '../../../api/accounts/passwords.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { roles } from '../../../api/access/rules.ts';
import type { Database } from '../../../api/db/database.ts';
import { newId } from '../../../api/db/id.ts';

const password = 'walking is a fine habit';

/** How each of them signs in. */
export const credentials = Object.fromEntries(
  roles.map((role) => [role, { email: `${role}@aruku.example`, password }]),
) as Record<(typeof roles)[number], { email: string; password: string }>;

/** Makes an account of each role, as no route could make them all. */
export async function makeEverybody(db: Database, now: number): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.write(
    roles.map((role) =>
      db.read.insert(accounts).values({
        id: newId(now),
        email: credentials[role].email,
        name: role,
        language: 'en',
        role,
        passwordHash,
        createdAt: now,
      }),
    ),
  );
}
