/** How a store is opened, whatever its engine. */
export interface OpenOptions {
  /** No writer; the file must be there. Default false. */
  readonly readOnly?: boolean;
  /** Make the store where there is none and bring an older one up to date. Default false. */
  readonly create?: boolean;
  /** How long a write waits for another process that writes before it fails with STORE_LOCKED. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** Told of every statement that the view issues, before it runs. */
  readonly onStatement?: (sql: string) => void;
}
