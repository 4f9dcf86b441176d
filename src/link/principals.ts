import { byCode } from '../model/ids.ts';

/**
 * What it costs to say that an office changed hands, in signatures that would otherwise be another's: high enough
 * that an associate's busy month is no change of minister, for the real changes are found by the trimming below.
 */
const CHANGE_COST = 10;

/**
 * Who held an office in full at each of its signatures. The headers do not tell the minister from the associates and
 * stand-ins who sign under the same office name; but an office has one minister at a time, who signs most of its
 * releases. So the stretches are chosen that explain the most signatures with the fewest changes (a shortest path);
 * each stretch runs from its holder's first to last signature in it, and what is left between stretches is divided
 * the same way, unless its signer also signs inside the stretches of others, as associates do.
 *
 * @param signers The minister of each signature, in order of time.
 * @returns The holder at each signature; null where the signature falls between stretches.
 */
export function findPrincipals(signers: readonly string[]): readonly (string | null)[] {
  const principals: (string | null)[] = signers.map(() => null);
  divideSegment(signers, 0, signers.length, principals);
  const standIns = new Set(
    signers.filter((signer, index) => principals[index] && principals[index] !== signer),
  );
  let moved = true;
  while (moved) {
    moved = false;
    for (const [first, end] of gaps(principals)) {
      const candidates = signers.slice(first, end).filter((signer) => !standIns.has(signer));
      if (candidates.length === 0) continue;
      divideSegment(signers, first, end, principals, standIns);
      moved = true;
    }
  }
  return principals;
}

function* gaps(principals: readonly (string | null)[]): Generator<readonly [number, number]> {
  for (let first = 0; first < principals.length; first++) {
    if (principals[first] !== null) continue;
    let end = first;
    while (end < principals.length && principals[end] === null) end++;
    yield [first, end];
    first = end;
  }
}

function divideSegment(
  signers: readonly string[],
  first: number,
  end: number,
  principals: (string | null)[],
  excluded: ReadonlySet<string> = new Set(),
): void {
  const path = shortestPath(signers.slice(first, end), excluded);
  for (let at = 0; at < path.length; ) {
    const holder = path[at] ?? '';
    let next = at;
    while (next < path.length && path[next] === holder) next++;
    const own: number[] = [];
    for (let index = at; index < next; index++) if (signers[first + index] === holder) own.push(index);
    const [from, to] = [own[0], own.at(-1)];
    if (from !== undefined && to !== undefined) principals.fill(holder, first + from, first + to + 1);
    at = next;
  }
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
