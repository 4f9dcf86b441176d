import type { EventStatus, EventType } from '../model/event.ts';
import type { Span } from '../model/span.ts';
import type { PhraseWord } from './phrase-words.ts';
import type { Window } from './window.ts';

/** Words that only say how their neighbours are meant. */
export type SignKind = Exclude<
  PhraseWord['kind'],
  'TYPE' | 'STATUS' | 'HEADLINE' | 'ORDER' | 'TEXT' | 'TITLE' | 'UNANSWERABLE'
>;

/** What one stretch of a phrase is, by itself. */
export type Meaning =
  | { readonly kind: 'TYPE'; readonly type: EventType; readonly text: string | null }
  | { readonly kind: 'STATUS'; readonly status: EventStatus; readonly upcoming: boolean }
  | { readonly kind: 'HEADLINE'; readonly headline: boolean }
  | { readonly kind: 'ORDER'; readonly descending: boolean; readonly weak: boolean }
  | { readonly kind: 'COUNT'; readonly limit: number; readonly descending: boolean | null }
  | { readonly kind: 'DATE'; readonly window: Window }
  | { readonly kind: 'COUNTRY'; readonly codes: readonly string[] }
  | { readonly kind: 'PLACE'; readonly codes: readonly string[] }
  /** `titled`: with "minister" beside it; `alone`: an office that other countries have under the same name. */
  | {
      readonly kind: 'PORTFOLIO';
      readonly ids: readonly string[];
      readonly titled: boolean;
      readonly alone: boolean;
    }
  | { readonly kind: 'MINISTER'; readonly ids: readonly string[] }
  /** Holders of offices elsewhere. */
  | { readonly kind: 'OFFICIAL'; readonly ids: readonly string[] }
  /** "Mr", "Minister" before a name. */
  | { readonly kind: 'TITLE' }
  /** Words looked for in the text as they stand. `quoted`: the asker put them in quotation marks. */
  | { readonly kind: 'TEXT'; readonly quoted: boolean }
  | { readonly kind: 'UNANSWERABLE' }
  | { readonly kind: 'SIGN'; readonly signs: ReadonlySet<SignKind> }
  /** One word that nothing reads. */
  | { readonly kind: 'LEFT' };

/** A stretch of a phrase and its meaning; tokens inclusive. */
export type Item = Meaning & Span & { readonly first: number; readonly last: number };

/** A meaning and the last token that it covers. */
export interface Found {
  readonly meaning: Meaning;
  readonly last: number;
}
