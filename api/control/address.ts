import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

const name = 'control.sock';
/** What the address of a Unix socket has room for, on every system. */
const mostBytes = 103;

export interface SocketAddress {
  path: string;
  /** To be called when the path is not needed any more. */
  release: () => void;
}

/** Where a running portal is asked by commands: a socket in its data folder. */
export function controlAddress(dataDir: string): SocketAddress {
  const path = join(dataDir, name);
  if (Buffer.byteLength(path) <= mostBytes || process.platform !== 'linux') return { path, release: () => undefined };
  // Too long for an address: the folder is reached by a handle of it.
  const folder = openSync(dataDir, 'r');
  return { path: `/proc/self/fd/${folder}/${name}`, release: () => closeSync(folder) };
}
