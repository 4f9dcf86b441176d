import { readLexiconFile } from './files.ts';
import { foldWord, tokenize } from './tokens.ts';

/** Small sets of words that rules ask about, as folded keys. */
export interface WordSets {
  /** Abbreviations after which a full stop ends no sentence, in lower case with inner dots ("u.s"). */
  readonly abbreviations: ReadonlySet<string>;
  /** Titles after which a surname may stand alone. */
  readonly shortHonorifics: ReadonlySet<string>;
  /** Every word of honorifics and ranks. */
  readonly titleWords: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  /** Capitalised words that are no part of a person's name. */
  readonly commonWords: ReadonlySet<string>;
  /** Ministers' surnames that are usual words as well. */
  readonly wordSurnames: ReadonlySet<string>;
  readonly postnominals: ReadonlySet<string>;
  readonly rolePrefixes: ReadonlySet<string>;
  /** Offices sent to a country. */
  readonly envoys: ReadonlySet<string>;
  /** Offices that New Zealand does not have. */
  readonly foreignHeads: ReadonlySet<string>;
  /** Words that make an office New Zealand's. */
  readonly homeWords: ReadonlySet<string>;
  /** Words between a country and an office. */
  readonly fillers: ReadonlySet<string>;
  /** Words before an office that make its holder another or a former one. */
  readonly notHolders: ReadonlySet<string>;
  /** Offices that companies and clubs have too. */
  readonly corporateHeads: ReadonlySet<string>;
  /** Words in the names of public and of private bodies. */
  readonly publicBodies: ReadonlySet<string>;
  readonly privateBodies: ReadonlySet<string>;
  /** Titles of royals, and the names of New Zealand's own. */
  readonly royalHeads: ReadonlySet<string>;
  readonly ownRoyals: ReadonlySet<string>;
  /** Words before and after a weak name of a country that make it count. */
  readonly weakSignsBefore: ReadonlySet<string>;
  readonly weakSignsAfter: ReadonlySet<string>;
  /** Names that are a language's too, and words that make them one. */
  readonly languages: ReadonlySet<string>;
  readonly languageSigns: ReadonlySet<string>;
  /** Languages without a country of that name: what is listed with them is a language. */
  readonly languagesOnly: ReadonlySet<string>;
  /** Words that make a name beside them a sea's or strait's. */
  readonly waters: ReadonlySet<string>;
  /** First words of what makes an adjective a community's. */
  readonly communityNouns: ReadonlySet<string>;
  /** New Zealand cities: an adjective after one is a community's. */
  readonly communityCities: ReadonlySet<string>;
  /** Peoples of New Zealand: adjectives in a list with them are communities'. */
  readonly homePeoples: ReadonlySet<string>;
  /** Nouns that make a place before them the name of a treaty, street or newspaper. */
  readonly things: ReadonlySet<string>;
  /** Names of countries that are surnames as well. */
  readonly surnames: ReadonlySet<string>;
}

/** Reads the word sets of people-words, roles and blockers. */
export function loadWordSets(): WordSets {
  const people = readLexiconFile('people-words');
  const blockers = readLexiconFile('blockers');
  const roles = readLexiconFile('roles');
  const { weakSigns } = readLexiconFile('countries');
  const keys = (phrases: readonly string[]) => new Set(phrases.map(phraseKey));
  const words = (phrases: readonly string[]) =>
    new Set(phrases.flatMap((phrase) => tokenize(phrase).map((t) => t.key)));
  return {
    abbreviations: new Set(people.abbreviations.map((word) => word.toLowerCase())),
    shortHonorifics: keys(people.shortHonorifics),
    titleWords: words([...people.honorifics, ...people.ranks]),
    particles: keys(people.particles),
    givenNames: keys(people.givenNames),
    commonWords: keys(people.commonWords),
    wordSurnames: keys(people.wordSurnames),
    postnominals: keys(people.letters),
    rolePrefixes: keys(roles.prefixes),
    envoys: keys(roles.envoys),
    foreignHeads: keys(roles.foreignHeads),
    homeWords: keys(roles.homeWords),
    fillers: keys(roles.fillers),
    notHolders: keys(roles.notHolders),
    corporateHeads: keys(roles.corporateHeads),
    publicBodies: keys(roles.publicBodies),
    privateBodies: keys(roles.privateBodies),
    royalHeads: keys(roles.royalHeads),
    ownRoyals: keys(roles.ownRoyals),
    weakSignsBefore: keys(weakSigns.before),
    weakSignsAfter: keys(weakSigns.after),
    languages: keys(blockers.languages.names),
    languageSigns: keys(blockers.languages.signs),
    languagesOnly: keys(blockers.languages.only),
    waters: keys(blockers.waters),
    things: keys(blockers.things),
    surnames: keys(blockers.surnames),
    communityNouns: keys(blockers.communities.nouns),
    communityCities: keys(blockers.communities.cities),
    homePeoples: keys(blockers.communities.peoples),
  };
}

/** The folded words of a phrase, joined by blanks. */
export function phraseKey(phrase: string): string {
  return phrase
    .split(/[\s-]+/)
    .map(foldWord)
    .join(' ');
}

/** Takes honorifics before a name and letters after it away: "Rt Hon Winston Peters KC" gives "Winston Peters". */
export function createStripTitles(): (name: string) => string {
  const people = readLexiconFile('people-words');
  const honorifics = new Set(
    [...people.honorifics.flatMap((phrase) => phrase.split(' ')), 'Rt', 'The'].map(foldWord),
  );
  const letters = new Set(people.letters.map(foldWord));
  return (name) => {
    const words = name.split(' ').filter((word) => word !== '');
    while (words.length > 1 && honorifics.has(foldWord(words[0] ?? ''))) words.shift();
    while (words.length > 1 && letters.has(foldWord((words.at(-1) ?? '').replace(/,$/, '')))) words.pop();
    return words.join(' ').replace(/,$/, '');
  };
}
