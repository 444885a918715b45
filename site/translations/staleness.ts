import type { Section } from './sections.ts';
import type { Recorded } from './record.ts';

/** A section of a translation that its source has moved away from. */
export interface StaleSection {
  what: 'changed' | 'added' | 'removed';
  /**
   * The translation's section, counted from 0 (what stands before the first heading), or `null` when its sections do not
   * correspond to those it was translated from. What was added stands after this section.
   */
  at: number | null;
  /** The source's section as it is now; `null` for one that was removed. */
  source: number | null;
}

/** What changed in the source since a translation was made from the sections on record. */
export function staleSections(
  recorded: readonly Recorded[],
  source: readonly Section[],
  translation: readonly Section[],
): StaleSection[] {
  const isFlow = [...recorded, ...source].some(({ step }) => step !== '');
  const pairs = isFlow ? pairedById(recorded, source) : pairedInOrder(recorded, source);
  const place = (of: number): number | null => {
    if (of === 0) return 0;
    const step = recorded[of]?.step ?? '';
    if (step === '') return translation.length === recorded.length ? of : null;
    const at = translation.findIndex((section) => section.step === step);
    return at < 0 ? null : at;
  };
  let before = 0;
  return pairs.flatMap(([was, is]): StaleSection[] => {
    if (was !== null) before = was;
    if (was === null) return [{ what: 'added', at: place(before), source: is }];
    if (is === null) return [{ what: 'removed', at: place(was), source: null }];
    return recorded[was]?.hash === source[is]?.hash ? [] : [{ what: 'changed', at: place(was), source: is }];
  });
}

/** Places in the record and in the source that belong together. */
type Pair = readonly [was: number | null, is: number | null];

/** Steps of a flow have a name, and may change places. */
function pairedById(recorded: readonly Recorded[], source: readonly Section[]): Pair[] {
  const old = recorded.map(({ step }, was): Pair => {
    const is = source.findIndex((section) => section.step === step);
    return [was, is < 0 ? null : is];
  });
  const added = source.flatMap(({ step }, is): Pair[] =>
    recorded.some((known) => known.step === step) ? [] : [[null, is]],
  );
  return [...old, ...added];
}

/** Sections that are as they were hold the order; what lies between two of them belongs together from the front. */
function pairedInOrder(recorded: readonly Recorded[], source: readonly Section[]): Pair[] {
  const kept = longestCommon(
    recorded.map(({ hash }) => hash),
    source.map(({ hash }) => hash),
  );
  // The text before the first heading is always that, however much it changed.
  const hasOldIntro = kept[0]?.[0] === 0 && kept[0][1] === 0;
  const anchors: [number, number][] = hasOldIntro ? [] : [[0, 0]];
  for (const [was, is] of kept) if (hasOldIntro || (was > 0 && is > 0)) anchors.push([was, is]);
  anchors.push([recorded.length, source.length]);
  const pairs: Pair[] = [];
  let [was, is] = [0, 0];
  for (const [nextWas, nextIs] of anchors) {
    while (was < nextWas || is < nextIs) pairs.push([was < nextWas ? was++ : null, is < nextIs ? is++ : null]);
    if (nextWas < recorded.length) pairs.push([was++, is++]);
  }
  return pairs;
}

/** The longest run of places, in order, at which two lists have the same. */
function longestCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) common.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}
