import { channel } from 'node:diagnostics_channel';
import type { Client, InStatement, ResultSet } from '@libsql/client';

/** Where each statement (`InStatement`) is told that something is read with. */
export const readStatements = channel('madoguchi:read-statement');

/**
 * A client for drizzle's builder that reads by `read`. Of a result the builder takes the rows, by the places of their
 * columns, and nothing else.
 */
export function readingThrough(
  client: Client,
  read: (statement: InStatement) => Promise<Pick<ResultSet, 'rowsAffected'>>,
): Client {
  const execute = async (statement: InStatement) => {
    if (readStatements.hasSubscribers) readStatements.publish(statement);
    return read(statement);
  };
  return new Proxy(client, {
    get: (target, key) => (key === 'execute' ? execute : Reflect.get(target, key, target)),
  });
}
