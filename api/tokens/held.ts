import { type SQL, sql } from 'drizzle-orm';
import { membersOf } from '../accounts/held.ts';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { oneTimeTokens } from './tables.ts';

/** Links that somebody was sent, by their address, by their id or by their account's. */
export const heldByTokens: readonly Held[] = [
  {
    table: oneTimeTokens,
    name: { ja: '確認用リンクの記録', en: 'Links to confirm something' },
    of: rowsOf,
    withheld: ['tokenHash'],
    erase: (subject, most) => deleteSome(oneTimeTokens, rowsOf(subject), most),
  },
];

function rowsOf(theirs: Subject): SQL {
  const { addresses, customers, conversations } = theirs;
  const { subject, detail } = oneTimeTokens;
  return sql`(lower(${subject}) in ${addresses} or ${subject} in ${customers} or ${subject} in ${conversations} or ${subject} in ${membersOf(theirs)}
    or exists (select 1 from ${addresses} as theirs where instr(lower(${detail}), theirs.address) > 0))`;
}
