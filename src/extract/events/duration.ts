import { addDays } from '../../model/date.ts';
import type { Reading, SentenceReading } from './reading.ts';

const SPELLED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DURATION = /^(\d{1,2})$/;

/** "leaves tomorrow for a two-day visit" is two days from tomorrow; null where the sentence gives no such length. */
export function withDuration(reading: Reading, sentence: SentenceReading, edtf: string): string | null {
  if (edtf.length !== 10) return null;
  for (let at = sentence.first; at < sentence.last; at++) {
    if (reading.words[at + 1]?.stem !== 'day') continue;
    const joined = reading.document.tokens[at + 1]?.gap === 'HYPHEN';
    const key = reading.document.tokens[at]?.key ?? '';
    const days = SPELLED.indexOf(key) > 0 ? SPELLED.indexOf(key) : DURATION.test(key) ? Number(key) : 0;
    if (joined && days > 1 && days < 32) return `${edtf}/${addDays(edtf, days - 1)}`;
  }
  return null;
}
