const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** The time of a Date header, in milliseconds since the epoch; `null` when it is none, or none that can be. */
export function mailDate(header: string | null): number | null {
  if (header === null) return null;
  // Days of the week are written in every language, and say nothing.
  const given = header
    .slice(0, 100)
    .replaceAll(/\([^()]*\)/g, ' ')
    .replace(/^[^,\d]*,/, '');
  if (!/\d{1,2}[\s-]+[A-Za-z]{3,9}[\s-]+\d{2,4}|\d{4}-\d{2}-\d{2}/.test(given)) return null;
  // Without a zone, it is not the zone of this machine.
  const time = Date.parse(/(?:[+-]\d{4}|\b[A-Z]{1,4})\s*$/.test(given.trim()) ? given : `${given} +0000`);
  return Number.isFinite(time) && time >= earliest && time < latest ? time : null;
}
