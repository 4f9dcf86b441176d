import type { MinisterEntry } from '../../lexicon/lexicon.ts';
import { type Token, tokenize } from '../../lexicon/tokens.ts';
import type { Document } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';

const NONE: readonly MinisterEntry[] = [];

/** Full names of people who had been ministers by the year of the release, and of all who sign it. */
export const ministerNames: MentionParser = {
  id: 'minister/full-name',
  parse: (document) => {
    const signers = new Set(document.signers.map((signer) => signer.id));
    const candidates: Candidate[] = [];
    for (const { entry, start, end, firstToken, lastToken } of document.names) {
      if (entry.kind !== 'MINISTER') continue;
      const minister = document.lexicon.ministerById.get(entry.id);
      if (!minister || !(signers.has(entry.id) || wasMinister(minister, document.year))) continue;
      const span = { start, end, firstToken, lastToken };
      candidates.push({
        ...span,
        kind: 'MINISTER',
        target: entry.id,
        name: minister.name,
        rule: 'minister/full-name',
      });
    }
    return candidates;
  },
};

/** Full names of signers whom the lexicon does not know. */
export const signerNames: MentionParser = {
  id: 'minister/signer',
  parse: (document) => {
    const unknown = document.signers.filter((signer) => !document.lexicon.ministerById.has(signer.id));
    return unknown.flatMap(({ id, name }) => {
      const keys = tokenize(name).map((token) => token.key);
      const candidates: Candidate[] = [];
      for (const token of document.tokens) {
        const last = document.tokens[token.index + keys.length - 1];
        if (token.key !== keys[0] || !last || !keysMatch(document, token.index, keys)) continue;
        const span = { start: token.start, end: last.end, firstToken: token.index, lastToken: last.index };
        candidates.push({ ...span, kind: 'MINISTER', target: id, name, rule: 'minister/signer' });
      }
      return candidates;
    });
  },
};

/** "Mr Goff", "Prime Minister Clark", "Ministers Goff and Sutton", and in titles "Goff". */
export const ministerSurnames: MentionParser = {
  id: 'minister/surname',
  parse: (document, found) => {
    const taken = takenTokens(found);
    const named = new Set(found.filter((c) => c.kind === 'MINISTER').map((c) => c.target));
    const candidates: Candidate[] = [];
    for (const token of document.tokens) {
      if (token.shape === 'LOWER' || taken.has(token.index)) continue;
      const possible = possibleMinisters(document, token, named);
      if (possible.length === 0) continue;
      const first = surnameStart(document, token, possible[0]);
      const titled = titleBefore(document, first, candidates);
      const minister = titled
        ? pickTitled(document, token, possible, named, titled)
        : pickBare(document, token, first, possible, named);
      const start = document.tokens[first];
      if (!minister || !start) continue;
      const rule = titled ? 'minister/titled-surname' : 'minister/bare-surname';
      const span = { start: start.start, end: token.end, firstToken: first, lastToken: token.index };
      candidates.push({ ...span, kind: 'MINISTER', target: minister.id, name: minister.name, rule });
    }
    return candidates;
  },
};

/** Whether somebody had been a minister by a year; true where the year is not known. */
export function wasMinister(minister: MinisterEntry, year: number | null): boolean {
  return year === null || minister.from === null || minister.from <= year;
}

/** Indexes of the tokens that people candidates cover. */
export function takenTokens(found: readonly Candidate[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { kind, firstToken, lastToken } of found) {
    if (kind !== 'MINISTER' && kind !== 'OFFICIAL') continue;
    for (let i = firstToken; i <= lastToken; i++) taken.add(i);
  }
  return taken;
}

/** The ministers whom a surname alone can mean here: signers, those named in full, those in office. */
export function possibleMinisters(
  document: Document,
  token: Token,
  named: ReadonlySet<string>,
): readonly Pick<MinisterEntry, 'id' | 'name' | 'surname' | 'gender' | 'from' | 'until'>[] {
  const { lexicon, signers, year } = document;
  const known = lexicon.ministersBySurname.get(token.key) ?? NONE;
  if (known === NONE && signers.every((signer) => lexicon.ministerById.has(signer.id))) return NONE;
  const isSigner = (id: string) => signers.some((signer) => signer.id === id);
  const own = known.filter(({ id }) => named.has(id) || isSigner(id));
  if (own.length > 0) return own;
  const unknown = signers.filter(
    (signer) => !lexicon.ministerById.has(signer.id) && surnameKey(signer.name) === token.key,
  );
  if (unknown.length > 0) {
    return unknown.map(({ id, name }) => ({
      id,
      name,
      surname: name,
      gender: null,
      from: null,
      until: null,
    }));
  }
  const inOffice = known.filter(
    (minister) => wasMinister(minister, year) && (minister.until ?? 9999) >= (year ?? 0),
  );
  if (inOffice.length > 0) return inOffice;
  const isPremier = isAfterPrimeMinister(document, token);
  return known.filter(
    (minister) =>
      wasMinister(minister, year) &&
      (isPremier ? wasPrimeMinister(document, minister.id) : (minister.until ?? 0) >= (year ?? 0) - 12),
  );
}

function isAfterPrimeMinister({ tokens }: Document, token: Token): boolean {
  return tokens[token.index - 1]?.key === 'minister' && tokens[token.index - 2]?.key === 'prime';
}

function wasPrimeMinister(document: Document, id: string): boolean {
  return document.lexicon.primeMinisters.some(({ ministerId }) => ministerId === id);
}

function surnameKey(name: string): string {
  return tokenize(name).at(-1)?.key ?? '';
}

function keysMatch(document: Document, first: number, keys: readonly string[]): boolean {
  return keys.every((key, i) => document.tokens[first + i]?.key === key);
}

/** The first token of a surname of several words ("van Velden", "Lees-Galloway") that ends here. */
function surnameStart(
  document: Document,
  token: Token,
  minister: { readonly surname: string } | undefined,
): number {
  const keys = tokenize(minister?.surname ?? '').map((word) => word.key);
  const first = token.index - keys.length + 1;
  return keys.length > 1 && first >= 0 && keysMatch(document, first, keys) ? first : token.index;
}

/** The title right before a surname ("mr", "minister"), or the one of a list that it continues. */
function titleBefore(document: Document, first: number, found: readonly Candidate[]): string | null {
  const { tokens, lexicon } = document;
  const previous = tokens[first - 1];
  const token = tokens[first];
  if (!previous || !token) return null;
  const joined = token.gap === 'SPACE' || token.gap === 'DOT';
  if (
    joined &&
    !previous.possessive &&
    previous.shape !== 'LOWER' &&
    lexicon.words.shortHonorifics.has(previous.key)
  ) {
    return previous.key;
  }
  const before = found.at(-1);
  const inList = previous.key === 'and' || token.gap === 'COMMA';
  if (!inList || !before || before.rule !== 'minister/titled-surname') return null;
  const from = previous.key === 'and' ? first - 2 : first - 1;
  const plural = tokens[before.firstToken - 1]?.key;
  return before.lastToken === from && (plural === 'ministers' || plural === 'messrs') ? plural : null;
}

function pickTitled(
  document: Document,
  token: Token,
  possible: ReturnType<typeof possibleMinisters>,
  named: ReadonlySet<string>,
  title: string,
) {
  const next = document.tokens[token.index + 1];
  // "Dr Graham Scott": what follows the title is a given name.
  if (next?.gap === 'SPACE' && !token.possessive && isNameLike(document, next)) return null;
  const gender = /^(mr|sir|messrs|lord)$/.test(title)
    ? 'M'
    : /^(ms|mrs|miss|dame|lady)$/.test(title)
      ? 'F'
      : null;
  const fitting = possible.filter((minister) => !gender || !minister.gender || minister.gender === gender);
  const minister = fitting[0];
  if (!minister) return null;
  const own = named.has(minister.id) || document.signers.some((signer) => signer.id === minister.id);
  if (own) return minister;
  if (fitting.length > 1 || isNamedOtherwise(document, token)) return null;
  return minister;
}

/** Whether the text has the surname after another given name somewhere: "Kevin Goff" makes "Mr Goff" nobody known. */
function isNamedOtherwise(document: Document, surname: Token): boolean {
  const { tokens, lexicon, nameAt } = document;
  return tokens.some((token) => {
    if (token.key !== surname.key || token.shape === 'LOWER' || token.gap !== 'SPACE') return false;
    if (nameAt[token.index]?.entry.kind === 'MINISTER') return false;
    const previous = tokens[token.index - 1];
    return (
      previous !== undefined &&
      previous.shape !== 'LOWER' &&
      !previous.possessive &&
      !lexicon.words.shortHonorifics.has(previous.key) &&
      !lexicon.words.commonWords.has(previous.key)
    );
  });
}

/** A bare surname counts in titles and, where it is no usual word, for signers in the body. */
function pickBare(
  document: Document,
  token: Token,
  first: number,
  possible: ReturnType<typeof possibleMinisters>,
  named: ReadonlySet<string>,
) {
  const { tokens, lexicon, nameAt, sentences, sentenceOf, signers } = document;
  const minister = possible[0];
  const sentence = sentences[sentenceOf[token.index] ?? 0];
  if (!minister || !sentence || nameAt[token.index]) return null;
  const isSigner = signers.some((signer) => signer.id === minister.id);
  if (!isSigner && !named.has(minister.id)) return null;
  const previous = tokens[first - 1];
  const next = tokens[token.index + 1];
  const inSentence = (other: Token | undefined) =>
    other !== undefined && sentenceOf[other.index] === sentence.index;
  if (inSentence(previous) && previous && tokens[first]?.gap !== 'COMMA' && isNameLike(document, previous))
    return null;
  const isWord = lexicon.words.wordSurnames.has(token.key);
  const nextLower = inSentence(next) && next?.shape === 'LOWER' && next.gap === 'SPACE';
  if (sentence.title) {
    if (!isWord) return minister;
    const opens = tokens[first]?.start === sentence.start;
    return isSigner && opens && (token.possessive || (nextLower && isVerbAhead(document, token.index + 1)))
      ? minister
      : null;
  }
  return isSigner && !isWord && (nextLower || token.possessive) ? minister : null;
}

/** "welcomes", "to visit", but not the "to the" of "Power to the people". */
function isVerbAhead(document: Document, index: number): boolean {
  const word = document.tokens[index]?.key ?? '';
  if (word !== 'to') return /s$/.test(word);
  const next = document.tokens[index + 1];
  return next?.shape === 'LOWER' && !/^(the|a|an|all|our|your|their|be)$/.test(next.key);
}

function isNameLike(document: Document, token: Token): boolean {
  if (token.shape === 'LOWER' || token.shape === 'NUMBER') return false;
  const { words } = document.lexicon;
  return (
    words.givenNames.has(token.key) ||
    (token.shape === 'CAPITAL' && !words.commonWords.has(token.key) && !/s$/.test(token.key))
  );
}
