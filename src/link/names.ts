/** The words of a person's name, folded: lower case ASCII, no accents, apostrophes or dots; hyphens divide. */
export function nameWords(name: string): readonly string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`.ʻ]/g, '')
    .toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether two full names are one, written otherwise: the same words in any order ("Wen Jiabao", "Jiabao Wen") or
 * the same letters divided otherwise ("Ban Ki-moon", "Ban Kimoon").
 */
export function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  return a.join('') === b.join('') || [...a].sort().join(' ') === [...b].sort().join(' ');
}

/**
 * Whether `shorter` can be a form of the full name `longer`: each of its words (two or more) is another word of the
 * longer name, or the initial of the word at the same place before a surname that both have.
 */
export function isShorterForm(shorter: readonly string[], longer: readonly string[]): boolean {
  if (shorter.length < 2 || shorter.length > longer.length) return false;
  if (shorter.length < longer.length && isSubset(shorter, longer)) {
    // "George W Bush" is not short for "George H W Bush".
    return !shorter.some(isInitial) || longer.filter(isInitial).length === shorter.filter(isInitial).length;
  }
  return (
    shorter.length === longer.length &&
    shorter.at(-1) === longer.at(-1) &&
    shorter.join(' ') !== longer.join(' ') &&
    shorter.every((word, index) => word === longer[index] || (isInitial(word) && longer[index]?.[0] === word))
  );
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

function isSubset(words: readonly string[], of: readonly string[]): boolean {
  const left = [...of];
  return words.every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** How a single word stands in a full name: as its last word, its first, or neither. */
export function placeInName(word: string, name: readonly string[]): 'LAST' | 'FIRST' | null {
  if (name.length < 2) return null;
  return name.at(-1) === word ? 'LAST' : name[0] === word ? 'FIRST' : null;
}

/** Letters that a word needs before a misprint of it can be told from another name. */
const MISPRINT_LETTERS = 5;

/**
 * Whether two full names differ by one slip in one word of five letters or more that begins with the same letter: a
 * letter more, less or other, or two neighbours exchanged ("Donwer" for "Downer").
 */
export function isMisprint(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const different = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ''] as const]));
  const [pair] = different;
  if (different.length !== 1 || !pair) return false;
  const [left, right] = pair;
  return (
    Math.min(left.length, right.length) >= MISPRINT_LETTERS && left[0] === right[0] && isOneSlip(left, right)
  );
}

function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a);
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (b.length - a.length > 1) return false;
  if (b.length > a.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
