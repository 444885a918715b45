/** In how many posts a pair stood, and how many posts there were. */
export interface Counts {
  spam: number;
  honest: number;
}

/** What was learnt: of all posts, and of each pair. */
export interface Learnt {
  posts: Counts;
  pairs: ReadonlyMap<string, Counts>;
}

/** Stands for what was never seen: no pair is proof (Laplace's rule of succession). */
const unseen = 1;
/** A pair of a single post says more about that post than about its kind. */
const fewestPosts = 2;
/** So many pairs of no opinion come with every post: a word or two is not much of a reason. */
const ballast = 10;

/**
 * How much a post looks like spam: above 0 more than like an honest one. The weights of evidence of its pairs, which is
 * the logarithm of how much likelier each is in spam (naive Bayes), added up, and divided by the root of their number: pairs
 * beside each other say much the same, and a long post would be sure of everything. Kinds of posts count alike, however
 * many of each were judged: moderators see more spam than readers do.
 */
export function spamScore({ posts, pairs }: Learnt, ofPost: readonly string[]): number {
  let sum = 0;
  let known = 0;
  for (const pair of ofPost) {
    const { spam, honest } = pairs.get(pair) ?? { spam: 0, honest: 0 };
    if (spam + honest < fewestPosts) continue;
    known += 1;
    sum += Math.log(share(spam, posts.spam) / share(honest, posts.honest));
  }
  return sum / Math.sqrt(known + ballast);
}

function share(posts: number, all: number): number {
  return (posts + unseen) / (all + 2 * unseen);
}

/** Both together: `weight` of the first, and all of the second. */
export function together(first: Learnt, weight: number, second: Learnt): Learnt {
  const sum = (one: Counts | undefined, other: Counts | undefined): Counts => ({
    spam: weight * (one?.spam ?? 0) + (other?.spam ?? 0),
    honest: weight * (one?.honest ?? 0) + (other?.honest ?? 0),
  });
  const all = new Set([...first.pairs.keys(), ...second.pairs.keys()]);
  return {
    posts: sum(first.posts, second.posts),
    pairs: new Map([...all].map((pair) => [pair, sum(first.pairs.get(pair), second.pairs.get(pair))])),
  };
}
