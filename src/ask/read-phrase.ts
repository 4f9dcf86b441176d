import { isCalendarDate } from '../model/date.ts';
import type { Span } from '../model/span.ts';
import type { Names } from '../store/store.ts';
import { InterpretationBuilder } from './builder.ts';
import { exclude } from './exclude.ts';
import type { Interpretation } from './interpretation.ts';
import type { Item, SignKind } from './item.ts';
import { nameBook } from './names.ts';
import { type PhraseText, phraseText } from './phrase-text.ts';
import { recognise } from './recognise.ts';
import { leftTerms } from './text-terms.ts';
import { edtfOf } from './window.ts';

/** What a phrase is read against. */
export interface PhraseOptions {
  /** Countries, ministers, portfolios and officials of the graph; the same object again is read with the same index. */
  readonly vocabulary: Names;
  /** `YYYY-MM-DD` that "last year" counts from. */
  readonly today: string;
}

/**
 * Reads a question in plain words into a filter of events. Never throws on any phrase (a RangeError on a `today` that
 * is no date); the work is bounded: what follows the first 1,000 characters or 80 words is reported as ignored.
 *
 * Precedence: quoted words, then the longest reading at each place from the left, of equals dates, numbers, kinds and
 * statuses, offices, countries, ministers, officials. After "about" kinds and offices are words of the text. Words that nothing
 * reads are asked of the text too, but where they are spelt nearly like a name: those are ignored, and the name
 * suggested. Lists mean any of their values ("visits to Japan and China"), but countries that are "between", "both" or
 * joined by a hyphen must all take part. "all Vietnam defence events since 2005" gives countries VNM, the portfolios of
 * defence's lineage and associates, and from 2005-01-01.
 */
export function readPhrase(phrase: string, { vocabulary, today }: PhraseOptions): Interpretation {
  if (!isCalendarDate(today)) throw new RangeError(`expected today as YYYY-MM-DD, got "${today}"`);
  const text = phraseText(phrase, nameBook(vocabulary), today);
  const builder = new InterpretationBuilder(phrase);
  const items = recognise(text);
  new Walk(text, items, builder).run();
  if (text.end < phrase.length) builder.ignore({ start: text.end, end: phrase.length });
  return builder.finish(items.some(isAskingForAll));
}

function isAskingForAll(item: Item): boolean {
  return item.kind === 'SIGN' && (item.signs.has('COUNTED') || item.signs.has('HOME'));
}

type CountryItem = Extract<Item, { readonly kind: 'COUNTRY' | 'PLACE' }>;

/** Kinds of item that "not" does not reach over: they say something of the answer as a whole. */
const UNTOUCHED_BY_NOT: ReadonlySet<Item['kind']> = new Set(['DATE', 'ORDER', 'COUNT', 'HEADLINE']);

/** One pass over the items, with what the words before have set up. */
class Walk {
  readonly #text: PhraseText;
  readonly #items: readonly Item[];
  readonly #builder: InterpretationBuilder;
  /** "not" and what follows it, so far. */
  #exclusion: readonly Item[] = [];
  #pair = false;
  #about = false;
  #isContentSeen = false;
  #countries: CountryItem[] = [];

  constructor(text: PhraseText, items: readonly Item[], builder: InterpretationBuilder) {
    this.#text = text;
    this.#items = items;
    this.#builder = builder;
  }

  run(): void {
    for (let position = 0; position < this.#items.length; position++) {
      const item = this.#items[position];
      if (!item) return;
      if (this.#exclusion.length > 0 && !UNTOUCHED_BY_NOT.has(item.kind)) {
        this.#exclusion = [...this.#exclusion, item];
        continue;
      }
      this.#endExclusion();
      if (item.kind === 'SIGN') this.#sign(item, item.signs);
      else if (item.kind === 'LEFT') position = this.#left(position);
      else this.#read(item, this.#items[position - 1], this.#items[position + 1]);
      if (item.kind !== 'SIGN') this.#isContentSeen = true;
    }
    this.#endExclusion();
    this.#endCountries();
  }

  #endExclusion(): void {
    if (this.#exclusion.length > 0) exclude(this.#exclusion, this.#builder);
    this.#exclusion = [];
  }

  #sign(item: Item, signs: ReadonlySet<SignKind>): void {
    const joins = signs.has('AND') || signs.has('HOME') || signs.has('PAIR');
    if (!joins && !this.#isArticle(item)) this.#endCountries();
    if (signs.has('NOT')) this.#exclusion = [item];
    if (signs.has('PAIR')) this.#pair = true;
    if (signs.has('CERTAINLY')) this.#builder.certainly();
    if (signs.has('COUNTED') || signs.has('HOME')) this.#isContentSeen = true;
    if (signs.has('ABOUT_END')) this.#about = false;
    // "tell me about visits to Japan" asks for visits; "events about visits" for the word.
    if (signs.has('ABOUT')) this.#about = this.#isContentSeen || item.first === 0;
  }

  #isArticle(item: Item): boolean {
    return this.#text.tokens[item.first]?.key === 'the';
  }

  #read(
    item: Exclude<Item, { kind: 'SIGN' | 'LEFT' }>,
    previous: Item | undefined,
    next: Item | undefined,
  ): void {
    const builder = this.#builder;
    if (item.kind !== 'COUNTRY' && item.kind !== 'PLACE') {
      this.#endCountries();
      this.#pair = false;
    }
    switch (item.kind) {
      case 'DATE':
        this.#about = false;
        builder.date(item, item.window);
        break;
      case 'COUNT':
        builder.order(item, item.descending, item.limit);
        break;
      case 'ORDER':
        builder.order(item, item.descending, null);
        break;
      case 'HEADLINE':
        builder.headline(item, item.headline);
        break;
      case 'TYPE':
        if (this.#about) this.#asText(item);
        else this.#type(item);
        break;
      case 'STATUS':
        this.#status(item);
        break;
      case 'COUNTRY':
      case 'PLACE':
        this.#country(item);
        break;
      case 'PORTFOLIO':
        this.#portfolio(item, previous, next);
        break;
      case 'MINISTER':
        builder.list('ministers', item.ids);
        builder.part(this.#withTitle(item, previous), 'MINISTER', item.ids);
        break;
      case 'OFFICIAL':
        builder.list('officials', item.ids);
        builder.part(this.#withTitle(item, previous), 'OFFICIAL', item.ids);
        break;
      case 'TEXT':
        this.#asText(item);
        break;
      case 'UNANSWERABLE':
        builder.ignore(item);
        break;
      case 'TITLE':
        break;
    }
  }

  #type(item: Extract<Item, { kind: 'TYPE' }>): void {
    this.#builder.list('types', [item.type]);
    const asked = item.text !== null && this.#builder.term(item.text);
    this.#builder.part(item, 'TYPE', asked ? [item.type, item.text] : [item.type]);
  }

  #status(item: Extract<Item, { kind: 'STATUS' }>): void {
    this.#builder.list('statuses', [item.status]);
    const window = { from: this.#text.today, to: null };
    const dated = item.upcoming && this.#builder.narrow(window);
    this.#builder.part(item, 'STATUS', dated ? [item.status, edtfOf(window)] : [item.status]);
  }

  /** A person's name takes the title before it along: "Mr Goff", "Defence Minister Phil Goff". */
  #withTitle(item: Item, previous: Item | undefined): Span {
    const isTitle = previous?.kind === 'TITLE' || (previous?.kind === 'PORTFOLIO' && previous.titled);
    return { start: isTitle ? previous.start : item.start, end: item.end };
  }

  #portfolio(
    item: Extract<Item, { kind: 'PORTFOLIO' }>,
    previous: Item | undefined,
    next: Item | undefined,
  ): void {
    if (item.titled && (next?.kind === 'MINISTER' || next?.kind === 'OFFICIAL')) return;
    // "the Vietnamese prime minister" is not New Zealand's.
    if (this.#about || (item.alone && previous?.kind === 'COUNTRY')) {
      this.#asText(item);
      return;
    }
    this.#builder.list('portfolios', item.ids);
    this.#builder.part(item, 'PORTFOLIO', item.ids);
  }

  #asText(item: Item): void {
    const words = this.#text.phrase.slice(item.start, item.end).replace(/["“”]/g, '').trim();
    const quoted = item.kind === 'TEXT' && item.quoted;
    this.#builder.text(item, quoted || item.last > item.first ? `"${words}"` : words);
  }

  #country(item: CountryItem): void {
    if (this.#about && item.kind === 'PLACE') {
      this.#asText(item);
      return;
    }
    const isJoined = this.#text.tokens[item.first]?.gap === 'HYPHEN' && this.#countries.length > 0;
    const isListed = this.#pair || isJoined || this.#countries.length === 0;
    if (!isListed) this.#endCountries();
    if (isJoined) this.#pair = true;
    this.#countries.push(item);
  }

  /** Countries in a row end: a pair must all take part, of others any. */
  #endCountries(): void {
    const isPair = this.#pair && this.#countries.length > 1;
    for (const item of this.#countries) {
      // "Dominican" is of two countries, of which both cannot be meant.
      this.#builder.list(isPair && item.codes.length === 1 ? 'allCountries' : 'countries', item.codes);
      this.#builder.part(item, item.kind, item.codes);
      if (item.kind === 'PLACE') {
        const words = this.#text.phrase.slice(item.start, item.end);
        this.#builder.place(item, item.last > item.first ? `"${words}"` : words);
      }
    }
    if (this.#countries.length > 0) this.#pair = false;
    this.#countries = [];
  }

  /** Reads a run of words that nothing reads; gives the position of its last item. */
  #left(position: number): number {
    this.#endCountries();
    let last = position;
    while (this.#isNext(last)) last++;
    const run = this.#items.slice(position, last + 1).flatMap(({ first }) => this.#text.tokens[first] ?? []);
    leftTerms(this.#text, run, this.#builder);
    return last;
  }

  #isNext(position: number): boolean {
    const next = this.#items[position + 1];
    const gap = this.#text.tokens[next?.first ?? -1]?.gap;
    return next?.kind === 'LEFT' && (gap === 'SPACE' || gap === 'HYPHEN' || gap === 'DOT');
  }
}
