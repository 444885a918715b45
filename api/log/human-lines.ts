const levels: Record<number, string> = { 20: 'debug', 40: 'warning', 50: 'error', 60: 'fatal' };

/** A line of the log for a person at a terminal: the time, what happened, and where a failure came from. */
export function humanLine(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as {
    level: number;
    time: number;
    msg?: string;
    err?: { stack?: string; message: string };
  } & Record<string, unknown>;
  const at = new Date(time).toTimeString().slice(0, 8);
  const details = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const said = [at, levels[level], msg === 'request' ? requestIn(rest) : [msg, ...details].join(' ')];
  return `${said.filter(Boolean).join(' ')}\n${err ? `${err.stack ?? err.message}\n` : ''}`;
}

function requestIn({ method, route, status, ms }: Record<string, unknown>): string {
  return `${String(status)} ${String(method)} ${String(route)} ${String(ms)} ms`;
}
