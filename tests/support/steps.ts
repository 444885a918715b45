import { spawn } from 'node:child_process';

/** One command of a check, with what it is called in the report. */
export interface Step {
  name: string;
  command: string;
  args: string[];
}

export interface StepResult {
  name: string;
  isOk: boolean;
  output: string;
  seconds: number;
}

/** Runs steps, so many at a time; the output of each is kept whole. */
export async function runSteps(steps: readonly Step[], atOnce: number, done: (result: StepResult) => void) {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      done(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

export function runStep({ name, command, args }: Step): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const finish = (isOk: boolean) => {
      resolve({ name, isOk, output, seconds: (performance.now() - started) / 1000 });
    };
    child.on('error', (error) => {
      output += String(error);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** A line for a step that went well, the whole output for one that did not. */
export function report({ name, isOk, output, seconds }: StepResult): void {
  process.stdout.write(`${isOk ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)\n`);
  if (!isOk) process.stdout.write(`${output.trimEnd()}\n\n`);
}
