import type { DateBasis, DatePrecision } from '../model/date.ts';
import type { MentionKind } from '../model/decomposition.ts';
import type { EventStatus, EventType } from '../model/event.ts';
import type { TermKind } from '../model/graph.ts';
import type { ProblemCode } from '../model/problem.ts';
import { builder } from './builder.ts';

/** How an event with an inexact date counts against a window. */
export type DateMatch = 'POSSIBLY' | 'CERTAINLY';
export type DateOrder = 'DATE_ASC' | 'DATE_DESC';
export type NameOrder = 'NAME_ASC' | 'NAME_DESC' | 'EVENTS_ASC' | 'EVENTS_DESC';

/** Values of an enum from a table of descriptions, which the compiler checks against the model's union. */
export function valuesOf<K extends string>(descriptions: Readonly<Record<K, string>>) {
  return Object.fromEntries(
    Object.entries<string>(descriptions).map(([value, description]) => [value, { value, description }]),
  ) as Record<K, { value: K; description: string }>;
}

export const EventTypeEnum = builder.enumType('EventType', {
  description:
    'The kinds of occurrence that are told apart. Where two fit, the one listed first in EVENT_TYPES is taken.',
  values: valuesOf<EventType>({
    VISIT: 'Travel of ministers, officials, delegations, forces or ships to a place, or hosting them.',
    MEETING: 'Parties meeting or talking: bilateral meetings, talks, negotiations, calls, hui.',
    CONFERENCE: 'A summit, forum, conference or workshop that is held or attended.',
    AGREEMENT:
      'A treaty, arrangement, contract or settlement signed, concluded, ratified, extended or in force.',
    DEPLOYMENT:
      'Military, police, peacekeeping or emergency people or assets sent, extended, rotated or withdrawn.',
    EXERCISE: 'A military or emergency exercise or training activity.',
    AID: 'Help in money, goods or people to another country or its people.',
    FUNDING: 'Public money allocated, granted or invested at home, budgets included.',
    LEGISLATION: 'A step of a bill, act, regulation or other rule, from introduction to repeal.',
    APPOINTMENT: 'A person appointed, accredited, nominated, sworn in, resigning or retiring.',
    LAUNCH: 'A programme, service, facility, campaign or project started, opened, completed or closed.',
    REVIEW: 'A review, inquiry, consultation, survey or report commissioned, opened, delivered or answered.',
    COMMEMORATION:
      'A ceremony, anniversary, memorial, funeral, festival, apology, sports or cultural occasion.',
    AWARD: 'An honour, prize, medal, scholarship or contest result.',
    INCIDENT: 'A disaster, attack, accident, outbreak, conflict, crime or court outcome.',
    STATEMENT:
      'A position taken toward another state or body: condemnation, condolence, recognition, sanction.',
    DECISION: 'Any other decision or policy measure of the government that is announced or takes effect.',
  }),
});

export const EventStatusEnum = builder.enumType('EventStatus', {
  description: 'Where an event stands in its life, as the latest release that reports it has it.',
  values: valuesOf<EventStatus>({
    PLANNED: 'It lies ahead of the day of the release.',
    ONGOING: 'It has begun and is not over.',
    OCCURRED: 'It has happened, the day of the release included.',
    CANCELLED: 'It was called off or put off.',
  }),
});

export const DatePrecisionEnum = builder.enumType('DatePrecision', {
  description: 'How exactly a release says when; a month is never turned into a day.',
  values: valuesOf<DatePrecision>({
    DAY: 'One calendar day.',
    WEEK: 'A Monday to its Sunday.',
    MONTH: 'Some time in one calendar month, or all of it.',
    YEAR: 'Some time in one calendar year, or all of it.',
    INTERVAL: 'Any other stretch between two dates.',
  }),
});

export const DateBasisEnum = builder.enumType('DateBasis', {
  description: 'What the date of an event rests on.',
  values: valuesOf<DateBasis>({
    EXPLICIT: 'The text gives the date itself.',
    RELATIVE: 'Worked out from the date of the release: "today", "next week", "on Friday".',
    RELEASE: 'The announcement is the event, so the date of the release is its date.',
  }),
});

export const TermKindEnum = builder.enumType('TermKind', {
  description: 'How a minister held a portfolio.',
  values: valuesOf<TermKind>({
    MINISTER: 'As the minister in full.',
    ACTING: 'Standing in for the minister.',
    ASSOCIATE: 'As an associate minister or under-secretary.',
  }),
});

export const MentionKindEnum = builder.enumType('MentionKind', {
  description: 'By what a stretch of text names a node.',
  values: valuesOf<MentionKind>({
    COUNTRY: 'A country by name, abbreviation, nickname or demonym.',
    PLACE: 'A country through a place inside it, such as its capital.',
    MINISTER: 'A New Zealand minister, by name or by an office that one person held on the day.',
    OFFICIAL: 'A holder of a public office elsewhere.',
    OFFICE: 'A New Zealand minister by office alone, where the holder is not known.',
  }),
});

export const ProblemCodeEnum = builder.enumType('ProblemCode', {
  description: 'What is wrong with a file of the corpus. Such files are reported and never stop a run.',
  values: valuesOf<ProblemCode>({
    FILE_UNREADABLE: 'The file could not be read from disk.',
    FILE_EMPTY: 'The file has no bytes.',
    FILE_TOO_LARGE: 'The file is larger than any release can be.',
    FILE_NOT_UTF8: 'The bytes are not valid UTF-8.',
    FILE_NAME: 'The file name is not a date and a slug, from which the id is taken.',
    FILE_NUL: 'The text holds NUL characters.',
    HEADER_MISSING: 'The file does not begin with a YAML header.',
    HEADER_UNCLOSED: 'The YAML header has no closing line.',
    HEADER_NOT_YAML: 'The header cannot be parsed as YAML.',
    HEADER_NOT_A_MAPPING: 'The header is YAML, but not keys with values.',
    HEADER_FIELD_MISSING: 'A key that every release has is absent.',
    HEADER_FIELD_INVALID: 'The value of a key has the wrong type or form, a placeholder date for one.',
    BODY_EMPTY: 'There is no text below the header.',
    RELEASE_DUPLICATE_ID: 'Another file has the same id; this one is left out.',
    SIGNER_NOT_A_PERSON: 'A string in the place of a minister names no person.',
    PORTFOLIO_NOT_AN_OFFICE: 'A string in the place of a portfolio names no office.',
    EXTRACT_FAILED: 'The text could not be taken apart; the release is kept without facts.',
    CORRECTION_STALE: 'A reviewed correction no longer fits the text it corrects.',
  }),
});

export const DateMatchEnum = builder.enumType('DateMatch', {
  description: 'How an event whose date is not exact counts against `from` and `to`.',
  values: valuesOf<DateMatch>({
    POSSIBLY: 'Some day that its date can mean lies between them.',
    CERTAINLY: 'Every day that its date can mean lies between them.',
  }),
});

export const DateOrderEnum = builder.enumType('DateOrder', {
  description:
    'Order by date: of an event the earliest day that it can have been, of a release its own. What has no date comes last; ids break ties.',
  values: valuesOf<DateOrder>({ DATE_ASC: 'Oldest first.', DATE_DESC: 'Newest first.' }),
});

export const NameOrderEnum = builder.enumType('NameOrder', {
  description: 'Order of ministers, countries, portfolios and officials; ids break ties.',
  values: valuesOf<NameOrder>({
    NAME_ASC: 'By name, A to Z.',
    NAME_DESC: 'By name, Z to A.',
    EVENTS_ASC: 'Fewest events first.',
    EVENTS_DESC: 'Most events first.',
  }),
});
