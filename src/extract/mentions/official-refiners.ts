import { slugify } from '../../model/ids.ts';
import { bySpan } from '../../model/span.ts';
import type { Document } from '../document.ts';
import type { Candidate, MentionRefiner } from '../rules.ts';
import { takenTokens } from './ministers.ts';
import { isSamePerson } from './person-names.ts';

/**
 * Joins the mentions of one official, "Prime Minister Tuilaepa" with "Tuilaepa Sailele Malielegaoi", and gives all
 * of them the fullest name, the first role and the key.
 */
export const uniteOfficials: MentionRefiner = {
  id: 'official/unite',
  refine: (candidates) => {
    const groups: Candidate[][] = [];
    const officials = candidates.filter((candidate) => candidate.kind === 'OFFICIAL').toSorted(bySpan);
    for (const official of officials.toSorted((a, b) => wordCount(b) - wordCount(a) || bySpan(a, b))) {
      const group = groups.find((members) => isSameOfficial(members[0], official));
      if (group) group.push(official);
      else groups.push([official]);
    }
    const united = new Map<Candidate, Candidate>();
    for (const group of groups) {
      const ordered = group.toSorted(bySpan);
      const name = group[0]?.name ?? '';
      const of = ordered.find((member) => member.rule !== 'official/known')?.of ?? ordered[0]?.of ?? '';
      const role = ordered.find((member) => member.role)?.role ?? null;
      const target = `${slugify(name)}@${slugify(of)}`;
      for (const member of group) united.set(member, { ...member, name, role, of, target });
    }
    return candidates.map((candidate) => united.get(candidate) ?? candidate);
  },
};

/** "Mr Downer", "President Bush", "Dr Wirajuda" once the text has said who they are. */
export const officialShortForms: MentionRefiner = {
  id: 'official/short-form',
  refine: (candidates, document) => {
    const officials = new Map<string, Candidate>();
    for (const candidate of candidates)
      if (candidate.kind === 'OFFICIAL') officials.set(candidate.target, candidate);
    if (officials.size === 0) return candidates;
    const byWord = new Map<string, Candidate>();
    for (const official of officials.values()) {
      for (const word of slugify(official.name ?? '').split('-'))
        if (word.length > 1 && !byWord.has(word)) byWord.set(word, official);
    }
    const taken = takenTokens(candidates);
    return [...candidates, ...shortForms(document, byWord, taken)];
  },
};

function shortForms(
  document: Document,
  byWord: ReadonlyMap<string, Candidate>,
  taken: ReadonlySet<number>,
): Candidate[] {
  const { tokens, lexicon } = document;
  const added: Candidate[] = [];
  for (const token of tokens) {
    const previous = tokens[token.index - 1];
    if (token.shape === 'LOWER' || taken.has(token.index) || !previous || previous.shape === 'LOWER')
      continue;
    const official = byWord.get(token.key);
    const titled =
      lexicon.words.shortHonorifics.has(previous.key) || lexicon.words.titleWords.has(previous.key);
    if (!official || !titled || (token.gap !== 'SPACE' && token.gap !== 'DOT')) continue;
    const { name, role, of, target } = official;
    const span = { start: token.start, end: token.end, firstToken: token.index, lastToken: token.index };
    added.push({ ...span, kind: 'OFFICIAL', target, name, role, of, rule: 'official/short-form' });
  }
  return added;
}

function isSameOfficial(a: Candidate | undefined, b: Candidate): boolean {
  return a?.name !== undefined && b.name !== undefined && isSamePerson(a.name, b.name);
}

function wordCount(candidate: Candidate): number {
  return candidate.lastToken - candidate.firstToken;
}
