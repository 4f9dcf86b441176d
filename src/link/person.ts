import { compareRoles } from './roles.ts';

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

/** Words of a name, folded: see `nameWords`. */
export type NameWords = readonly string[];

/** All sightings that are one person of one country or organisation; grows while linking. */
export interface Person {
  readonly sightings: Sighting[];
  /** Every full form of the name; the one bare form where nothing fuller is known. */
  readonly forms: NameWords[];
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

/** A person and the days of the first and last sighting, as they are when one step of linking begins. */
export interface Known {
  readonly person: Person;
  readonly first: number;
  readonly last: number;
}

/** A person with the days of its sightings now; an empty window where none has a date. */
export function knownNow(person: Person): Known {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { day } of person.sightings) {
    if (day === null) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return { person, first, last };
}

/** Whether a day lies no more than `days` before the first or after the last sighting. */
export function isNear(known: Known, day: number | null, days: number): boolean {
  return day !== null && day >= known.first - days && day <= known.last + days;
}

/** Adds sightings under one form of the name. */
export function addSightings(person: Person, words: NameWords, own: readonly Sighting[]): void {
  person.sightings.push(...own);
  if (!person.forms.some((form) => form.join(' ') === words.join(' '))) person.forms.push(words);
}

/** Roles that far apart in time say nothing about each other: people rise. */
const ROLE_DAYS = 3 * 365;

/**
 * Whether a sighting's role fits a person: AGREE where one of the person's roles within three years agrees (or any
 * role, where none is so near), CONFLICT where all that are known contradict.
 */
export function agrees(person: Person, sighting: Sighting): 'AGREE' | 'CONFLICT' | 'UNKNOWN' {
  const { day, role } = sighting;
  const around = person.sightings.filter(
    (other) => other.day !== null && day !== null && Math.abs(other.day - day) <= ROLE_DAYS,
  );
  const compared = around.some((other) => other.role !== null) ? around : person.sightings;
  const answers = new Set(compared.map((other) => compareRoles(other.role, role)));
  return answers.has('AGREE') ? 'AGREE' : answers.has('CONFLICT') ? 'CONFLICT' : 'UNKNOWN';
}
