import type { EventDate } from './date.ts';
import type { Mention } from './decomposition.ts';
import type { EventStatus, EventType } from './event.ts';
import type { Problem } from './problem.ts';
import type { Span } from './span.ts';

/** The kinds of node that the graph has. */
export const NODE_KINDS = ['release', 'minister', 'country', 'portfolio', 'official', 'event'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Figures that every named node carries. Dates are those of releases, null where none has a date. */
export interface Seen {
  readonly releaseCount: number;
  readonly eventCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** A person who signed releases as a minister, or is known to have been one and is named in a release. */
export interface Minister extends Seen {
  /** Slug of the canonical name. */
  readonly id: string;
  /** Fullest usual name without honorifics. */
  readonly name: string;
  /** Strings as signed that mean this person, in code order. */
  readonly aliases: readonly string[];
}

/** A country or territory of ISO 3166-1, XKX, or a former state by its withdrawn code. */
export interface Country extends Seen {
  /** Alpha-3 code. */
  readonly id: string;
  /** Alpha-2 code; null where the code list has none. */
  readonly alpha2: string | null;
  readonly name: string;
  /** Other names that a reader may ask by, demonyms among them, in code order. */
  readonly aliases: readonly string[];
}

/** An office name under which ministers sign. */
export interface Portfolio extends Seen {
  readonly id: string;
  readonly name: string;
  /** Strings as signed that mean this office, in code order. */
  readonly aliases: readonly string[];
  /** Slug shared by all names that one office has had over time. */
  readonly lineage: string;
  /** For an associate's portfolio the id of the full office, else null. */
  readonly office: string | null;
}

/** A named holder of a public office elsewhere: one node a person and country (or organisation). */
export interface Official extends Seen {
  /** Slug of name and country code or organisation. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The latest role that a release gives, null where none does. */
  readonly role: string | null;
  /** Alpha-3 code, or null where the office is an organisation's. */
  readonly countryId: string | null;
  /** Name of the organisation, or null where the office is a country's. */
  readonly organisation: string | null;
  /** Every role as the releases give it, by first date. */
  readonly roles: readonly {
    readonly role: string;
    readonly first: string | null;
    readonly last: string | null;
  }[];
}

/** How a minister held a portfolio: in full, as acting, or as an associate or under-secretary. */
export type TermKind = 'MINISTER' | 'ACTING' | 'ASSOCIATE';
export const TERM_KINDS: readonly TermKind[] = ['MINISTER', 'ACTING', 'ASSOCIATE'];

/** A stretch of time in which a minister was seen signing for a portfolio: "seen", not "appointed". */
export interface Term {
  readonly ministerId: string;
  readonly portfolioId: string;
  readonly kind: TermKind;
  /** `YYYY-MM-DD` of the first and last release signed so. */
  readonly first: string;
  readonly last: string;
  readonly releaseCount: number;
}

/** Where the graph has a fact from. `quote === text.slice(start, end)` of the release's text, always. */
export interface Evidence extends Span {
  readonly eventId: string;
  readonly releaseId: string;
  readonly quote: string;
  /** The whole sentence around the quote. */
  readonly sentence: Span;
  readonly rule: string;
  /** What this release says of the event's status and date: the steps of the life cycle. */
  readonly status: EventStatus;
  readonly edtf: string | null;
  readonly headline: boolean;
}

/** One occurrence, merged over the releases that report it. */
export interface Event {
  /** Hash of its earliest mention (release, type, span); ids of merged mentions redirect to it. */
  readonly id: string;
  readonly type: EventType;
  /** The last step of the life cycle. */
  readonly status: EventStatus;
  readonly date: EventDate | null;
  /** Whether some release exists to report it. */
  readonly headline: boolean;
  /** One line for lists: the title of the release that exists to report it, else the quote, cut at a word. */
  readonly summary: string;
  readonly name: string | null;
  readonly place: string | null;
  /** Alpha-3 codes in code order. */
  readonly countries: readonly string[];
  /** Ids in code order. */
  readonly ministers: readonly string[];
  readonly officials: readonly string[];
  /** Ids of the portfolios of the releases that report it, in code order. */
  readonly portfolios: readonly string[];
  /** By release date, release id, then span; never empty. */
  readonly evidence: readonly Evidence[];
}

/** What linking adds to one release. */
export interface LinkedRelease {
  readonly id: string;
  /** The earliest release with the same body, null for an original. */
  readonly duplicateOf: string | null;
  /** Ids in the header's order. */
  readonly signers: readonly string[];
  readonly portfolios: readonly string[];
  /** Ministers named in the text (signing or not), in code order. */
  readonly named: readonly string[];
  readonly countries: readonly { readonly id: string; readonly byPlace: boolean }[];
  readonly officials: readonly string[];
  /** Mentions with `target` resolved to node ids; those that resolve to nothing left out. Kind OFFICE becomes MINISTER. */
  readonly mentions: readonly Mention[];
}

/** The whole graph over a set of releases; every list in canonical (code) order of its ids. */
export interface LinkedGraph {
  readonly releases: readonly LinkedRelease[];
  readonly ministers: readonly Minister[];
  readonly countries: readonly Country[];
  readonly portfolios: readonly Portfolio[];
  readonly officials: readonly Official[];
  readonly terms: readonly Term[];
  readonly events: readonly Event[];
  /** Ids of event mentions that were merged into another, and the event that they became. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** Found while linking (signers that are no person, ...). */
  readonly problems: readonly Problem[];
}
