import type { LexiconEntry } from '../lexicon/entry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Match } from '../lexicon/matcher.ts';
import { type Token, tokenize } from '../lexicon/tokens.ts';
import type { NamedMinister } from '../model/decomposition.ts';
import type { Release } from '../model/release.ts';
import type { ChosenName, Document } from './document.ts';
import { findRoles } from './mentions/roles.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/** Which name wins where two cover the same words, the first being the strongest; other kinds are no names. */
const PRECEDENCE: readonly LexiconEntry['kind'][] = [
  'BLOCKER',
  'MINISTER',
  'OFFICIAL',
  'ORGANISATION',
  'COUNTRY',
  'PLACE',
];

/** Makes one release ready for reading: words, sentences, phrases of the lexicon, in one pass each. */
export function readDocument(release: Release, lexicon: Lexicon): Document {
  const { text } = release;
  const tokens = tokenize(text);
  const sentences = splitSentences(text, release.bodyStart, lexicon.words.abbreviations);
  const matches = lexicon.matcher.scan(tokens);
  const names = chooseNames(matches);
  const nameAt: (ChosenName | undefined)[] = new Array(tokens.length);
  for (const name of names) for (let i = name.firstToken; i <= name.lastToken; i++) nameAt[i] = name;
  const document = {
    release,
    lexicon,
    text,
    tokens,
    sentences,
    sentenceOf: placeTokens(tokens, sentences),
    matches,
    names,
    nameAt,
    signers: signersOf(release, lexicon),
    year: release.date === null ? null : Number(release.date.slice(0, 4)),
  };
  return { ...document, roles: findRoles(document) };
}

function placeTokens(tokens: readonly Token[], sentences: readonly Sentence[]): number[] {
  const places: number[] = new Array(tokens.length);
  let sentence = 0;
  for (const token of tokens) {
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.start ?? Infinity) <= token.start)
      sentence++;
    places[token.index] = sentence;
  }
  return places;
}

/** Longest first, from left to right: "New South Wales" hides "Wales", "South China Sea" hides "China". */
function chooseNames(matches: readonly Match<LexiconEntry>[]): ChosenName[] {
  const names: ChosenName[] = [];
  let free = 0;
  for (const match of matches) {
    if (match.firstToken < free) continue;
    const entry = strongest(match.values);
    if (!entry) continue;
    const { start, end, firstToken, lastToken } = match;
    names.push({ start, end, firstToken, lastToken, entry });
    free = lastToken + 1;
  }
  return names;
}

function strongest(entries: readonly LexiconEntry[]): LexiconEntry | null {
  let best: LexiconEntry | null = null;
  let bestRank = PRECEDENCE.length;
  for (const entry of entries) {
    const rank = PRECEDENCE.indexOf(entry.kind);
    if (rank !== -1 && rank < bestRank) {
      best = entry;
      bestRank = rank;
    }
  }
  return best;
}

function signersOf(release: Release, lexicon: Lexicon): NamedMinister[] {
  const signers = new Map<string, NamedMinister>();
  for (const raw of release.ministers) {
    const resolution = lexicon.resolveSigner(raw);
    if ('value' in resolution) signers.set(resolution.value.id, resolution.value);
  }
  return [...signers.values()];
}
