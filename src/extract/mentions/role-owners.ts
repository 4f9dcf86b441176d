import { ownerOf } from '../document.ts';
import type { Head, RolelessDocument } from './role-fields.ts';

const ACROSS_HEADS = /^(commissioner|secretary|treasurer|minister|premier|adviser|advisor)$/;
const MAX_ACROSS_WORDS = 7;

/** What stands right before an office: its country or organisation, and whether it is New Zealand’s. */
export interface OwnerBefore {
  readonly first: number;
  readonly of: string | null;
  readonly home: boolean;
}

/** "Vietnamese", "Australia's new", "the EU" right before an office. */
export function ownerBefore(
  document: RolelessDocument,
  head: Head,
  roleFirst: number,
  free: number,
): OwnerBefore {
  const { tokens, nameAt } = document;
  let index = roleFirst - 1;
  const first = tokens[roleFirst];
  if (!first) return { first: roleFirst, of: null, home: false };
  const bracketed = ownerInBrackets(document, roleFirst, free);
  if (bracketed) return bracketed;
  if (first.gap !== 'SPACE' && first.gap !== 'HYPHEN') return { first: roleFirst, of: null, home: false };
  if (tokens[index]?.shape === 'LOWER' && document.lexicon.words.fillers.has(tokens[index]?.key ?? ''))
    index--;
  const token = tokens[index];
  if (!token || index < free) return { first: roleFirst, of: null, home: false };
  if (token.shape !== 'LOWER' && document.lexicon.words.homeWords.has(token.key))
    return { first: roleFirst, of: null, home: true };
  const name = nameAt[index];
  const of = ownerOf(name);
  if (name && isPartOfBody(document, name.firstToken)) {
    return {
      first: roleFirst,
      of: null,
      home: document.lexicon.words.homeWords.has(tokens[name.firstToken - 1]?.key ?? ''),
    };
  }
  // "FIFA President", "PPTA President": a body that the lexicon does not know.
  if (!name && isAcronym(token.text, token.shape)) return { first: roleFirst, of: null, home: true };
  if (!name || of === null || name.lastToken !== index) {
    const across = ownerAcross(document, head, index, free);
    return across ?? { first: roleFirst, of: null, home: false };
  }
  return { first: Math.max(free, name.firstToken), of, home: false };
}

/** The European Union of "European Commissioner". */
export function ownerInside(document: RolelessDocument, head: Head): string | null {
  const name = document.nameAt[head.first];
  return name && name.lastToken <= head.last ? ownerOf(name) : null;
}

/** The body of "World Health Organisation (WHO) Director-General". */
function ownerInBrackets(document: RolelessDocument, roleFirst: number, free: number): OwnerBefore | null {
  const { tokens, nameAt, text } = document;
  const short = tokens[roleFirst - 1];
  const body = nameAt[roleFirst - 2];
  if (!short || !body || body.entry.kind !== 'ORGANISATION' || body.firstToken < free) return null;
  if (text.slice(short.end, tokens[roleFirst]?.start) !== ') ' || text.slice(body.end, short.start) !== ' (')
    return null;
  return { first: body.firstToken, of: ownerOf(body), home: false };
}

/** The US of "US Customs and Border Protection Commissioner": a field that the lexicon does not know lies between. */
function ownerAcross(document: RolelessDocument, head: Head, from: number, free: number): OwnerBefore | null {
  const { tokens, nameAt, lexicon } = document;
  const { words } = lexicon;
  if (!ACROSS_HEADS.test(tokens[head.last]?.key ?? '')) return null;
  for (let i = from; i >= Math.max(free, from - MAX_ACROSS_WORDS); i--) {
    const token = tokens[i];
    if (!token || tokens[i + 1]?.gap !== 'SPACE') return null;
    const name = nameAt[i];
    const of = ownerOf(name);
    if (name && of !== null && i < from) {
      const first = Math.max(free, name.firstToken);
      return words.homeWords.has(tokens[first - 1]?.key ?? '') ? null : { first, of, home: false };
    }
    const isJoiner = i < from && (token.key === 'and' || token.key === 'of');
    if (!isJoiner && (token.shape === 'LOWER' || !words.commonWords.has(token.key))) return null;
    if (token.possessive || words.privateBodies.has(token.key) || words.homeWords.has(token.key)) return null;
  }
  return null;
}

function isAcronym(text: string, shape: string): boolean {
  return shape === 'UPPER' && text.length >= 3 && text.length <= 6;
}

/** "Iwi Leaders Forum Chair", "New Zealand’s Johannesburg Representative": the owner is part of a longer name. */
function isPartOfBody(document: RolelessDocument, first: number): boolean {
  const token = document.tokens[first];
  const previous = document.tokens[first - 1];
  if (!token || !previous || token.gap !== 'SPACE') return false;
  if (document.lexicon.words.homeWords.has(previous.key)) return true;
  if (document.nameAt[first]?.entry.kind !== 'ORGANISATION' || previous.possessive) return false;
  return (
    previous.shape === 'CAPITAL' &&
    document.sentences[document.sentenceOf[first] ?? 0]?.start !== previous.start
  );
}
