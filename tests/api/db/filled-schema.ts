import type { Client, InValue } from '@libsql/client';

const rowsPerTable = 3;

/** Values for columns whose sense cannot be read from the schema, as `table.column`. */
const samples: Record<string, readonly InValue[]> = {
  'search_purges.id': [1],
  'thread_search_purges.id': [1],
  'news_cursor.id': [1],
  'reply_times.id': ['first-reply'],
  'forum_members.level': [0, 1, 2],
  // To two threads, and to a board.
  'forum_subscriptions.thread_id': ['forum_threads-0', 'forum_threads-1', null],
  'forum_subscriptions.language': [null, null, 'ja'],
  'forum_subscriptions.board': [null, null, 'returns'],
};

interface Column {
  name: string;
  type: string;
  isRequired: boolean;
  hasDefault: boolean;
}

/**
 * Puts a few rows into every table that a schema has, whatever it is: references lead to rows that are there, values keep
 * to the `check … in (…)` of their columns, and what may be null is null in the first row.
 */
export async function fillEveryTable(client: Client): Promise<void> {
  const { rows } = await client.execute(
    "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migrations'",
  );
  const waiting = rows.map((row) => ({ name: textOf(row['name']), sql: textOf(row['sql']), rounds: 0 }));
  const filled = new Set<string>();
  while (waiting.length > 0) {
    const table = waiting.shift();
    if (!table) break;
    const parents = await parentsOf(client, table.name);
    const isReady = [...parents.values()].every((parent) => filled.has(parent) || parent === table.name);
    if (isReady) {
      await fill(client, table, parents);
      filled.add(table.name);
    } else if (table.rounds > rows.length) throw new Error(`${table.name} refers to a table that cannot be filled`);
    else waiting.push({ ...table, rounds: table.rounds + 1 });
  }
}

/** Every row of every table, by table and in the order of their first column; what migrations record is left out. */
export async function everyRow(client: Client): Promise<Map<string, Record<string, unknown>[]>> {
  const { rows } = await client.execute(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migrations' order by 1",
  );
  const found = new Map<string, Record<string, unknown>[]>();
  for (const { name } of rows) {
    const all = await client.execute(`select * from "${textOf(name)}" order by 1`);
    found.set(
      textOf(name),
      all.rows.map((row) => Object.fromEntries(all.columns.map((column) => [column, row[column]]))),
    );
  }
  return found;
}

async function fill(client: Client, table: { name: string; sql: string }, parents: Map<string, string>) {
  const columns = await columnsOf(client, table.name);
  for (let row = 0; row < rowsPerTable; row += 1) {
    const values = columns.map((column) => valueFor(table, column, parents.get(column.name), row));
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const marks = columns.map(() => '?').join(', ');
    await client.execute({ sql: `insert or ignore into "${table.name}" (${names}) values (${marks})`, args: values });
  }
}

function valueFor(
  table: { name: string; sql: string },
  column: Column,
  parent: string | undefined,
  row: number,
): InValue {
  const sample = samples[`${table.name}.${column.name}`];
  if (sample) return sample[row % sample.length] ?? null;
  if (!column.isRequired && row === 0) return null;
  if (parent) return `${parent}-${row}`;
  const allowed = new RegExp(`\\b${column.name} in \\(([^)]*)\\)`).exec(table.sql)?.[1]?.split(',');
  if (allowed) {
    const value = allowed[row % allowed.length]?.trim() ?? '';
    return value.startsWith("'") ? value.slice(1, -1) : Number(value);
  }
  if (column.type === 'integer') return 1_800_000_000_000 + row;
  if (column.type === 'real') return row + 0.5;
  if (column.type === 'blob') return new Uint8Array([row]);
  if (column.name === 'id') return `${table.name}-${row}`;
  // Text with a default, or called so, is JSON.
  if (column.hasDefault || /^(payload|detail)$/.test(column.name)) return row === 0 ? '[]' : '{"お名前":"山田"}';
  return `${column.name} 返品 ${row}`;
}

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.execute(`pragma table_info("${table}")`);
  return rows.map((row) => ({
    name: textOf(row['name']),
    type: textOf(row['type']).toLowerCase(),
    isRequired: row['notnull'] === 1 || row['pk'] !== 0,
    hasDefault: row['dflt_value'] !== null,
  }));
}

/** Which table each column refers to. */
async function parentsOf(client: Client, table: string): Promise<Map<string, string>> {
  const { rows } = await client.execute(`pragma foreign_key_list("${table}")`);
  return new Map(rows.map((row) => [textOf(row['from']), textOf(row['table'])]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
