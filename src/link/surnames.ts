import { byCode } from '../model/ids.ts';
import { placeInName } from './names.ts';
import { agrees, isNear, type Known, type Person, type Sighting } from './person.ts';

/** How far from a person's first and last sighting a bare surname can still be that person's. */
const SURNAME_DAYS = 3 * 365;
/** The same where the role agrees. */
const SURNAME_AND_ROLE_DAYS = 10 * 365;
/** A bare surname that is silent for longer comes back as another person. */
const SILENCE_DAYS = 5 * 365;
/** "President Clinton" is the Clinton named ten times as often as another President Clinton. */
const WELL_KNOWN_RATIO = 10;

interface Bearer extends Known {
  /** Whether the word is the last of the name: else it is the first, a surname in some languages only. */
  readonly surname: boolean;
}

/**
 * Gives the sightings of a bare surname to the people who bear it, one by one: to the only one near in time whose role
 * agrees, or to the only one at all unless the role contradicts. What is left becomes people of that bare name.
 */
export function placeSurname(
  word: string,
  own: readonly Sighting[],
  named: readonly Known[],
): readonly Person[] {
  const bearers = named.flatMap((known): Bearer[] => {
    const places = known.person.forms.map((form) => placeInName(word, form));
    if (places.includes('LAST')) return [{ ...known, surname: true }];
    return places.includes('FIRST') ? [{ ...known, surname: false }] : [];
  });
  // Decided for all before any is given away, so that no sighting sways another.
  const decided = own.map((sighting) => [sighting, bearerOf(sighting, bearers)] as const);
  for (const [sighting, person] of decided) person?.sightings.push(sighting);
  return divideSurname(
    word,
    decided.filter(([, person]) => person === null).map(([sighting]) => sighting),
  );
}

function bearerOf(sighting: Sighting, bearers: readonly Bearer[]): Person | null {
  const near = bearers.filter((bearer) => isNear(bearer, sighting.day, SURNAME_DAYS));
  const agreeing = wellKnown(near.filter(({ person }) => agrees(person, sighting) === 'AGREE'));
  const [first] = agreeing;
  if (first) return agreeing.length === 1 ? first.person : null;
  const [only] = near;
  if (only) {
    return near.length === 1 && only.surname && agrees(only.person, sighting) === 'UNKNOWN'
      ? only.person
      : null;
  }
  const far = bearers.filter(
    (bearer) =>
      isNear(bearer, sighting.day, SURNAME_AND_ROLE_DAYS) && agrees(bearer.person, sighting) === 'AGREE',
  );
  return far.length === 1 ? (far[0]?.person ?? null) : null;
}

/** Of several people with one role in one time the one who is named many times as often as each other, if any. */
function wellKnown(bearers: readonly Bearer[]): readonly Bearer[] {
  const [most, next] = [...bearers].sort((a, b) => b.person.sightings.length - a.person.sightings.length);
  if (!most || !next) return bearers;
  return most.person.sightings.length >= next.person.sightings.length * WELL_KNOWN_RATIO ? [most] : bearers;
}

/** A surname without a known bearer: one person until it is silent for years or another role takes it over. */
function divideSurname(word: string, rest: readonly Sighting[]): readonly Person[] {
  const people: Person[] = [];
  const inTime = [...rest].sort(
    (a, b) => (a.day ?? 0) - (b.day ?? 0) || byCode(a.releaseId, b.releaseId) || byCode(a.key, b.key),
  );
  for (const sighting of inTime) {
    const same = people.find((person) => {
      const silence = (sighting.day ?? 0) - (person.sightings.at(-1)?.day ?? 0);
      return silence <= SILENCE_DAYS && agrees(person, sighting) !== 'CONFLICT';
    });
    if (same) same.sightings.push(sighting);
    else people.push({ sightings: [sighting], forms: [[word]] });
  }
  return people;
}
