/** What several processes that ingest together do one after the other: shares are read, then all of them is linked. */
export type JobKind = 'read' | 'link';

/** Jobs that processes on any machine put and take, and notes of which shares of the files were read. */
export interface JobQueue {
  /** Puts a job; nothing where one of this kind and key waits already. One that is at work does not count. */
  put(kind: JobKind, key: string, data: object): Promise<void>;
  /**
   * Takes a job of a kind that waits, and does it; false where none waits. While it is done, its lease is renewed; where
   * that stops, for the process is gone, the job waits again. What `action` throws is thrown, and the job waits again.
   * Of one kind and key no two are done at once, but by a process that was silent for too long: they must bear it.
   */
  work(kind: JobKind, action: (data: object) => Promise<void>): Promise<boolean>;
  /** Whether jobs wait or are at work, here or elsewhere. */
  isBusy(): Promise<boolean>;
  /** Notes that share `number` of `of` was read; gives those still to be read. Notes for another `of` are forgotten. */
  noteShare(number: number, of: number): Promise<readonly number[]>;
  /** Forgets which shares were read. */
  forgetShares(): Promise<void>;
  close(): Promise<void>;
}
