/** Gives a number from 0 to 1, 1 left out. */
export type Random = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One member; undefined of an empty list. */
export function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Up to `most` different members, in the list's order; a small number far more often than a large one. */
export function some<T>(random: Random, list: readonly T[], most: number): readonly T[] {
  const count = Math.floor(random() * random() * (most + 1));
  const taken = new Set(Array.from({ length: count }, () => Math.floor(random() * list.length)));
  return [...taken].sort((a, b) => a - b).flatMap((position) => list[position] ?? []);
}

/** A day between 2000 and 2019, `YYYY-MM-DD`. */
export function makeDay(random: Random): string {
  const part = (base: number, span: number) => String(base + Math.floor(random() * span)).padStart(2, '0');
  return `${part(2000, 20)}-${part(1, 12)}-${part(1, 28)}`;
}
