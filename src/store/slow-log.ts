import type { Logger } from 'kysely';
import type { OpenOptions } from './open-options.ts';

const DEFAULT_SLOW_MS = 500;

/** What Kysely is to tell, where someone wants to hear of slow statements. */
export function slowLog({ onSlow, slowMs = DEFAULT_SLOW_MS }: OpenOptions): { readonly log?: Logger } {
  if (!onSlow) return {};
  return {
    log({ level, query, queryDurationMillis }) {
      if (level === 'query' && queryDurationMillis >= slowMs) {
        onSlow({ sql: query.sql, milliseconds: queryDurationMillis });
      }
    },
  };
}
