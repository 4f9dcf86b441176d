import { byCode } from '../model/ids.ts';
import { compareRoles, isMisprint, isShorterForm, nameWords, placeInName, sameFullName } from './names.ts';

/** One official named in one release. */
export interface Sighting {
  /** Index of the release in the corpus. */
  readonly release: number;
  readonly releaseId: string;
  /** Day number of the release; null where it has no date. */
  readonly day: number | null;
  readonly date: string | null;
  /** Key in the release's decomposition. */
  readonly key: string;
  readonly name: string;
  readonly role: string | null;
}

/** All sightings that are one person of one country or organisation. */
export interface Person {
  readonly sightings: Sighting[];
  /** Folded full forms of the name; the one bare form where nothing fuller is known. */
  readonly forms: (readonly string[])[];
}

/** An official in the making. */
export interface OfficialRecord {
  readonly id: string;
  readonly name: string;
  /** Set by a correction; else the latest that a release gives. */
  readonly role?: string | null;
  /** Alpha-3 code, or the organisation's name. */
  readonly of: string;
  readonly sightings: readonly Sighting[];
}

/** How far from a person's first and last sighting a shorter full name can still be that person's. */
const SHORT_FORM_DAYS = 6 * 365;
/** The same for a bare surname. */
const SURNAME_DAYS = 3 * 365;
/** A bare surname that is silent for longer comes back as another person. */
const SURNAME_SILENCE_DAYS = 5 * 365;
/** The same for a misprint, which moreover is rare where the right form is not. */
const MISPRINT_DAYS = 2 * 365;
const MISPRINT_COUNT = 2;

/**
 * Divides the sightings of one country or organisation into people, precision first. Full names are one where they
 * are the same but for order, accents and hyphens; a shorter full name joins the only longer one it fits within six
 * years; a rare misprint joins the only common name that is one slip away, with the same role; a bare surname joins
 * the only person of that surname within three years whose role does not contradict, of several the only one with
 * the same role; else it stays by itself.
 */
export function findPeople(sightings: readonly Sighting[]): readonly Person[] {
  const forms = [...Map.groupBy(sightings, (sighting) => nameWords(sighting.name).join(' '))]
    .map(([text, own]) => ({ words: text.split(' '), own }))
    .sort((a, b) => b.words.length - a.words.length || byCode(a.words.join(' '), b.words.join(' ')));
  const people: Person[] = [];
  // Names that are one or short for one another share their words or their last word: few are compared.
  const byWord = new Map<string, Set<Person>>();
  for (const { words, own } of forms.filter((form) => form.words.length > 1)) {
    const similar = [...(byWord.get(words.at(-1) ?? '') ?? []), ...(byWord.get(words.join('')) ?? [])];
    const same = similar.find((person) => person.forms.some((form) => sameFullName(form, words)));
    const person = same ? join(same, words, own) : placeShortForms(words, own, similar);
    if (person === null) continue;
    if (person !== same) people.push(person);
    for (const key of [...words, words.join('')]) {
      const known = byWord.get(key);
      if (known) known.add(person);
      else byWord.set(key, new Set([person]));
    }
  }
  mendMisprints(people);
  const named = people.map((person): Known => ({ person, ...windowOf(person) }));
  const bare = forms
    .filter((form) => form.words.length === 1)
    .flatMap((form) => placeSurnames(form.words[0] ?? '', form.own, named));
  return [...people.filter((person) => person.sightings.length > 0), ...bare];
}

interface Known {
  readonly person: Person;
  readonly first: number;
  readonly last: number;
}

function windowOf(person: Person): { readonly first: number; readonly last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { day } of person.sightings) {
    if (day === null) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return { first, last };
}

function isNear(known: Omit<Known, 'person'>, day: number | null, days: number): boolean {
  return day !== null && day >= known.first - days && day <= known.last + days;
}

function join(person: Person, words: readonly string[], own: readonly Sighting[]): Person {
  person.sightings.push(...own);
  if (!person.forms.some((form) => form.join(' ') === words.join(' '))) person.forms.push(words);
  return person;
}

/**
 * Longer names come first, so that every name that this one can be short for is there. Gives the person that is left
 * of this name; null where all sightings are someone else's.
 */
function placeShortForms(
  words: readonly string[],
  own: readonly Sighting[],
  similar: readonly Person[],
): Person | null {
  const longer = [...new Set(similar)]
    .filter((person) => person.forms.some((form) => isShorterForm(words, form)))
    .map((person) => ({ person, ...windowOf(person) }));
  const rest: Sighting[] = [];
  for (const sighting of own) {
    const near = longer.filter((known) => isNear(known, sighting.day, SHORT_FORM_DAYS));
    const fitting = near.length > 1 ? withRole(near, sighting) : near;
    const [only] = fitting;
    if (only && fitting.length === 1) join(only.person, words, [sighting]);
    else rest.push(sighting);
  }
  return rest.length > 0 ? { sightings: rest, forms: [words] } : null;
}

function withRole(known: readonly Known[], sighting: Sighting): readonly Known[] {
  return known.filter(({ person }) => agrees(person, sighting) === 'AGREE');
}

/** AGREE where any of the person's roles within three years agrees; CONFLICT where all that are known contradict. */
function agrees(person: Person, sighting: Sighting): 'AGREE' | 'CONFLICT' | 'UNKNOWN' {
  const around = person.sightings.filter(
    (other) =>
      other.day !== null && sighting.day !== null && Math.abs(other.day - sighting.day) <= SURNAME_DAYS,
  );
  const answers = new Set(around.map((other) => compareRoles(other.role, sighting.role)));
  return answers.has('AGREE') ? 'AGREE' : answers.has('CONFLICT') ? 'CONFLICT' : 'UNKNOWN';
}

function mendMisprints(people: readonly Person[]): void {
  const misprinted = people.filter((person) => person.sightings.length <= MISPRINT_COUNT);
  const common = people.filter((person) => person.sightings.length > 2 * MISPRINT_COUNT);
  for (const person of misprinted) {
    const right = common.filter((other) =>
      other.forms.some((form) => person.forms.some((wrong) => isMisprint(wrong, form))),
    );
    const [only] = right;
    if (right.length !== 1 || !only) continue;
    const window = windowOf(only);
    const safe = person.sightings.every(
      (sighting) => isNear(window, sighting.day, MISPRINT_DAYS) && agrees(only, sighting) === 'AGREE',
    );
    if (safe) only.sightings.push(...person.sightings.splice(0));
  }
}

function placeSurnames(word: string, own: readonly Sighting[], named: readonly Known[]): readonly Person[] {
  const bearers = named.flatMap((known) => {
    const places = known.person.forms.map((form) => placeInName(word, form));
    return places.includes('LAST')
      ? [{ ...known, surname: true }]
      : places.includes('FIRST')
        ? [{ ...known, surname: false }]
        : [];
  });
  const rest: Sighting[] = [];
  const joined: (readonly [Person, Sighting])[] = [];
  for (const sighting of own) {
    const near = bearers.filter(
      (known) => known.person.sightings.length > 0 && isNear(known, sighting.day, SURNAME_DAYS),
    );
    const agreeing = withRole(near, sighting);
    const surnamed = near.filter((known) => known.surname);
    const [only] = agreeing.length === 1 ? agreeing : near.length === 1 ? surnamed : [];
    if (only && agrees(only.person, sighting) !== 'CONFLICT') joined.push([only.person, sighting]);
    else rest.push(sighting);
  }
  for (const [person, sighting] of joined) person.sightings.push(sighting);
  return divideSurname(word, rest);
}

/** A surname without a known bearer: one person until it is silent for years or another role takes it over. */
function divideSurname(word: string, rest: readonly Sighting[]): readonly Person[] {
  const people: Person[] = [];
  const inTime = [...rest].sort(
    (a, b) => (a.day ?? 0) - (b.day ?? 0) || byCode(a.releaseId, b.releaseId) || byCode(a.key, b.key),
  );
  for (const sighting of inTime) {
    const same = people.find((person) => {
      const last = person.sightings.at(-1)?.day ?? null;
      const silent = (sighting.day ?? 0) - (last ?? 0);
      return silent <= SURNAME_SILENCE_DAYS && agrees(person, sighting) !== 'CONFLICT';
    });
    if (same) same.sightings.push(sighting);
    else people.push({ sightings: [sighting], forms: [[word]] });
  }
  return people;
}
