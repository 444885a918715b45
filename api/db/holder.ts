import { readFile, stat, writeFile } from 'node:fs/promises';

/** Who has a database file, as far as it can be known. */
export interface Holder {
  pid: number;
  /** Program and arguments, where the system tells. */
  command: string | null;
  /** Where that portal answers; `null` for a process that is not a portal. */
  url: string | null;
}

const noteOf = (file: string) => `${file}.holder.json`;

/** Leaves word beside the file of who has it. The lock itself is the database's; this only makes it speak. */
export async function leaveHolderNote(file: string, url: string): Promise<void> {
  await writeFile(noteOf(file), `${JSON.stringify({ pid: process.pid, url })}\n`);
}

/** The process that holds `file`: from its own note, else from the kernel's table of locks (Linux). */
export async function findHolder(file: string): Promise<Holder | null> {
  const locked = await lockingPids(file);
  const note = await readNote(file);
  if (note && isAlive(note.pid) && (locked.length === 0 || locked.includes(note.pid))) {
    return { ...note, command: await commandOf(note.pid) };
  }
  const [pid] = locked;
  return pid === undefined ? null : { pid, command: await commandOf(pid), url: null };
}

/** One sentence for the person at the terminal. */
export function describeHolder(file: string, holder: Holder | null): string {
  if (!holder) return `${file} is in use by another process. Stop it, or set DATA_DIR to another folder.`;
  const { pid, url, command } = holder;
  if (url) {
    return `Madoguchi is already running with this database: process ${pid} at ${url} has ${file}. Stop it first (kill ${pid}), or set DATA_DIR and PORT to run another.`;
  }
  const name = command ? ` (${command})` : '';
  return `Process ${pid}${name} has ${file} open. Stop it, or set DATA_DIR to another folder.`;
}

async function readNote(file: string): Promise<{ pid: number; url: string } | null> {
  try {
    const note: unknown = JSON.parse(await readFile(noteOf(file), 'utf8'));
    if (typeof note !== 'object' || note === null || !('pid' in note) || !('url' in note)) return null;
    return { pid: Number(note.pid), url: String(note.url) };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function lockingPids(file: string): Promise<number[]> {
  try {
    const { ino } = await stat(file);
    const locks = await readFile('/proc/locks', 'utf8');
    const pids = locks
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[5]?.endsWith(`:${ino}`))
      .map((fields) => Number(fields[4]))
      .filter((pid) => pid > 0 && pid !== process.pid);
    return [...new Set(pids)];
  } catch {
    return [];
  }
}

async function commandOf(pid: number): Promise<string | null> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return command.replaceAll('\0', ' ').trim().slice(0, 120) || null;
  } catch {
    return null;
  }
}
