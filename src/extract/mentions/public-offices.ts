import { type Document, ownerOf, type RolePhrase } from '../document.ts';
import type { PersonName } from './person-names.ts';

const MAX_BODY_WORDS = 8;
const HEADS_OF_GOVERNMENT: ReadonlySet<string> = new Set(['chairman', 'chief executive']);

/**
 * Whether an office that companies and clubs have too is a private one: "chairman of Australian Rugby", "Secondary
 * Principals Association President"; "chairman of the Australian Fair Trade Commission" is public.
 */
export function isPrivateOffice(document: Document, role: RolePhrase): boolean {
  const { words } = document.lexicon;
  if (!words.corporateHeads.has(role.head)) return false;
  if (isAfterBody(document, role)) return true;
  if (role.of === null || !isCountry(document, role.of)) return false;
  // "Palestine’s Chairman", "Hong Kong Chief Executive": heads of government of that title.
  if (HEADS_OF_GOVERNMENT.has(role.head) && role.firstToken < role.roleFirst) return false;
  const isPresident = role.head.endsWith('president');
  const body = bodyWords(document, role);
  if (body.some((word) => words.privateBodies.has(word))) return true;
  return !isPresident && !body.some((word) => words.publicBodies.has(word));
}

/** Whether what is before an office without an owner is a body or its abbreviation: "party president". */
function isAfterBody(document: Document, role: RolePhrase): boolean {
  const { tokens, text, lexicon } = document;
  const previous = tokens[role.firstToken - 1];
  const first = tokens[role.firstToken];
  if (!previous || !first || role.of !== null) return false;
  if (/^\)\s/.test(text.slice(previous.end, first.start))) return true;
  if (first.gap !== 'SPACE') return false;
  return lexicon.words.privateBodies.has(previous.key) || (previous.possessive && previous.shape === 'LOWER');
}

/** The folded words of the body that an office names: "competition commission" of "head of the Korean Competition Commission". */
function bodyWords(document: Document, role: RolePhrase): string[] {
  const { tokens } = document;
  const keys: string[] = [];
  for (let i = role.firstToken; i < role.lastToken + MAX_BODY_WORDS; i++) {
    const token = tokens[i];
    if (!token) break;
    if (
      i > role.lastToken &&
      (token.gap !== 'SPACE' || (token.shape === 'LOWER' && !/^(of|for|and|the)$/.test(token.key)))
    )
      break;
    keys.push(token.key);
  }
  return keys;
}

function isCountry(document: Document, of: string): boolean {
  return document.names.some(
    ({ entry }) => (entry.kind === 'COUNTRY' || entry.kind === 'PLACE') && entry.code === of,
  );
}

/** "King Abdullah", "Princess Maxima": a royal, and none of New Zealand's own. */
export function isForeignRoyal(document: Document, role: RolePhrase, name: PersonName): boolean {
  const { words } = document.lexicon;
  if (!words.royalHeads.has(role.head)) return false;
  const previous = document.nameAt[role.firstToken - 1];
  if (previous && ownerOf(previous) === null) return false;
  for (let i = name.firstToken; i <= name.lastToken; i++) {
    if (words.ownRoyals.has(document.tokens[i]?.key ?? '')) return false;
  }
  return true;
}
