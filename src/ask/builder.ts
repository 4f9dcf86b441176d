import { byCode } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { EventFilter } from '../store/filters.ts';
import type { Interpretation, Part, Piece, Reading, Suggestion } from './interpretation.ts';
import { edtfOf, joinWindows, type Window } from './window.ts';

/** Terms of full text beyond these are not asked for. */
const MAX_TERMS = 12;

/** The filter's lists that phrases can fill. */
export type ListField = Extract<
  keyof EventFilter,
  | 'countries'
  | 'allCountries'
  | 'ministers'
  | 'officials'
  | 'portfolios'
  | 'types'
  | 'statuses'
  | 'notCountries'
  | 'notMinisters'
  | 'notPortfolios'
  | 'notOfficials'
  | 'notTypes'
>;

/** What of a phrase has been read so far. Values of a list mean "any of", but for countries that stand as a pair. */
export class InterpretationBuilder {
  readonly #phrase: string;
  readonly #parts: Part[] = [];
  readonly #ignored: Piece[] = [];
  readonly #suggestions: Suggestion[] = [];
  readonly #lists = new Map<string, Set<string>>();
  readonly #terms: string[] = [];
  readonly #places: { readonly span: Span; readonly term: string }[] = [];
  #window: Window | null = null;
  #certainly = false;
  #headline: boolean | null = null;
  #descending: boolean | null = null;
  #limit: number | null = null;

  constructor(phrase: string) {
    this.#phrase = phrase;
  }

  /** Adds values to a list of the filter. */
  list(field: ListField, values: readonly string[]): void {
    const list = this.#lists.get(field) ?? new Set();
    for (const value of values) list.add(value);
    this.#lists.set(field, list);
  }

  part(span: Span, reads: Reading, values: readonly string[], excluded = false): void {
    this.#parts.push({ ...this.#piece(span), reads, values, excluded });
  }

  ignore(span: Span): void {
    if (span.end > span.start) this.#ignored.push(this.#piece(span));
  }

  suggest(suggestion: Suggestion): void {
    this.#suggestions.push(suggestion);
    this.ignore(suggestion);
  }

  text(span: Span, term: string): void {
    if (this.term(term)) this.part(span, 'TEXT', [term]);
    else this.ignore(span);
  }

  /** Adds a full-text term without a part of its own; false where there are too many. */
  term(term: string): boolean {
    if (this.#terms.includes(term)) return true;
    if (this.#terms.length >= MAX_TERMS) return false;
    this.#terms.push(term);
    return true;
  }

  /** Narrows the dates asked for; false where the two contradict each other. */
  narrow(window: Window): boolean {
    const joined = this.#window ? joinWindows(this.#window, window) : window;
    if (joined) this.#window = joined;
    return joined !== null;
  }

  date(span: Span, window: Window): void {
    if (this.narrow(window)) this.part(span, 'DATE', [edtfOf(window)]);
    else this.ignore(span);
  }

  certainly(): void {
    this.#certainly = true;
  }

  headline(span: Span, headline: boolean): void {
    if (this.#headline !== null && this.#headline !== headline) {
      this.ignore(span);
      return;
    }
    this.#headline = headline;
    this.part(span, 'HEADLINE', [String(headline)]);
  }

  /** An order, a number of events, or both in one part, which then reads as the number. */
  order(span: Span, descending: boolean | null, limit: number | null): void {
    const contradicts = descending !== null && this.#descending !== null && this.#descending !== descending;
    if (contradicts || (limit !== null && this.#limit !== null && this.#limit !== limit)) {
      this.ignore(span);
      return;
    }
    this.#descending ??= descending;
    this.#limit ??= limit;
    const values = [
      ...(limit === null ? [] : [String(limit)]),
      ...(descending === null ? [] : [descending ? 'DATE_DESC' : 'DATE_ASC']),
    ];
    this.part(span, limit === null ? 'ORDER' : 'LIMIT', values);
  }

  /** A place stands for its country, and is asked of the text where it is all that the phrase says of countries. */
  place(span: Span, term: string): void {
    this.#places.push({ span, term });
  }

  /** `asksForAll`: some word says plainly that events are asked for, whichever they are. */
  finish(asksForAll: boolean): Interpretation {
    const [place] = this.#places;
    const countries =
      (this.#lists.get('countries')?.size ?? 0) + (this.#lists.get('allCountries')?.size ?? 0);
    const onlyPlace = place && this.#places.length === 1 && countries === 1 ? [place.term] : [];
    const terms = [...new Set([...this.#terms, ...onlyPlace])];
    const text = terms.length > 0 ? terms.join(' ') : null;
    const bySpan = (a: Span, b: Span) => a.start - b.start;
    return {
      phrase: this.#phrase,
      filter: this.#filter(text),
      text,
      order: { by: 'DATE', descending: this.#descending ?? true },
      limit: this.#limit,
      parts: this.#parts.sort(bySpan),
      ignored: this.#ignored.sort(bySpan),
      suggestions: this.#suggestions.sort(bySpan),
      understood: this.#parts.length > 0 || (asksForAll && this.#ignored.length === 0),
    };
  }

  #filter(text: string | null): EventFilter {
    const lists = [...this.#lists].map(([field, values]) => [field, [...values].sort(byCode)]);
    const { from = null, to = null } = this.#window ?? {};
    return {
      ...Object.fromEntries(lists),
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
      ...(this.#certainly && this.#window ? { certainly: true } : {}),
      ...(this.#headline === null ? {} : { headline: this.#headline }),
      ...(text === null ? {} : { text }),
    };
  }

  #piece({ start, end }: Span): Piece {
    return { text: this.#phrase.slice(start, end), start, end };
  }
}
