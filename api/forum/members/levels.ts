/** Trust: what somebody did here opens what they may do, and closes it again. */
export const highestLevel = 3;

/** What a member has done, as levels look at it. */
export interface Record {
  daysVisited: number;
  threadsRead: number;
  /** That everybody sees. */
  posts: number;
  /** Answers that others accepted. */
  accepted: number;
  /** Posts that moderators refused. */
  postsRefused: number;
}

interface Rule {
  daysVisited: number;
  threadsRead: number;
  posts: number;
  accepted: number;
  /** At most so much of what they posted was refused, to come up, and to stay. */
  refusedShare: { toRise: number; toStay: number };
}

/** Who is promoted to which level, by what they have done; one level at a time. Everybody begins at 0. */
export const promotionRules: Readonly<{ [level: number]: Rule }> = {
  1: { daysVisited: 2, threadsRead: 5, posts: 2, accepted: 0, refusedShare: { toRise: 0.34, toStay: 0.5 } },
  2: { daysVisited: 15, threadsRead: 30, posts: 10, accepted: 1, refusedShare: { toRise: 0.1, toStay: 0.2 } },
  3: { daysVisited: 50, threadsRead: 100, posts: 50, accepted: 10, refusedShare: { toRise: 0.02, toStay: 0.05 } },
};

export interface Limits {
  /** More than these wait for a moderator. */
  postsInTenMinutes: number;
  linksPerPost: number;
  /** More than these are refused. */
  postsPerDay: number;
  picturesPerPost: number;
  flagsPerDay: number;
  /** For how long authors may edit a post: others have read it, and answered what it said. */
  editableMs: number;
}

const day = 86_400_000;

/** What each level may; staff may as much as the highest. */
export const limitsByLevel: readonly Limits[] = [
  { postsInTenMinutes: 3, postsPerDay: 10, linksPerPost: 1, picturesPerPost: 2, flagsPerDay: 5, editableMs: day },
  { postsInTenMinutes: 6, postsPerDay: 40, linksPerPost: 2, picturesPerPost: 4, flagsPerDay: 15, editableMs: 30 * day },
  {
    postsInTenMinutes: 10,
    postsPerDay: 80,
    linksPerPost: 5,
    picturesPerPost: 4,
    flagsPerDay: 30,
    editableMs: Infinity,
  },
  {
    postsInTenMinutes: 20,
    postsPerDay: 150,
    linksPerPost: 10,
    picturesPerPost: 4,
    flagsPerDay: 60,
    editableMs: Infinity,
  },
];

export function limitsOf(level: number): Limits {
  const limits = limitsByLevel[Math.min(Math.max(level, 0), highestLevel)];
  if (!limits) throw new Error(`There is no level ${level}`);
  return limits;
}

/** Where a record leads from a level: one up, down as far as it has to, or nowhere. */
export function levelFor(level: number, record: Record): number {
  const kept = keptFrom(level, record);
  if (kept < level) return kept;
  const rule = promotionRules[level + 1];
  return rule && meets(record, rule) ? level + 1 : level;
}

/** The highest level, no higher than this, that the refused posts allow to stay at. */
function keptFrom(level: number, record: Record): number {
  for (let kept = level; kept > 0; kept -= 1) {
    const rule = promotionRules[kept];
    if (rule && refusedShareOf(record) <= rule.refusedShare.toStay) return kept;
  }
  return 0;
}

function meets(record: Record, rule: Rule): boolean {
  return (
    record.daysVisited >= rule.daysVisited &&
    record.threadsRead >= rule.threadsRead &&
    record.posts >= rule.posts &&
    record.accepted >= rule.accepted &&
    refusedShareOf(record) <= rule.refusedShare.toRise
  );
}

/** How much of what somebody posted was refused; a single slip is none. */
function refusedShareOf({ posts, postsRefused }: Pick<Record, 'posts' | 'postsRefused'>): number {
  return postsRefused < 2 ? 0 : postsRefused / (posts + postsRefused);
}
