/** A forum with threads in every state, for looking at its pages; `fill-forum.ts` makes it. */
export type Language = 'ja' | 'en';

export const languages = ['ja', 'en'] as const;

/** The threads of a language, each in another state, by their order. */
export const states = [
  'solved',
  'unanswered',
  'long',
  'idea',
  'talk',
  'hostile',
  'locked',
  'pinned',
  'archived',
  'pending',
  'returned',
  'hidden',
  'removed',
  'merged',
] as const;
export type ThreadState = (typeof states)[number];

/** A board with threads, and one without. */
export const boards = { full: 'shoes', empty: 'returns' } as const;

/** Whoever began the threads: a member who can sign in. */
export const asker = {
  ja: { email: 'askerja@sample.aruku.example', name: '朝の散歩' },
  en: { email: 'askeren@sample.aruku.example', name: 'Marigold' },
  password: 'a walk before breakfast',
} as const;

/** The address of a thread. */
export function threadAt(language: Language, state: ThreadState): string {
  return `/${language}/forum/${numberOf(language, state)}/`;
}

/** The number of a thread. */
export function numberOf(language: Language, state: ThreadState): number {
  return languages.indexOf(language) * states.length + states.indexOf(state) + 1;
}
