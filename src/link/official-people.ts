import { byCode } from '../model/ids.ts';
import { peopleOfFullNames } from './full-names.ts';
import { nameWords } from './names.ts';
import { knownNow, type Person, type Sighting } from './person.ts';
import { placeSurname } from './surnames.ts';

/**
 * Divides the sightings of one country or organisation into people, precision first. Full names are one where they
 * are the same but for order, accents and hyphens; a shorter full name joins the only longer one it fits; a rare
 * misprint joins the only common name that is one slip away; two of one surname in one office are one; a bare surname
 * joins the only person of that surname in its time whose role does not contradict; else it stays by itself.
 */
export function findPeople(sightings: readonly Sighting[]): readonly Person[] {
  const forms = [...Map.groupBy(sightings, (sighting) => nameWords(sighting.name).join(' '))]
    .map(([text, own]) => ({ words: text.split(' '), own }))
    .sort((a, b) => b.words.length - a.words.length || byCode(a.words.join(' '), b.words.join(' ')));
  const people = peopleOfFullNames(forms.filter((form) => form.words.length > 1));
  const named = people.map(knownNow);
  const bare = forms
    .filter((form) => form.words.length === 1)
    .flatMap((form) => placeSurname(form.words[0] ?? '', form.own, named));
  return [...people, ...bare];
}
