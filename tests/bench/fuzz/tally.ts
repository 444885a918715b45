import type { FuzzRequest } from '../../support/fuzz/requests.ts';
import type { Answered } from './send.ts';

const mostShown = 5;

/** Counts answers, keeps the first bad ones so that they can be sent again, and watches memory. */
export function tally() {
  const statuses = new Map<number, number>();
  const bad: { request: FuzzRequest; status: number; body: string }[] = [];
  const resident: number[] = [];
  let badCount = 0;

  return {
    add(request: FuzzRequest, { status, body }: Answered) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (!isBad(request, status)) return;
      badCount += 1;
      if (bad.length < mostShown) bad.push({ request, status, body: body.slice(0, 500) });
    },
    memory(bytes: number) {
      resident.push(bytes);
    },
    isGood: () => badCount === 0,
    report(): string {
      const lines = [...statuses].sort(([one], [other]) => one - other).map(([status, n]) => `${named(status)}  ${n}`);
      const quarter = Math.max(Math.floor(resident.length / 4), 1);
      const [early, late] = [mean(resident.slice(quarter, 2 * quarter)), mean(resident.slice(-quarter))];
      const growth =
        early > 0 ? `, ${((100 * (late - early)) / early).toFixed(1)} % from the second to the last quarter` : '';
      const memory = `memory MB: ${resident.map(megabytes).join(' ')}${growth}`;
      const shown = bad.map((one) => JSON.stringify(one));
      return `${[...lines, memory, `bad answers: ${badCount}`, ...shown].join('\n')}\n`;
    },
  };
}

function named(status: number): string {
  if (status === -1) return 'hang';
  return status === 0 ? 'cut ' : ` ${status}`;
}

// With headers beyond what the port takes, the connection may be closed before all of the request is sent.
const isOversized = ({ path }: FuzzRequest) => path.length > 10_000;
const isBad = (request: FuzzRequest, status: number) =>
  status === -1 || status >= 500 || (status === 0 && !isOversized(request));
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
