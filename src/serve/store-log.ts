import type { Logger } from 'pino';
import type { OpenOptions } from '../store/open-options.ts';
import { requestScope } from './request-scope.ts';

/**
 * What a server wants to hear of its store: slow statements, under the request's id and with the operation's name, and
 * trouble that was got over.
 */
export function storeLog(logger: Logger): Required<Pick<OpenOptions, 'onSlow' | 'onTrouble'>> {
  return {
    onSlow({ sql, milliseconds }) {
      const scope = requestScope.getStore();
      const durationMs = Math.round(milliseconds);
      (scope?.logger ?? logger).warn(
        { operation: scope?.operation ?? null, durationMs, sql: sql.replace(/\s+/g, ' ').trim() },
        'slow statement',
      );
    },
    onTrouble(message, err) {
      logger.warn({ err }, message);
    },
  };
}
