/** The few words in which the engines' table definitions differ. */
export interface EngineDdl {
  /** Type of a key that the engine counts up. */
  readonly serial: string;
  /** Type of a primary key that the engine counts up and never gives again, with those words. */
  readonly sequence: string;
  /** Type of an integer of 64 bits. */
  readonly integer: string;
  /** What to put after a table that is stored in the order of its primary key; empty where there is no such thing. */
  readonly clustered: string;
  /** Statements that make the full-text index over `release_text` and keep it in step. */
  readonly fullText: readonly string[];
  /** Statements that leave bringing new texts into that index to the writer. */
  readonly textInBatches: readonly string[];
  /** Statements that make the full-text index over events, with the keys of `event_key`, and empty it with them. */
  readonly eventText: readonly string[];
  /** Further indexes that the engine needs, over events as they are with the analytics. */
  readonly eventIndexes: readonly string[];
  /** Statements at the end of every migration: they make all texts compare and sort by their bytes. */
  readonly finish: readonly string[];
}
