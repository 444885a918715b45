import type { InStatement } from '@libsql/client';
import { readStatements } from '../../../api/db/reading.ts';

/** Every statement that something makes a portal read with. */
export async function readsOf(act: () => Promise<unknown>): Promise<Exclude<InStatement, string>[]> {
  const reads: Exclude<InStatement, string>[] = [];
  const note = (statement: unknown) => reads.push(statement as Exclude<InStatement, string>);
  readStatements.subscribe(note);
  try {
    await act();
  } finally {
    readStatements.unsubscribe(note);
  }
  return reads;
}
