import { foldWord, type Token } from '../../lexicon/tokens.ts';
import { type ChosenName, type Document, ownerOf, type RolePhrase } from '../document.ts';
import type { Candidate } from '../rules.ts';
import { possibleMinisters } from './ministers.ts';
import { isSamePerson, type PersonName } from './person-names.ts';
import { isForeignRoyal } from './public-offices.ts';

/** Namesakes are common: a known name counts only where the text names the country or organisation as well. */
export function isOwnerNamed(document: Document, of: string): boolean {
  return document.names.some((name) => ownerOf(name) === of);
}

const MAX_COMMON_NAME = 5;

/** "US Trade Representative Robert Lighthizer, Commerce Secretary Wilbur Ross": the list is of one country. */
export function inheritedOwner(
  document: Document,
  role: RolePhrase,
  before: Candidate | undefined,
): string | null {
  if (!before?.of || role.firstToken - before.lastToken > 3 || before.lastToken >= role.firstToken)
    return null;
  for (let i = before.lastToken + 1; i < role.firstToken; i++) {
    if (!/^(and|the|as|well)$/.test(document.tokens[i]?.key ?? '')) return null;
  }
  return before.of;
}

/** The inherited country for a person who is not of New Zealand. */
export function homelessOwner(document: Document, name: PersonName, inherited: string | null): string | null {
  return isHomePerson(document, name) ? null : inherited;
}

/** "Ambassador Shotaro Oshima of Japan", "President Iloilo of Fiji". */
export function ownerAfter(document: Document, name: PersonName): string | null {
  const { tokens, nameAt } = document;
  const next = tokens[name.lastToken + 1];
  if (!next || isHomePerson(document, name)) return null;
  if (isEnclosedOwner(document, next.index)) return ownerOf(nameAt[next.index]);
  if (next.key !== 'of' || next.gap !== 'SPACE') return null;
  const first = tokens[next.index + 1]?.key === 'the' ? next.index + 2 : next.index + 1;
  return nameAt[first]?.entry.kind === 'COUNTRY' ? ownerOf(nameAt[first]) : null;
}

/** The "Brazil" of "Ambassador Marcos de Azambuja, Brazil" at the end of a line, and of "(Brazil)". */
export function isEnclosedOwner(document: Document, index: number): boolean {
  const { tokens, nameAt, text } = document;
  const name = nameAt[index];
  const token = tokens[index];
  if (!token || name?.entry.kind !== 'COUNTRY' || name.entry.form !== 'NAME') return false;
  const after = tokens[name.lastToken + 1];
  if (token.gap === 'COMMA')
    return !after || after.gap === 'BREAK' || text[name.end] === ';' || text[name.end] === ',';
  return text.slice(tokens[index - 1]?.end, token.start) === ' (' && text[name.end] === ')';
}

/** The country of an office that names none: a known person's, else one named nearby where the office is a strong sign. */
export function impliedOwner(document: Document, role: RolePhrase, name: PersonName): string | null {
  if (isHomePerson(document, name)) return null;
  const last = document.tokens[name.lastToken];
  const known = document.lexicon.officialsBySurname.get(last?.key ?? '');
  const sameName = known?.filter((official) => !isFullName(name) || official.name === name.name) ?? [];
  const everyOwner = new Set(sameName.map((official) => official.of));
  const owners =
    everyOwner.size > 1 ? new Set([...everyOwner].filter((of) => isOwnerNamed(document, of))) : everyOwner;
  const [owner] = owners;
  // The last word of an Asian name is no surname ("Goh Chok Tong"): alone and short it needs the country as well.
  const { givenNames } = document.lexicon.words;
  const western = sameName.some((official) => givenNames.has(foldWord(official.name.split(' ')[0] ?? '')));
  const certain =
    (western && role.strong) ||
    ((last?.key.length ?? 0) > MAX_COMMON_NAME && role.strong) ||
    isFullName(name) ||
    (owner !== undefined && isOwnerNamed(document, owner));
  // New Zealand's own envoys abroad are named by surname too.
  const isEnvoy = document.lexicon.words.envoys.has(role.head) && !isFullName(name);
  if (owners.size === 1 && owner !== undefined && certain && !isEnvoy) return owner;
  if (!role.strong && !isForeignRoyal(document, role, name)) return null;
  const nearby =
    (/secretary.general$/.test(role.head) ? nearbyOwner(document, role.firstToken, 'ORGANISATION') : null) ??
    nearbyOwner(document, role.firstToken, /general$/.test(role.head) ? 'ANY' : 'COUNTRY');
  // Every club has a president; ministers are fewer.
  const isRare = /minister|secretary of state|^king$|^queen$/.test(role.head);
  return nearby ?? (isRare && isFullName(name) ? mainOwner(document) : null);
}

/** The country of an office after a name that names none: one nearby, else the one that the text is about. */
export function impliedByContext(document: Document, role: RolePhrase): string | null {
  return nearbyOwner(document, role.firstToken, 'COUNTRY') ?? mainOwner(document);
}

/** The country that a text is about: the only one that its title names, else the only one that it names at all. */
function mainOwner(document: Document): string | null {
  const inTitle = new Set<string>();
  const inText = new Set<string>();
  const titleEnd = document.sentences.find((sentence) => !sentence.title)?.start ?? 0;
  for (const name of document.names) {
    const of = name.entry.kind === 'COUNTRY' || name.entry.kind === 'PLACE' ? name.entry.code : null;
    if (of === null) continue;
    inText.add(of);
    if (name.start < titleEnd) inTitle.add(of);
  }
  const [owner] = inTitle.size === 1 ? inTitle : inText;
  return owner !== undefined && (inTitle.size === 1 || inText.size === 1) ? owner : null;
}

/** The country of "his South Korean counterpart" right before an office. */
export function counterpartOwner(document: Document, role: RolePhrase): string | null {
  const { tokens } = document;
  const index = tokens[role.firstToken - 1]?.key === 'the' ? role.firstToken - 2 : role.firstToken - 1;
  const gap = tokens[index + 1]?.gap;
  if (!isCounterpart(tokens[index]) || (gap !== 'COMMA' && gap !== 'SPACE')) return null;
  return ownerBeforeNoun(document, index);
}

/** Whether a word is "counterpart" or "counterparts". */
export function isCounterpart(token: Token | undefined): boolean {
  // By length first: every word of a text is asked.
  if (!token || token.key.length < 11 || token.key.length > 12) return false;
  return token.key === 'counterpart' || token.key === 'counterparts';
}

/** The country or organisation named last before a token in its sentence or the one before, else next in its sentence. */
export function nearbyOwner(
  document: Document,
  token: number,
  kind: 'COUNTRY' | 'ORGANISATION' | 'ANY',
): string | null {
  const { names, sentenceOf } = document;
  const sentence = sentenceOf[token] ?? 0;
  let before: ChosenName | null = null;
  let after: ChosenName | null = null;
  for (const name of names) {
    const place = sentenceOf[name.firstToken] ?? 0;
    if (place < sentence - 1 || place > sentence || ownerOf(name) === null) continue;
    if (kind !== 'ANY' && (name.entry.kind === 'ORGANISATION') !== (kind === 'ORGANISATION')) continue;
    if (name.firstToken < token) before = name;
    else after ??= name;
  }
  return ownerOf(before ?? after ?? undefined);
}

/** "Vietnamese" of "Vietnamese counterpart" and "Vietnamese trade and defence counterpart". */
export function ownerBeforeNoun(document: Document, noun: number): string | null {
  for (let i = noun - 1; i >= noun - 5; i--) {
    const token = document.tokens[i];
    const of = ownerOf(document.nameAt[i]);
    if (of !== null || !token || token.gap !== 'SPACE') return of;
    if (token.shape !== 'LOWER' && document.lexicon.words.commonWords.has(token.key) === false) return null;
  }
  return null;
}

/** Whether a name is a New Zealand minister's: named in full, or a surname that can mean one. */
export function isHomePerson(document: Document, name: PersonName): boolean {
  for (let i = name.firstToken; i <= name.lastToken; i++) {
    if (document.nameAt[i]?.entry.kind === 'MINISTER') return true;
  }
  const last = document.tokens[name.lastToken];
  if (!last || name.lastToken !== name.firstToken) return false;
  return possibleMinisters(document, last, new Set()).length > 0;
}

/** Whether a name has more than one word. */
export function isFullName(name: PersonName): boolean {
  return name.lastToken > name.firstToken;
}

/**
 * The country or organisation of a person known by surname, where the text names it; null where none or several. A
 * full name must be the known one's.
 */
export function knownOwner(document: Document, name: PersonName, foreignOnly: boolean): string | null {
  const { officialsBySurname, words } = document.lexicon;
  const key = document.tokens[name.lastToken]?.key ?? '';
  const known = officialsBySurname.get(key);
  // "Mr Zhang" may be anybody.
  if (!known || (foreignOnly && key.length <= MAX_COMMON_NAME)) return null;
  const owners = new Set<string>();
  for (const official of known) {
    const isForeign = !words.givenNames.has(foldWord(official.name.split(' ')[0] ?? ''));
    if (foreignOnly && !isForeign) continue;
    if (isFullName(name) && !isSamePerson(official.name, name.name)) continue;
    if (isOwnerNamed(document, official.of)) owners.add(official.of);
  }
  const [owner] = owners;
  return owners.size === 1 && owner !== undefined ? owner : null;
}
