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
  /** How many events its sentence states. */
  readonly siblings: number;
}
