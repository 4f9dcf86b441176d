/** The 17 kinds of occurrence, highest precedence first: where two fit, the earlier is taken. */
export const EVENT_TYPES = [
  'VISIT',
  'MEETING',
  'CONFERENCE',
  'AGREEMENT',
  'DEPLOYMENT',
  'EXERCISE',
  'AID',
  'FUNDING',
  'LEGISLATION',
  'APPOINTMENT',
  'LAUNCH',
  'REVIEW',
  'COMMEMORATION',
  'AWARD',
  'INCIDENT',
  'STATEMENT',
  'DECISION',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Life cycle: PLANNED lies ahead, ONGOING began and is not over, OCCURRED is over, CANCELLED will not be. */
export const EVENT_STATUSES = ['PLANNED', 'ONGOING', 'OCCURRED', 'CANCELLED'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];
