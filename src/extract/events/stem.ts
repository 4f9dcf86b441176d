/**
 * A crude stem that the forms of one English verb or noun share: "visits", "visited" and "visiting" give `visit`,
 * "announced" gives `announc`, "countries" gives `countri`. Not a word, only a key.
 */
export function stemOf(word: string): string {
  let stem = word;
  const length = stem.length;
  if (length <= 3) return stem;
  if (stem.endsWith('ies') && length > 4) return stem.slice(0, -2);
  if (stem.endsWith('sses') || stem.endsWith('shes') || stem.endsWith('ches')) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is|news)$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.endsWith('ied') && stem.length > 4) return stem.slice(0, -1).replace(/ie$/, 'i');
  if (stem.endsWith('ed') && stem.length > 4 && /[aeiouy]/.test(stem.slice(0, -2)))
    stem = undouble(stem.slice(0, -2));
  else if (stem.endsWith('ing') && stem.length > 5 && /[aeiouy]/.test(stem.slice(0, -3))) {
    stem = undouble(stem.slice(0, -3));
  }
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  else if (stem.endsWith('y') && stem.length > 3 && !/[aeiou]y$/.test(stem)) stem = `${stem.slice(0, -1)}i`;
  return stem;
}

/** "planned" without its ending is "plann": one of the two letters goes, but "tell" and "pass" keep theirs. */
function undouble(stem: string): string {
  const last = stem.charAt(stem.length - 1);
  return last === stem.charAt(stem.length - 2) && /[bdgmnprt]/.test(last) ? stem.slice(0, -1) : stem;
}
