import type { Lexicon } from '../lexicon/lexicon.ts';
import type {
  Decomposition,
  EventMention,
  Mention,
  NamedMinister,
  NamedOfficial,
} from '../model/decomposition.ts';
import { byCode } from '../model/ids.ts';
import type { Release } from '../model/release.ts';
import { bySpan } from '../model/span.ts';
import type { Document, MentionedDocument } from './document.ts';
import { readDocument } from './read-document.ts';
import { findReferences } from './references.ts';
import type { Candidate, ExtractorConfiguration } from './rules.ts';
import { findSpeakers } from './speakers.ts';

/** Reads one release. Pure: the same release gives the same decomposition. */
export type Extractor = (release: Release) => Decomposition;

/** Runs the parsers and refiners of a configuration in their order; knows no rule itself. */
export function createEngine(lexicon: Lexicon, configuration: ExtractorConfiguration): Extractor {
  return (release) => {
    const document = readMentions(release, lexicon, configuration);
    const events = readEvents(document, configuration);
    const countries = codesOf(document.mentions, 'COUNTRY');
    return {
      releaseId: release.id,
      countries,
      countriesByPlace: codesOf(document.mentions, 'PLACE').filter((code) => !countries.includes(code)),
      ministers: document.ministers,
      officials: document.officials,
      mentions: document.mentions,
      events,
    };
  };
}

/** The first half of extraction: the document with everything that it names, as event rules get it. */
export function readMentions(
  release: Release,
  lexicon: Lexicon,
  configuration: ExtractorConfiguration,
): MentionedDocument {
  const document = readDocument(release, lexicon);
  let candidates: readonly Candidate[] = [];
  for (const parser of configuration.mentionParsers) {
    const found = parser.parse(document, candidates);
    if (found.length > 0) candidates = [...candidates, ...found];
  }
  for (const refiner of configuration.mentionRefiners) candidates = refiner.refine(candidates, document);
  const sorted = candidates.toSorted(bySpan);
  const mentions = sorted.map(
    ({ start, end, kind, target, rule }): Mention => ({ start, end, kind, target, rule }),
  );
  const ministers = ministersOf(sorted, document);
  const officials = officialsOf(sorted);
  const references = findReferences(document, mentions);
  return {
    ...document,
    mentions,
    ministers,
    officials,
    references,
    speakers: findSpeakers(document, references),
  };
}

function readEvents(
  document: MentionedDocument,
  configuration: ExtractorConfiguration,
): readonly EventMention[] {
  let events: readonly EventMention[] = configuration.eventParsers.flatMap((parser) =>
    parser.parse(document),
  );
  for (const refiner of configuration.eventRefiners) events = refiner.refine(events, document);
  return events.toSorted(
    (a, b) => bySpan(a, b) || byCode(a.type, b.type) || byCode(a.date?.edtf ?? '', b.date?.edtf ?? ''),
  );
}

function codesOf(mentions: readonly Mention[], kind: 'COUNTRY' | 'PLACE'): string[] {
  const codes = new Set(mentions.filter((mention) => mention.kind === kind).map((mention) => mention.target));
  return [...codes].sort(byCode);
}

function ministersOf(sorted: readonly Candidate[], document: Document): NamedMinister[] {
  const ministers = new Map<string, NamedMinister>();
  for (const { kind, target, name } of sorted) {
    if (kind !== 'MINISTER' || ministers.has(target)) continue;
    const known = document.lexicon.ministerById.get(target);
    ministers.set(target, { id: target, name: known?.name ?? name ?? target });
  }
  return [...ministers.values()];
}

/** The refiners leave the same name, role and country on every candidate of one official. */
function officialsOf(sorted: readonly Candidate[]): NamedOfficial[] {
  const officials = new Map<string, NamedOfficial>();
  for (const { kind, target, name, role, of } of sorted) {
    if (kind !== 'OFFICIAL' || officials.has(target) || name === undefined || !of) continue;
    officials.set(target, { key: target, name, role: role ?? null, of });
  }
  return [...officials.values()];
}
