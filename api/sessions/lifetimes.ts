import { isStaff, type Role } from '../access/rules.ts';
import type { SessionStage } from './tables.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long a session lives without being used, and at the longest (OWASP ASVS 5.0 7.1.1, 7.3). */
const lifetimes = {
  halfway: { idleMs: 10 * minuteMs, longestMs: 10 * minuteMs },
  staff: { idleMs: 12 * hourMs, longestMs: 7 * dayMs },
  member: { idleMs: 14 * dayMs, longestMs: 30 * dayMs },
} as const;

/** When a session that is used now ends, in milliseconds since the epoch. */
export function endOfSession(
  { role, stage, createdAt }: { role: Role; stage: SessionStage; createdAt: number },
  now: number,
): number {
  const { idleMs, longestMs } = lifetimes[stage === 'signed-in' ? (isStaff(role) ? 'staff' : 'member') : 'halfway'];
  return Math.min(now + idleMs, createdAt + longestMs);
}
