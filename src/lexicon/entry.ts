/** NAME: the country itself ("Viet Nam"); ADJECTIVE: "Vietnamese", which may stand for the people too. */
export type NameForm = 'NAME' | 'ADJECTIVE';

/** STRONG names count wherever they stand; WEAK ones ("Jordan", "Chad") need a sign beside them. */
export type NameStrength = 'STRONG' | 'WEAK';

/** A country's name or adjective. */
export interface CountryName {
  readonly kind: 'COUNTRY';
  readonly code: string;
  readonly form: NameForm;
  readonly strength: NameStrength;
}

/** A place inside a country. */
export interface PlaceName {
  readonly kind: 'PLACE';
  readonly code: string;
  readonly strength: NameStrength;
}

/** The full name of a New Zealand minister. */
export interface MinisterName {
  readonly kind: 'MINISTER';
  readonly id: string;
}

/** The full name of a foreign official who is often named without a country. */
export interface OfficialName {
  readonly kind: 'OFFICIAL';
  readonly name: string;
  /** Alpha-3 code or organisation. */
  readonly of: string;
}

/**
 * The head of an office's name. MINISTER heads take a field ("Defence Minister", "Minister of Defence"); the others
 * stand alone. WEAK: counts only with a country or organisation.
 */
export interface RoleName {
  readonly kind: 'ROLE';
  readonly head: 'MINISTER' | 'ALONE';
  readonly strength: NameStrength;
}

/** A field of government ("Defence", "Foreign Affairs"). */
export interface FieldName {
  readonly kind: 'FIELD';
  /** Slug of the New Zealand portfolio of that name; null where there is none. */
  readonly slug: string | null;
}

/** A phrase in which the names of countries and places are no references. */
export interface BlockerName {
  readonly kind: 'BLOCKER';
}

/** An international organisation. */
export interface OrganisationName {
  readonly kind: 'ORGANISATION';
  readonly name: string;
}

/** Mr, Dame, Hon ...: SHORT where a surname may follow alone; RANK: military and police ranks. */
export interface TitleWord {
  readonly kind: 'TITLE';
  readonly title: 'HONORIFIC' | 'RANK';
}

/** What a phrase of the lexicon can be, and the values that go with it. */
export type LexiconEntry =
  | CountryName
  | PlaceName
  | MinisterName
  | OfficialName
  | RoleName
  | FieldName
  | BlockerName
  | OrganisationName
  | TitleWord;
