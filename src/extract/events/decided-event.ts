import type { EventStatus, EventType } from '../../model/event.ts';
import type { ClauseCandidate } from './candidates.ts';
import type { DateCandidate } from './date-candidates.ts';

/** An event as decided: which clause states it, as what, when. */
export interface DecidedEvent {
  readonly candidate: ClauseCandidate;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly date: DateCandidate;
  readonly headline: boolean;
  /** How sure it is that the sentence states an event and that the clause does (log-odds), and of the type (from 0 to 1). */
  readonly scores: { readonly sentence: number; readonly clause: number; readonly type: number };
  /** How likely it is of each type, by the words that state it. */
  readonly chances: readonly number[];
  /** How many events its sentence states. */
  readonly siblings: number;
}
