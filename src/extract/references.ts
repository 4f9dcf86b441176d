import type { Mention } from '../model/decomposition.ts';
import { bySpan } from '../model/span.ts';
import type { Document, Reference } from './document.ts';

/** Subject pronouns that can stand for a person, as folded keys. */
const PRONOUNS: ReadonlyMap<string, 'F' | 'M'> = new Map([
  ['he', 'M'],
  ['his', 'M'],
  ['him', 'M'],
  ['she', 'F'],
  ['her', 'F'],
]);

const H = 'h'.charCodeAt(0);
const S = 's'.charCodeAt(0);

/**
 * Every stretch that stands for a named person: the person mentions themselves, and pronouns, which take the last
 * person of a fitting gender (where it is known) of the same or the sentence before. Quotations have pronouns of
 * their own and are left out.
 */
export function findReferences(document: Document, mentions: readonly Mention[]): Reference[] {
  const people: Reference[] = [];
  for (const { start, end, kind, target } of mentions) {
    if (kind === 'MINISTER' || kind === 'OFFICIAL') people.push({ start, end, kind, target, form: 'NAME' });
  }
  if (people.length === 0) return people;
  const pronouns: Reference[] = [];
  let next = 0;
  const before: Reference[] = [];
  for (const token of document.tokens) {
    while (next < people.length && (people[next]?.end ?? Infinity) <= token.start) {
      const person = people[next++];
      if (person) before.push(person);
    }
    const gender = isShort(token.key) ? PRONOUNS.get(token.key) : undefined;
    if (!gender || isQuoted(document, token.index)) continue;
    const person = lastOf(document, before, gender, token.index);
    if (person) {
      const { kind, target } = person;
      pronouns.push({ start: token.start, end: token.end, kind, target, form: 'PRONOUN' });
    }
  }
  return [...people, ...pronouns].sort(bySpan);
}

/** Two or three letters that begin as a pronoun does: few words are looked up. */
function isShort(key: string): boolean {
  if (key.length > 3) return false;
  const first = key.charCodeAt(0);
  return first === H || first === S;
}

function isQuoted(document: Document, tokenIndex: number): boolean {
  const token = document.tokens[tokenIndex];
  const sentence = document.sentences[document.sentenceOf[tokenIndex] ?? 0];
  if (!token || !sentence) return false;
  return sentence.quotes.some((quote) => quote.start <= token.start && token.end <= quote.end);
}

function lastOf(
  document: Document,
  before: readonly Reference[],
  gender: 'F' | 'M',
  tokenIndex: number,
): Reference | null {
  const sentence = document.sentences[document.sentenceOf[tokenIndex] ?? 0];
  const from = document.sentences[(sentence?.index ?? 0) - 1]?.start ?? sentence?.start ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const person = before[i];
    if (!person || person.start < from) return null;
    const known =
      person.kind === 'MINISTER' ? document.lexicon.ministerById.get(person.target)?.gender : null;
    if (!known || known === gender) return person;
  }
  return null;
}
