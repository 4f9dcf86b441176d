import { lastKey } from '../../lexicon/ministers.ts';
import type { Document, RolePhrase } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';
import { takenTokens } from './ministers.ts';
import { afterParenthesis, listNext, officialOf } from './official-candidates.ts';
import {
  counterpartOwner,
  homelessOwner,
  impliedByContext,
  impliedOwner,
  inheritedOwner,
  isCounterpart,
  isFullName,
  isHomePerson,
  nearbyOwner,
  ownerAfter,
  ownerBeforeNoun,
} from './official-owners.ts';
import { type PersonName, readNameAfter, readNameBefore } from './person-names.ts';
import { isPrivateOffice } from './public-offices.ts';

const MAX_HOLDERS = 6;
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

/** "In Oman Minister Guy": a signer by surname, whatever country stands before. */
function isSigner(document: Document, name: PersonName, role: RolePhrase): boolean {
  const key = document.tokens[name.lastToken]?.key;
  // "Damen O’Connor": a signer's name with a misprint.
  if (isFullName(name) && role.of !== null) return false;
  return document.signers.some((signer) => lastKey(signer.name) === key);
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
