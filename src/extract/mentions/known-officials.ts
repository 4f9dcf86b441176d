import type { TitleWord } from '../../lexicon/entry.ts';
import { ownerOf } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';
import { takenTokens } from './ministers.ts';
import { officialOf } from './official-candidates.ts';
import { isFullName, isHomePerson, isOwnerNamed, knownOwner } from './official-owners.ts';
import { readNameAfter } from './person-names.ts';

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
