import type { Found } from './item.ts';
import { isWeakOffice, lexiconAt, type OfficeName } from './names.ts';
import { type PhraseText, signEnd } from './phrase-text.ts';

/**
 * An office: "defence", "Defence Minister", "Minister for Climate Change", "associate health". A name that is too usual
 * a word ("state", "Auckland") needs "minister" or "portfolio" beside it.
 */
export function officeAt(text: PhraseText, index: number): Found | null {
  const start = (signEnd(text, index, 'OFFICE_KIND') ?? index - 1) + 1;
  const read = readOffice(text, start);
  // "Associate Minister of Defence" is an office's own name, which goes before the reading of its words.
  const own = start > index ? fieldAt(text, index) : undefined;
  return own && own.last >= (read?.last ?? -1) ? found(own.office, true, own.last) : read;
}

function readOffice(text: PhraseText, start: number): Found | null {
  const head = signEnd(text, start, 'HEAD');
  const link = head === null ? null : signEnd(text, head + 1, 'LINK');
  if (link !== null) {
    const the = text.tokens[link + 1]?.key === 'the' ? 1 : 0;
    const field = fieldAt(text, link + 1 + the);
    if (field) return found(field.office, true, field.last);
  }
  for (const field of fieldsAt(text, start)) {
    const headAfter = signEnd(text, field.last + 1, 'HEAD');
    if (headAfter !== null) return found(field.office, true, headAfter);
    const phrase = text.phrase.slice(text.tokens[start]?.start, text.tokens[field.last]?.end);
    if (!isWeakOffice(text.book, phrase)) return found(field.office, field.office.alone, field.last);
  }
  return null;
}

function found(office: OfficeName, titled: boolean, last: number): Found {
  return { meaning: { kind: 'PORTFOLIO', ids: office.ids, titled, alone: office.alone }, last };
}

interface Field {
  readonly office: OfficeName;
  readonly last: number;
}

function fieldAt(text: PhraseText, index: number): Field | undefined {
  return fieldsAt(text, index)[0];
}

/** Names of offices that start here, the longest first. */
function fieldsAt(text: PhraseText, index: number): readonly Field[] {
  const fields: Field[] = [];
  for (const { values, lastToken } of text.offices.get(index) ?? []) {
    const [office] = values;
    if (office) fields.push({ office, last: lastToken });
  }
  for (const { values, last } of lexiconAt(text.book, text.phrase, text.tokens, index)) {
    const field = values.find((value) => value.kind === 'FIELD' && value.slug !== null);
    if (field?.kind === 'FIELD' && field.slug !== null) {
      fields.push({ office: text.book.office(field.slug), last });
    }
  }
  return fields.sort((a, b) => b.last - a.last);
}
