import { expect, it } from 'vitest';
import { makeServices } from '../../support/services.ts';

/** Tables whose rows are deleted: for each of them, what refers to it is looked for. */
const deletedFrom = ['identities', 'messages', 'conversations', 'customers', 'teams'];

it('what refers to a row that can be deleted is found by an index, however much there is', async () => {
  const { services } = await makeServices();
  const { rows } = await services.db.raw.execute(`
    select child.name || '.' || key."from" as place from sqlite_schema as child
      inner join pragma_foreign_key_list(child.name) as key
    where child.type = 'table' and key."table" in (${deletedFrom.map((name) => `'${name}'`).join(', ')})
      and not exists (
        select 1 from pragma_index_list(child.name) as list inner join pragma_index_info(list.name) as part
        where part.seqno = 0 and part.name = key."from")`);
  expect(rows.map(({ place }) => place)).toEqual([]);
});
