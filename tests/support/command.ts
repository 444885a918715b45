import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Commanded {
  code: number | null;
  /** Both outputs. */
  output: string;
  stdout: string;
}

/** Runs a script of the project, or of a copy of it, as `npm run` would, in a process of its own. */
export async function runCommand(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
  folder = root,
): Promise<Commanded> {
  const child = spawn(process.execPath, [join(folder, script), ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, output, stdout };
}
