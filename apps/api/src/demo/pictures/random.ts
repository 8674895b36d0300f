/** A seeded stream of choices: the same seeds give the same stream on every machine. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  range(from: number, to: number): number;
  /** Whole number, both ends included. */
  int(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** Folds numbers and words into one 32-bit seed. */
function hashSeed(...parts: readonly (number | string)[]): number {
  let hash = 2166136261;
  for (const char of parts.join('|')) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  }
  return hash >>> 0;
}

export function random(...seeds: readonly (number | string)[]): Random {
  let state = hashSeed(...seeds);
  // mulberry32: tiny, fast and good enough for pictures
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const range = (from: number, to: number): number => from + (to - from) * next();
  const int = (from: number, to: number): number => Math.floor(range(from, to + 1));
  return {
    next,
    range,
    int,
    pick: <T>(items: readonly T[]): T => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from.');
      return item;
    },
    chance: (probability) => next() < probability,
  };
}
