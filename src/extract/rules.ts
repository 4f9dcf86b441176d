import type { EventMention, Mention } from '../model/decomposition.ts';
import type { Document, MentionedDocument } from './document.ts';

/** A mention in the making. Parsers give many; refiners choose among them. */
export interface Candidate extends Mention {
  /** Indexes of the first and last token covered. */
  readonly firstToken: number;
  readonly lastToken: number;
  /** The name without ranks and honorifics, for people. */
  readonly name?: string;
  /** As the text gives it, without the country adjective, for officials. */
  readonly role?: string | null;
  /** Alpha-3 code or organisation, for officials; null where the text leaves it to the context. */
  readonly of?: string | null;
}

/** Finds mentions of one kind by one idea; gives nothing when unsure. */
export interface MentionParser {
  /** `area/rule-name`. */
  readonly id: string;
  readonly parse: (document: Document, found: readonly Candidate[]) => readonly Candidate[];
}

/** Chooses among candidates, mends or adds to them. */
export interface MentionRefiner {
  readonly id: string;
  readonly refine: (candidates: readonly Candidate[], document: Document) => readonly Candidate[];
}

/** Finds events by one idea; gives nothing when unsure. */
export interface EventParser {
  readonly id: string;
  readonly parse: (document: MentionedDocument) => readonly EventMention[];
}

/** Merges, filters or ranks events. */
export interface EventRefiner {
  readonly id: string;
  readonly refine: (events: readonly EventMention[], document: MentionedDocument) => readonly EventMention[];
}

/** The whole of what an extractor does, in order. */
export interface ExtractorConfiguration {
  readonly mentionParsers: readonly MentionParser[];
  readonly mentionRefiners: readonly MentionRefiner[];
  readonly eventParsers: readonly EventParser[];
  readonly eventRefiners: readonly EventRefiner[];
}
