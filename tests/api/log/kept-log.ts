import { createLog, type LogSettings } from '../../../api/log/log.ts';

/** A log that can be read back. */
export function keptLog(settings: Partial<LogSettings> = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', format: 'json', ...settings }, { write: (line) => void lines.push(line) });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
