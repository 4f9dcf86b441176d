import type { Document, RolePhrase } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';

/** Offices whose New Zealand holder is meant where nothing else is said, by the folded words of the role's head. */
const OWN_OFFICES: Readonly<Record<string, string>> = {
  'prime minister': 'prime-minister',
  'deputy prime minister': 'deputy-prime-minister',
};
/** "the Prime Minister", "the Minister of Defence" without a name: a New Zealand minister by office alone. */
export const officeHolders: MentionParser = {
  id: 'office/role-alone',
  parse: (document, found) => {
    const people = found.filter(
      (candidate) => candidate.kind === 'MINISTER' || candidate.kind === 'OFFICIAL',
    );
    const candidates: Candidate[] = [];
    for (const role of document.roles) {
      const slug = slugOf(document, role);
      if (slug === null || isNamed(document, role, people) || hasForeignHolder(document, role, found))
        continue;
      if (isBesideStranger(document, role)) continue;
      const start = document.tokens[role.roleFirst]?.start ?? 0;
      const end = document.tokens[role.lastToken]?.end ?? 0;
      const span = { start, end, firstToken: role.roleFirst, lastToken: role.lastToken };
      candidates.push({ ...span, kind: 'OFFICE', target: slug, rule: 'office/role-alone' });
    }
    return candidates;
  },
};

function slugOf(document: Document, role: RolePhrase): string | null {
  if (role.of !== null || /s$/.test(role.head)) return null;
  const first = document.tokens[role.roleFirst];
  if (!first || first.shape === 'LOWER' || document.lexicon.words.notHolders.has(first.key)) {
    if (first?.key !== 'deputy' || role.head !== 'deputy prime minister') return null;
  }
  if (Object.hasOwn(OWN_OFFICES, role.head)) return OWN_OFFICES[role.head] ?? null;
  return role.head === 'minister' ? (role.slugs[0] ?? null) : null;
}

/** Whether the holder's name stands beside the office. */
function isNamed(document: Document, role: RolePhrase, people: readonly Candidate[]): boolean {
  const { tokens } = document;
  return people.some(({ firstToken, lastToken }) => {
    const afterRole =
      firstToken > role.lastToken &&
      firstToken - role.lastToken <= 4 &&
      onlyTitles(document, role.lastToken + 1, firstToken);
    const beforeRole =
      lastToken < role.firstToken &&
      role.firstToken - lastToken <= 2 &&
      tokens[lastToken + 1]?.gap === 'COMMA';
    return afterRole || beforeRole;
  });
}

function onlyTitles(document: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = document.tokens[i];
    if (!token || !document.lexicon.words.titleWords.has(token.key)) return false;
  }
  return true;
}

/**
 * Whether a name follows that is nobody's in the lexicon ("Prime Minister Lee and the", "Prime Minister Jan Peter
 * Balkenende"): another country's holder, then. A title in capitals ("Prime Minister Welcomes Report") is no name.
 */
function isBesideStranger(document: Document, role: RolePhrase): boolean {
  const { tokens, lexicon } = document;
  const [name, next] = [tokens[role.lastToken + 1], tokens[role.lastToken + 2]];
  if (name?.shape !== 'CAPITAL' || name.gap !== 'SPACE' || name.text.length < 2) return false;
  if (tokens[role.lastToken]?.key !== 'minister') return false;
  const sentence = document.sentenceOf[role.lastToken];
  if (document.sentenceOf[role.lastToken + 1] !== sentence) return false;
  const { commonWords, givenNames } = lexicon.words;
  if (role.head === 'prime minister' && givenNames.has(name.key)) return true;
  if (commonWords.has(name.key) || givenNames.has(name.key) || /[’']/.test(name.text)) return false;
  return /[.,;]/.test(document.text[name.end] ?? '') || next?.shape === 'LOWER';
}

/** Whether the last such office named before was another country's: "the Prime Minister" is its holder's then. */
function hasForeignHolder(document: Document, role: RolePhrase, found: readonly Candidate[]): boolean {
  const before = found.filter(
    (candidate) =>
      candidate.kind === 'OFFICIAL' &&
      candidate.lastToken < role.firstToken &&
      (candidate.role ?? '').toLowerCase().endsWith(role.head),
  );
  const last = before.at(-1);
  if (!last) return false;
  const sentence = document.sentenceOf[role.firstToken] ?? 0;
  return sentence - (document.sentenceOf[last.firstToken] ?? 0) <= 1;
}
