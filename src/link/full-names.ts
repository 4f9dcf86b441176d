import { isMisprint, isShorterForm, sameFullName } from './names.ts';
import {
  addSightings,
  agrees,
  isNear,
  type Known,
  knownNow,
  type NameWords,
  type Person,
  type Sighting,
} from './person.ts';
import { soleOffice } from './roles.ts';

/** One form of a name and all its sightings. */
export interface NameForm {
  readonly words: NameWords;
  readonly own: readonly Sighting[];
}

/** How far from a person's first and last sighting a shorter full name can still be that person's. */
const SHORT_FORM_DAYS = 6 * 365;
/** The same for a name of three words or more, which hardly anyone shares. */
const LONG_FORM_DAYS = 20 * 365;
/** The same for a misprint, which moreover is rare where the right form is not. */
const MISPRINT_DAYS = 2 * 365;
const MISPRINT_COUNT = 2;
/** Two of one surname in one office with no more than this between them are one. */
const OFFICE_DAYS = 2 * 365;

/**
 * Divides the full names of one country or organisation into people. `forms` come longest first, so that whatever a
 * name can be short for is there before it.
 */
export function peopleOfFullNames(forms: readonly NameForm[]): readonly Person[] {
  const people: Person[] = [];
  // Names that are one, or short for one another, share their last word or all their letters: few are compared.
  const byWord = new Map<string, Set<Person>>();
  for (const { words, own } of forms) {
    const similar = new Set([
      ...(byWord.get(words.at(-1) ?? '') ?? []),
      ...(byWord.get(words.join('')) ?? []),
    ]);
    const same = [...similar].find((person) => person.forms.some((form) => sameFullName(form, words)));
    if (same) addSightings(same, words, own);
    const person = same ?? placeShortForm({ words, own }, similar);
    if (person === null) continue;
    if (!same) people.push(person);
    for (const key of [...words, words.join('')]) {
      const known = byWord.get(key);
      if (known) known.add(person);
      else byWord.set(key, new Set([person]));
    }
  }
  mendMisprints(people);
  uniteHolders(people);
  return people.filter((person) => person.sightings.length > 0);
}

/**
 * A name goes as a whole to the only longer one near any of its sightings. Where there are several, they are one with
 * it if they only add something before it ("Hon Peter Costello", "Treasurer Peter Costello") and are rarer; else each
 * sighting goes to the only one near it, by role if need be. Gives the person that is left of this name; null where
 * all sightings are someone else's.
 */
function placeShortForm({ words, own }: NameForm, similar: ReadonlySet<Person>): Person | null {
  const days = words.length > 2 ? LONG_FORM_DAYS : SHORT_FORM_DAYS;
  const longer = [...similar]
    .filter((person) => person.sightings.length > 0)
    .filter((person) => person.forms.some((form) => isShorterForm(words, form)))
    .map(knownNow)
    .filter((known) => own.some((sighting) => isNear(known, sighting.day, days)));
  const [single] = longer;
  if (!single) return { sightings: [...own], forms: [words] };
  if (longer.length === 1 || longer.every(({ person }) => isTitled(person, { words, own }))) {
    for (const { person } of longer.slice(1)) absorb(single.person, person);
    addSightings(single.person, words, own);
    return null;
  }
  const rest: Sighting[] = [];
  for (const sighting of own) {
    const near = longer.filter((known) => isNear(known, sighting.day, days));
    const fitting =
      near.length > 1 ? near.filter(({ person }) => agrees(person, sighting) === 'AGREE') : near;
    const [only] = fitting;
    if (only && fitting.length === 1) addSightings(only.person, words, [sighting]);
    else rest.push(sighting);
  }
  return rest.length > 0 ? { sightings: rest, forms: [words] } : null;
}

function isTitled(person: Person, { words, own }: NameForm): boolean {
  const name = words.join(' ');
  return (
    person.sightings.length <= own.length && person.forms.some((form) => form.join(' ').endsWith(` ${name}`))
  );
}

function absorb(person: Person, other: Person): void {
  person.sightings.push(...other.sightings.splice(0));
  person.forms.push(...other.forms);
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
    const known = knownNow(only);
    const safe = person.sightings.every(
      (sighting) => isNear(known, sighting.day, MISPRINT_DAYS) && agrees(only, sighting) === 'AGREE',
    );
    if (safe) absorb(only, person);
  }
}

/**
 * Two people of one surname who held one and the same office within two years of each other are one, whatever the
 * given name: "Bob Zoellick" and "Robert Zoellick", Trade Representative; "Chem Deming" for "Chen Deming".
 */
function uniteHolders(people: readonly Person[]): void {
  const holders = new Map<string, Known[]>();
  for (const person of people) {
    const known = knownNow(person);
    const surnames = new Set(person.forms.map((form) => form.at(-1) ?? ''));
    const offices = new Set(person.sightings.flatMap(({ role }) => soleOffice(role) ?? []));
    for (const key of [...surnames].flatMap((surname) =>
      [...offices].map((office) => `${surname} ${office}`),
    )) {
      const group = holders.get(key);
      if (group) group.push(known);
      else holders.set(key, [known]);
    }
  }
  for (const group of holders.values()) {
    const inTime = group.sort((a, b) => a.first - b.first);
    for (const [index, later] of inTime.entries()) {
      const earlier = inTime.slice(0, index).find((known) => known.person.sightings.length > 0);
      if (!earlier || later.person.sightings.length === 0 || earlier.person === later.person) continue;
      const near = isNear(earlier, later.first, OFFICE_DAYS);
      if (near && !areTogether(earlier.person, later.person)) absorb(earlier.person, later.person);
    }
  }
}

/** Whether one release names both, which says that they are two. */
function areTogether(a: Person, b: Person): boolean {
  const releases = new Set(a.sightings.map((sighting) => sighting.release));
  return b.sightings.some((sighting) => releases.has(sighting.release));
}
