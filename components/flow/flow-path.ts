/** A question that was answered on the way to a step. */
export interface Answer {
  step: string;
  question: string;
  answer: string;
}

/** What a history entry knows about the way to its step. */
export interface Way {
  answers: Answer[];
  /** Whether a choice led here, so that the entry before it is the question. */
  isByChoice: boolean;
}

/** The way to the step of the address; `null` when that was opened by itself. */
export function wayHere(): Way | null {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'flowWay' in state ? (state.flowWay as Way) : null;
}

/** Keeps the way in the history entry: going back, forward or reloading finds it there. */
export function keepWay(way: Way): void {
  history.replaceState({ flowWay: way }, '');
}
