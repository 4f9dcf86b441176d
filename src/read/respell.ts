/**
 * Characters that went through a wrong code page before they were published, and what they were: Big5 and UTF-8 read
 * as Windows-1252. Only pairs that stand for one thing wherever the releases have them.
 */
const MISREAD: Readonly<Record<string, string>> = {
  '¡§': '“',
  '¡¨': '”',
  '¡¥': '‘',
  '¡¦': '’',
  '¡V': '–',
  '¡X': '—',
  '¡K': '…',
  'â€œ': '“',
  'â€\u009d': '”',
  'â€˜': '‘',
  'â€™': '’',
  'â€“': '–',
  Â·: '·',
};

/** Whether there may be any: most texts have none of these characters. */
const SUSPECT = /¡|â|Â|[\u0300-\u036f]/;
const MISSPELT = /¡[§¨¥¦VXK]|â€[œ\u009d˜™“]|Â·|\p{L}[\u0300-\u036f]+/gu;

/** One stretch of a text and what it should read. */
export interface Respelling {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What should be spelt otherwise, in order: misread characters ("¡§" is "“"), and letters followed by combining
 * accents, which become one character where Unicode has it (NFC), so that "Māori" is one word however it was typed.
 */
export function respellings(text: string): readonly Respelling[] {
  if (!SUSPECT.test(text)) return [];
  return Array.from(text.matchAll(MISSPELT), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: MISREAD[found] ?? found.normalize('NFC'),
  }));
}

/** The text with all its respellings made. */
export function respell(text: string): string {
  return SUSPECT.test(text)
    ? text.replace(MISSPELT, (found) => MISREAD[found] ?? found.normalize('NFC'))
    : text;
}
