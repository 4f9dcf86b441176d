import { bySpan, overlaps } from '../../model/span.ts';
import type { Candidate, MentionRefiner } from '../rules.ts';

/** Which kind keeps the words that two claim; people first, since a country inside a name is no country. */
const RANK: Readonly<Record<Candidate['kind'], number>> = {
  MINISTER: 0,
  OFFICIAL: 1,
  COUNTRY: 2,
  PLACE: 3,
  OFFICE: 4,
};

/** Leaves no two mentions that share a character: by kind, then the longer, then the earlier. */
export const removeOverlaps: MentionRefiner = {
  id: 'mention/overlaps',
  refine: (candidates) => {
    const kept: Candidate[] = [];
    let end = -1;
    for (const candidate of candidates.toSorted(bySpan)) {
      if (candidate.start >= end) {
        kept.push(candidate);
        end = candidate.end;
        continue;
      }
      const rivals = kept.filter((other) => overlaps(other, candidate));
      if (rivals.every((rival) => RANK[candidate.kind] < RANK[rival.kind])) {
        for (const rival of rivals) kept.splice(kept.indexOf(rival), 1);
        kept.push(candidate);
        end = Math.max(candidate.end, kept.at(-1)?.end ?? 0);
      }
    }
    return kept;
  },
};
