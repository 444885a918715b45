const firstMs = 60_000;
const longestMs = 6 * 3_600_000;
/** So many attempts take about a day. */
export const mostAttempts = 12;

/** How long to wait after so many attempts: a minute, doubled each time up to six hours, a quarter more or less. */
export function waitAfter(attempts: number, random: (bytes: number) => Buffer): number {
  const wait = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(wait * (0.75 + 0.5 * (random(4).readUInt32BE() / 0xffff_ffff)));
}
