import { statedEvents } from './events/event-parser.ts';
import { countryNames, placeNames } from './mentions/countries.ts';
import { knownOfficials, rankBeforeName } from './mentions/known-officials.ts';
import { ministerNames, ministerSurnames, signerNames } from './mentions/ministers.ts';
import { officeHolders } from './mentions/offices.ts';
import { officialShortForms, uniteOfficials } from './mentions/official-refiners.ts';
import { counterparts, nameBeforeRole, roleBeforeName } from './mentions/officials.ts';
import { removeOverlaps } from './mentions/overlaps.ts';
import type { ExtractorConfiguration } from './rules.ts';

/** Every rule of extraction, in order. */
export const EXTRACTION: ExtractorConfiguration = {
  mentionParsers: [
    countryNames,
    placeNames,
    // Ministers named in full come first: whoever is one is no official.
    ministerNames,
    signerNames,
    // A name with its office before the bare name, so that the office is known.
    roleBeforeName,
    nameBeforeRole,
    counterparts,
    rankBeforeName,
    knownOfficials,
    // After officials: "Mr Smith" can be the Australian minister named above.
    ministerSurnames,
    // Last: an office beside a person's name is no mention of its own.
    officeHolders,
  ],
  mentionRefiners: [
    uniteOfficials,
    // After uniting: a short form takes the official's one key.
    officialShortForms,
    removeOverlaps,
  ],
  eventParsers: [statedEvents],
  eventRefiners: [],
};
