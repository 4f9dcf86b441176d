import type { OpenOptions } from '../open-options.ts';
import type { Connection, Connections } from './connections.ts';
import { codeOf, isGone } from './errors.ts';

/** How often a replica that is gone is looked for. */
const PROBE_MS = 2_000;
/** A replica ended a statement, for what it reads was changed under it. */
const CONFLICT = '40001';

/**
 * Reads from a replica while it answers, else from the primary. A statement that fails with its server is asked of the
 * primary in the same call, so that nobody hears of it; a replica that is gone is looked for in the background and
 * taken again when it is back.
 */
export function withFallback(
  replica: Connections,
  primary: Connections,
  onTrouble: NonNullable<OpenOptions['onTrouble']>,
): Connections {
  let isDown = false;
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;

  const probe = async (): Promise<void> => {
    try {
      const connection = await replica.connect();
      await connection.query('select 1 from meta limit 1', []).finally(() => connection.release());
      isDown = false;
      onTrouble(`the replica at ${replica.place} is back`, null);
    } catch {
      if (!isEnded) timer = setTimeout(probe, PROBE_MS).unref();
    }
  };
  const leave = (error: unknown): void => {
    if (isDown || isEnded) return;
    isDown = true;
    onTrouble(`the replica at ${replica.place} is gone, reading from the primary`, error);
    timer = setTimeout(probe, PROBE_MS).unref();
  };

  const guarded = (connection: Connection): Connection => {
    let broken = false;
    let other: Connection | null = null;
    const query = async (sql: string, parameters: readonly unknown[]) => {
      if (!other) {
        try {
          return await connection.query(sql, parameters);
        } catch (error) {
          const { cause } = error as { readonly cause?: unknown };
          const conflicts = codeOf(error) === CONFLICT;
          if (!conflicts && !isGone(cause)) throw error;
          if (!conflicts) {
            broken = true;
            leave(error);
          }
          other = await primary.connect();
        }
      }
      return other.query(sql, parameters);
    };
    return {
      client: connection.client,
      query: query as Connection['query'],
      release(destroy) {
        connection.release(broken || destroy);
        other?.release(destroy);
      },
    };
  };

  return {
    place: replica.place,
    options: {},
    state: replica.state,
    async connect() {
      if (isDown || isEnded) return primary.connect();
      try {
        return guarded(await replica.connect());
      } catch (error) {
        leave(error);
        return primary.connect();
      }
    },
    async end() {
      isEnded = true;
      clearTimeout(timer);
      await replica.end();
      await primary.end();
    },
  };
}
