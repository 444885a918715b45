import pino, { type DestinationStream, type Logger } from 'pino';
import { humanLine } from './human-lines.ts';
import { redactedError } from './redacted-error.ts';

export interface LogSettings {
  level: string;
  /** `json`: one object a line, for machines. `text`: for a person at a terminal. */
  format: 'json' | 'text';
}

/** The log of the process, on its output unless told otherwise. Errors under `err` lose what they carry of people. */
export function createLog({ level, format }: LogSettings, destination: DestinationStream = output()): Logger {
  const written: DestinationStream =
    format === 'text' ? { write: (line) => destination.write(humanLine(line)) } : destination;
  return pino({ level, base: null, serializers: { err: (error: unknown) => redactedError(error) } }, written);
}

/** Lines are written while requests go on, not between them; what is left is written when the process ends. */
function output(): DestinationStream {
  return pino.destination({ dest: 1, sync: false });
}
