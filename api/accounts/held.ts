import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { sessions } from '../sessions/tables.ts';
import { accounts, recoveryCodes, totpSecrets } from './tables.ts';

/** A customer's own account. Accounts of staff are the employer's matter, and are kept and ended by the owner. */
export const heldByAccounts: readonly Held[] = [
  ofMembers(sessions, sessions.accountId, { ja: 'ログイン中の端末', en: 'Devices that are signed in' }, ['id']),
  ofMembers(totpSecrets, totpSecrets.accountId, { ja: '2段階認証', en: 'Two-step sign-in' }, [
    'sealedSecret',
    'lastStep',
  ]),
  ofMembers(recoveryCodes, recoveryCodes.accountId, { ja: '復旧コード', en: 'Recovery codes' }, ['codeHash']),
  {
    // The row stays for what refers to it; nobody can sign in with it.
    table: accounts,
    name: { ja: '会員アカウント', en: 'Account' },
    of: members,
    withheld: ['passwordHash'],
    erase: (subject, most) =>
      sql`update ${accounts} set email = 'erased-' || id, name = '', password_hash = null, state = 'suspended',
        last_sign_in_at = null where ${members(subject)} and ${most} > 0`,
  },
];

/** A table with rows of accounts, which go with them. */
function ofMembers(table: SQLiteTable, accountId: SQLiteColumn, name: Held['name'], withheld: readonly string[]): Held {
  const rows = (subject: Subject) => sql`${accountId} in ${membersOf(subject)}`;
  return { table, name, of: rows, withheld, erase: (subject, most) => deleteSome(table, rows(subject), most) };
}

/** The ids of the accounts that go with somebody. */
export function membersOf(subject: Subject): SQL {
  const known = subject.accounts === undefined ? sql`` : sql` or ${accounts.id} in ${subject.accounts}`;
  return sql`(select ${accounts.id} from ${accounts} where ${members(subject)}${known})`;
}

function members({ addresses }: Subject): SQL {
  return sql`(${accounts.role} = 'member' and lower(${accounts.email}) in ${addresses})`;
}
