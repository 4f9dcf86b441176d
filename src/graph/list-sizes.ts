/**
 * The most members that lists without a page size have, well above what any release of the corpus has brought about.
 * Fields cut what is longer, so that the size of an answer is known before it is made.
 */
export const LIST_SIZES = {
  countriesOfEvent: 40,
  peopleOfEvent: 20,
  portfoliosOfEvent: 20,
  evidence: 40,
  signers: 20,
  namedInRelease: 250,
  mentions: 500,
  terms: 80,
  officesOfLineage: 40,
  roles: 80,
  problemCodes: 20,
  keys: 2,
  types: 20,
  years: 400,
  mostShared: 10,
  drawnNodes: 201,
  kinds: 6,
  facets: 50,
  matches: 40,
  hops: 4,
  parts: 100,
  filterValues: 250,
  names: 3,
  accuracies: 40,
  /** Its rows are reckoned where their number is given: at the field that has `first`. */
  reckonedAbove: 1,
} as const;
export type ListName = keyof typeof LIST_SIZES;

/** What a field says of its list to those who reckon costs: `extensions.listSize` is the most members it can have. */
export function listSize(list: ListName): { readonly listSize: number } {
  return { listSize: LIST_SIZES[list] };
}

/** The list, cut to the most members that it may have. */
export function cut<T>(list: ListName, members: readonly T[]): readonly T[] {
  return members.length > LIST_SIZES[list] ? members.slice(0, LIST_SIZES[list]) : members;
}
