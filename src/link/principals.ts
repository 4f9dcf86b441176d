import { byCode } from '../model/ids.ts';

/** A signature for one office. */
export interface Signature {
  readonly ministerId: string;
  /** Day number of the release. */
  readonly day: number;
}

/**
 * What it costs to say that an office changed hands, in signatures that would otherwise be another's: high enough
 * that an associate's busy month is no change of minister, for the short terms are found in the gaps.
 */
const CHANGE_COST = 10;
/** A holder who is silent for so long while others sign twice or more does not hold the office meanwhile. */
const SILENT_DAYS = 300;
const SILENT_COUNT = 2;
/** A holder who still gives this share of the signatures, and so many, has not handed over. */
const INCUMBENT_SHARE = 0.3;
const INCUMBENT_COUNT = 5;
/** Who takes over and hands back within this time, while the holder goes on signing, stood in. */
const INTERLUDE_DAYS = 730;

/** Signatures `first` to `last` (both included), the first and last of them the holder's own. */
interface Stretch {
  readonly holder: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Who held an office in full at each of its signatures. The headers do not tell the minister from the associates and
 * stand-ins who sign under the same office name; but an office has one minister at a time, who signs most of its
 * releases and, having handed over, signs no more. So the stretches are chosen that explain the most signatures with
 * the fewest changes (a shortest path); a stretch runs from its holder's first to last signature in it, is broken where
 * the holder is long silent, and goes on where the holder signs on beside a busier associate; what is left between
 * stretches is divided the same way, unless its signer mostly signs inside the stretches of others, as associates do.
 *
 * @param signatures In order of time.
 * @returns The holder at each signature; null where the signature falls between stretches.
 */
export function findPrincipals(signatures: readonly Signature[]): readonly (string | null)[] {
  const principals: (string | null)[] = signatures.map(() => null);
  const stretches = keepIncumbents(divide(signatures, 0, signatures.length, new Set()), signatures);
  mark(stretches, principals);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [first, end] of gaps(principals)) {
      const found = divide(signatures, first, end, associates(signatures, principals, first, end));
      mark(found, principals);
      moved ||= found.length > 0;
    }
  }
  return principals;
}

function mark(stretches: readonly Stretch[], principals: (string | null)[]): void {
  for (const { holder, first, last } of stretches) principals.fill(holder, first, last + 1);
}

function* gaps(principals: readonly (string | null)[]): Generator<readonly [first: number, end: number]> {
  for (let first = 0; first < principals.length; first++) {
    if (principals[first] !== null) continue;
    let end = first;
    while (end < principals.length && principals[end] === null) end++;
    yield [first, end];
    first = end;
  }
}

/** Those who sign seldom in this gap, and no oftener than inside the stretches of others. */
function associates(
  signatures: readonly Signature[],
  principals: readonly (string | null)[],
  first: number,
  end: number,
): ReadonlySet<string> {
  const own = new Map<string, number>();
  const inside = new Map<string, number>();
  for (const [index, { ministerId }] of signatures.entries()) {
    const holder = principals[index];
    if (holder && holder !== ministerId) inside.set(ministerId, (inside.get(ministerId) ?? 0) + 1);
    if (index >= first && index < end) own.set(ministerId, (own.get(ministerId) ?? 0) + 1);
  }
  return new Set(
    [...own]
      .filter(([id, count]) => count < INCUMBENT_COUNT && count <= (inside.get(id) ?? 0))
      .map(([id]) => id),
  );
}

function divide(
  signatures: readonly Signature[],
  first: number,
  end: number,
  excluded: ReadonlySet<string>,
): readonly Stretch[] {
  const path = shortestPath(
    signatures.slice(first, end).map((signature) => signature.ministerId),
    excluded,
  );
  const stretches: Stretch[] = [];
  for (let at = 0; at < path.length; ) {
    const holder = path[at] ?? '';
    let next = at;
    while (next < path.length && path[next] === holder) next++;
    stretches.push(...ownStretches(signatures, holder, first + at, first + next));
    at = next;
  }
  return stretches;
}

/** The holder's signatures from `from` to before `end`, broken where silence is long and others sign meanwhile. */
function ownStretches(
  signatures: readonly Signature[],
  holder: string,
  from: number,
  end: number,
): readonly Stretch[] {
  const stretches: { holder: string; first: number; last: number }[] = [];
  for (let index = from; index < end; index++) {
    const signature = signatures[index];
    if (signature?.ministerId !== holder) continue;
    const open = stretches.at(-1);
    const silence = open ? signature.day - (signatures[open.last]?.day ?? 0) : 0;
    const broken = open && silence > SILENT_DAYS && index - open.last > SILENT_COUNT;
    if (open && !broken) open.last = index;
    else stretches.push({ holder, first: index, last: index });
  }
  return stretches;
}

/**
 * Takes back changes that were none: the earlier holder goes on signing, beside the other or after an interlude. What
 * the other signs after that is a gap to be divided anew.
 */
function keepIncumbents(stretches: readonly Stretch[], signatures: readonly Signature[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches) {
    const before = kept.at(-1);
    if (before && stretch.first <= before.last) continue;
    const last = before ? lastAsIncumbent(before, stretch, stretches, signatures) : null;
    if (before && last !== null) kept.splice(-1, 1, { ...before, last });
    else kept.push(stretch);
  }
  return kept;
}

/** The last signature of `before` as holder in spite of `after`; null where the office changed hands. */
function lastAsIncumbent(
  before: Stretch,
  after: Stretch,
  stretches: readonly Stretch[],
  signatures: readonly Signature[],
): number | null {
  const dayOf = (index: number): number => signatures[index]?.day ?? 0;
  const during: number[] = [];
  for (let index = after.first; index <= after.last; index++) {
    if (signatures[index]?.ministerId === before.holder) during.push(index);
  }
  const returned = stretches.find(({ holder, first }) => holder === before.holder && first > after.last);
  const interlude = returned ? dayOf(returned.first) - dayOf(before.last) : Number.POSITIVE_INFINITY;
  if (returned && interlude <= INTERLUDE_DAYS && during.length >= SILENT_COUNT) return returned.last;
  let last = before.last;
  let count = 0;
  for (const index of during) {
    if (dayOf(index) - dayOf(last) > SILENT_DAYS) break;
    last = index;
    count += 1;
  }
  const established = dayOf(before.last) - dayOf(before.first) >= SILENT_DAYS;
  const share = count / (last - before.last);
  return established && count >= INCUMBENT_COUNT && share >= INCUMBENT_SHARE ? last : null;
}

/** Viterbi over the signatures: a state a signer, one point a signature explained, CHANGE_COST a change. */
function shortestPath(signers: readonly string[], excluded: ReadonlySet<string>): readonly string[] {
  const states = [...new Set(signers)].filter((signer) => !excluded.has(signer)).sort(byCode);
  if (states.length === 0) return [];
  let scores = states.map(() => 0);
  const cameFrom: number[][] = [];
  for (const signer of signers) {
    const best = indexOfMost(scores);
    const came: number[] = [];
    scores = scores.map((score, state) => {
      const changed = (scores[best] ?? 0) - CHANGE_COST;
      came.push(changed > score ? best : state);
      return Math.max(changed, score) + (states[state] === signer ? 1 : 0);
    });
    cameFrom.push(came);
  }
  let state = indexOfMost(scores);
  const path: string[] = [];
  for (let step = signers.length - 1; step >= 0; step--) {
    path.push(states[state] ?? '');
    state = cameFrom[step]?.[state] ?? state;
  }
  return path.reverse();
}

function indexOfMost(scores: readonly number[]): number {
  let most = 0;
  for (let index = 1; index < scores.length; index++) {
    if ((scores[index] ?? 0) > (scores[most] ?? 0)) most = index;
  }
  return most;
}
