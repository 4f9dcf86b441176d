/** How a store is opened, whatever its engine. */
export interface OpenOptions {
  /** No writer; the file must be there. Default false. */
  readonly readOnly?: boolean;
  /** Make the store where there is none and bring an older one up to date. Default false. */
  readonly create?: boolean;
  /** How long a write waits for another process that writes before it fails with STORE_LOCKED. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** A graph of so many events is written by a thread of its own; only where the store is a SQLite file. Default 20,000. */
  readonly threadFrom?: number;
  /** Told of every statement that the view issues, before it runs. */
  readonly onStatement?: (sql: string) => void;
  /** Told of each statement of the view that took `slowMs` or more, in the course of the request that asked for it. */
  readonly onSlow?: (slow: SlowStatement) => void;
  /** Default 500. */
  readonly slowMs?: number;
  /** A replica that the view reads from while it answers; only where the store itself is in Postgres. */
  readonly readUrl?: string;
  /** Told of trouble that the store gets over by itself: a connection that broke, a replica that is gone or back. */
  readonly onTrouble?: (message: string, error: unknown) => void;
}

/** A statement that took long. */
export interface SlowStatement {
  readonly sql: string;
  readonly milliseconds: number;
}
