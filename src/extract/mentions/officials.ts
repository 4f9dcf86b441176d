import type { TitleWord } from '../../lexicon/entry.ts';
import { lastKey } from '../../lexicon/ministers.ts';
import { type Document, ownerOf, type RolePhrase } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';
import { takenTokens } from './ministers.ts';
import {
  counterpartOwner,
  homelessOwner,
  impliedByContext,
  impliedOwner,
  inheritedOwner,
  isCounterpart,
  isFullName,
  isHomePerson,
  isOwnerNamed,
  knownOwner,
  nearbyOwner,
  ownerAfter,
  ownerBeforeNoun,
} from './official-owners.ts';
import { type PersonName, readNameAfter, readNameBefore } from './person-names.ts';
import { isPrivateOffice } from './public-offices.ts';

const MAX_HOLDERS = 6;
const MAX_BRACKET_WORDS = 14;
/** Titles after which a surname alone can name somebody known from abroad. */
const COURTESIES: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'dame',
  'lord',
  'senator',
  'chief',
  'ratu',
  'sheikh',
]);
const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'as',
  'former',
  'then',
  'now',
  'current',
]);

/** An office and then its holder: "Vietnamese Defence Minister Senior Lieutenant General Phung Quang Thanh". */
export const roleBeforeName: MentionParser = {
  id: 'official/role-before-name',
  parse: (document, found) => {
    const taken = takenTokens(found);
    const candidates: Candidate[] = [];
    for (const role of document.roles) {
      const inherited = inheritedOwner(document, role, candidates.at(-1)) ?? counterpartOwner(document, role);
      candidates.push(...holdersAfter(document, role, taken, inherited));
    }
    return candidates;
  },
};

/** A holder and then the office: "Peter Dutton, Australia’s Minister for Defence". */
export const nameBeforeRole: MentionParser = {
  id: 'official/name-before-role',
  parse: (document, found) => {
    const taken = takenTokens(found);
    const candidates: Candidate[] = [];
    for (const role of document.roles) {
      const of = role.of ?? (isForeignSign(document, role, found) ? impliedByContext(document, role) : null);
      if (role.home || of === null || isHeldAfter(role, found) || isPrivateOffice(document, role)) continue;
      const first = DETERMINERS.has(document.tokens[role.firstToken - 1]?.key ?? '')
        ? role.firstToken - 1
        : role.firstToken;
      if (document.tokens[first]?.gap !== 'COMMA') continue;
      const name = readNameBefore(document, first - 1);
      if (!name || taken.has(name.firstToken) || !isFullName(name)) continue;
      candidates.push(officialOf(document, name, role.role, of, 'official/name-before-role'));
    }
    return candidates;
  },
};

/** Whether an office without a country that follows a name is hardly New Zealand's: "Hon Mary Wooldridge, Minister for Mental Health". */
function isForeignSign(document: Document, role: RolePhrase, found: readonly Candidate[]): boolean {
  if (document.lexicon.words.foreignHeads.has(role.head)) return true;
  // All of New Zealand's ministers are known. "…, Minister of Trade Tim Groser said" names his office, not the one before.
  const isFielded = role.strong && /minister$/.test(role.head) && role.roleLast - role.roleFirst >= 2;
  return (
    isFielded &&
    !/minister$/i.test(role.role) &&
    !found.some(
      ({ kind, firstToken }) =>
        kind === 'MINISTER' && firstToken - role.lastToken >= 1 && firstToken - role.lastToken <= 4,
    )
  );
}

/** "her Vietnamese counterpart Phan Van Khai", "his Australian counterpart, Alexander Downer". */
export const counterparts: MentionParser = {
  id: 'official/counterpart',
  parse: (document, found) => {
    const taken = takenTokens(found);
    const candidates: Candidate[] = [];
    for (const token of document.tokens) {
      if (!isCounterpart(token)) continue;
      const of = ownerBeforeNoun(document, token.index) ?? nearbyOwner(document, token.index, 'COUNTRY');
      if (of === null) continue;
      const role = roleBefore(document, token.index);
      let from: number | null = token.index + 1;
      for (let i = 0; i < MAX_HOLDERS && from !== null; i++) {
        const next = document.tokens[from];
        if (next?.gap !== 'SPACE' && next?.gap !== 'COMMA') break;
        const name = readNameAfter(document, from);
        if (!name || isHomePerson(document, name)) break;
        if ((next.gap === 'COMMA' || i > 0) && !isFullName(name)) break;
        if (!taken.has(name.firstToken))
          candidates.push(officialOf(document, name, role, of, 'official/counterpart'));
        else if (i === 0 && token.key === 'counterpart') break;
        from = token.key === 'counterparts' ? listNext(document, name) : null;
      }
    }
    return candidates;
  },
};

/** People who are known to hold an office elsewhere, by full name ("Kofi Annan"). */
export const knownOfficials: MentionParser = {
  id: 'official/known',
  parse: (document, found) => {
    const taken = takenTokens(found);
    const candidates: Candidate[] = [];
    for (const { entry, start, end, firstToken, lastToken } of document.names) {
      if (entry.kind !== 'OFFICIAL' || taken.has(firstToken) || !isOwnerNamed(document, entry.of)) continue;
      const name = document.text.slice(start, end).replace(/\s+/g, ' ');
      const span = { firstToken, lastToken, titleToken: firstToken, name };
      candidates.push(officialOf(document, span, null, entry.of, 'official/known'));
    }
    return candidates;
  },
};

/** Whether the office has its holder after it: then the name before it belongs to another office of the list. */
function isHeldAfter(role: RolePhrase, found: readonly Candidate[]): boolean {
  return found.some(
    ({ rule, firstToken }) =>
      rule === 'official/role-before-name' && firstToken > role.lastToken && firstToken - role.lastToken <= 6,
  );
}

function holdersAfter(
  document: Document,
  role: RolePhrase,
  taken: ReadonlySet<number>,
  inherited: string | null,
): Candidate[] {
  const { tokens } = document;
  const candidates: Candidate[] = [];
  if (role.home || tokens[role.lastToken]?.possessive || isPrivateOffice(document, role)) return candidates;
  const plural = /s$/.test(role.head);
  let from = afterParenthesis(document, role.lastToken + 1);
  for (let i = 0; i < MAX_HOLDERS; i++) {
    const token = tokens[from];
    const opens = i === 0 && from > role.lastToken + 1;
    if (!token || !(token.gap === 'SPACE' || token.gap === 'COMMA' || opens || i > 0)) break;
    const name = readNameAfter(document, from);
    if (!name) break;
    if (taken.has(name.firstToken)) {
      // "Trade Ministers Tim Groser and Yoon Sang-jick": the first is at home, the second is not.
      const next = plural ? listNext(document, name) : null;
      if (next === null) break;
      from = next;
      continue;
    }
    if (isShouted(document, name) || isSigner(document, name, role)) break;
    // "In Oman Minister Goff": the country before belongs to what precedes.
    if (role.head === 'minister' && role.roleFirst === role.roleLast && isHomePerson(document, name)) break;
    if (
      i === 0 &&
      role.lastToken !== role.roleLast &&
      !isFullName(name) &&
      name.titleToken === name.firstToken
    )
      break;
    if (token.gap === 'COMMA' && i === 0 && !isFullName(name) && name.titleToken === name.firstToken) break;
    const of =
      role.of ??
      ownerAfter(document, name) ??
      impliedOwner(document, role, name) ??
      homelessOwner(document, name, inherited);
    if (of === null) break;
    candidates.push(officialOf(document, name, role.role, of, 'official/role-before-name'));
    if (!plural) break;
    const next = listNext(document, name);
    if (next === null) break;
    from = next;
  }
  return candidates;
}

/** After the "(USTR)" of "Trade Representative (USTR) Jamieson Greer". */
function afterParenthesis(document: Document, from: number): number {
  const token = document.tokens[from];
  const before = document.tokens[from - 1];
  if (!token || !before || document.text.slice(before.end, token.start) !== ' (') return from;
  return document.text.startsWith(') ', token.end) ? from + 1 : from;
}

/** "In Oman Minister Guy": a signer by surname, whatever country stands before. */
function isSigner(document: Document, name: PersonName, role: RolePhrase): boolean {
  const key = document.tokens[name.lastToken]?.key;
  // "Damen O’Connor": a signer's name with a misprint.
  if (isFullName(name) && role.of !== null) return false;
  return document.signers.some((signer) => lastKey(signer.name) === key);
}

/** Where the next name of a list begins; null where the list ends. */
function listNext(document: Document, name: PersonName): number | null {
  const next = document.tokens[afterBrackets(document, name.lastToken)];
  if (!next || (next.key !== 'and' && next.gap !== 'COMMA' && next.index === name.lastToken + 1)) return null;
  return next.key === 'and' ? next.index + 1 : next.index;
}

/** The token after the "(Chair of the Committee)" that follows a name, else the next token. */
function afterBrackets(document: Document, last: number): number {
  const { tokens, text } = document;
  const open = tokens[last + 1];
  if (!open || text.slice(tokens[last]?.end ?? 0, open.start) !== ' (') return last + 1;
  for (let i = last + 1; i < last + MAX_BRACKET_WORDS; i++) {
    const between = text.slice(tokens[i]?.end ?? 0, tokens[i + 1]?.start ?? 0);
    if (between.startsWith(')')) return /^\),? $/.test(between) ? i + 1 : last + 1;
  }
  return last + 1;
}

/** A single word in capitals after an office in capitals: "TRADE MINISTER DISAPPOINTED". */
function isShouted(document: Document, name: PersonName): boolean {
  const first = document.tokens[name.firstToken];
  const before = document.tokens[name.firstToken - 1];
  return !isFullName(name) && first?.shape === 'UPPER' && before?.shape === 'UPPER';
}

/** "Prime Minister" of "the Prime Minister and her Vietnamese counterpart": the office that counterparts share. */
function roleBefore(document: Document, token: number): string | null {
  const sentence = document.sentenceOf[token];
  const before = document.roles.filter(
    (role) => role.lastToken < token && document.sentenceOf[role.firstToken] === sentence,
  );
  return before.at(-1)?.role ?? null;
}

/** "US General Tom Franks", "Commodore Bainimarama": a military rank with a country, or with a known name. */
export const rankBeforeName: MentionParser = {
  id: 'official/rank-before-name',
  parse: (document, found) => {
    const taken = takenTokens(found);
    const candidates: Candidate[] = [];
    for (const match of document.matches) {
      const title = match.values.find((value): value is TitleWord => value.kind === 'TITLE')?.title;
      if (!title) continue;
      const name = readNameAfter(document, match.firstToken);
      if (!name || taken.has(name.firstToken) || name.firstToken <= match.lastToken) continue;
      // "Attorney-General, Senator George Brandis": no general.
      if (document.tokens[match.firstToken]?.gap === 'HYPHEN') continue;
      if (document.tokens[name.firstToken]?.gap === 'COMMA') continue;
      // "Mr Yudhoyono": a courtesy title is enough where the name is rare at home.
      const owner =
        title === 'RANK' && document.tokens[match.firstToken]?.gap === 'SPACE'
          ? ownerOf(document.nameAt[match.firstToken - 1])
          : null;
      const of = owner ?? knownOwner(document, name, title === 'HONORIFIC');
      if (of === null || isHomePerson(document, name)) continue;
      if (!isFullName(name) && knownOwner(document, name, false) === null) continue;
      // "Justice Cooper" is a judge at home.
      if (
        title === 'HONORIFIC' &&
        (isFullName(name) || !COURTESIES.has(document.tokens[match.firstToken]?.key ?? ''))
      )
        continue;
      const rank =
        title === 'RANK' ? document.text.slice(match.start, document.tokens[name.firstToken - 1]?.end) : null;
      candidates.push(officialOf(document, name, rank, of, 'official/rank-before-name'));
    }
    return candidates;
  },
};

function officialOf(
  document: Document,
  name: PersonName,
  role: string | null,
  of: string,
  rule: string,
): Candidate {
  const start = document.tokens[name.firstToken]?.start ?? 0;
  const end = document.tokens[name.lastToken]?.end ?? 0;
  const { firstToken, lastToken } = name;
  return { start, end, firstToken, lastToken, kind: 'OFFICIAL', target: '', name: name.name, role, of, rule };
}
