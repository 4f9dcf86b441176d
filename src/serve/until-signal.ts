import type { Logger } from 'pino';

/**
 * Waits for SIGTERM or SIGINT, then runs the closers one after the other, all of them even if some fail. A second
 * signal has its usual effect. Throws an AggregateError of what the closers threw.
 */
export async function untilSignal(
  closers: readonly (() => Promise<void>)[],
  logger: Logger,
  signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT'],
): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    const stop = (received: NodeJS.Signals): void => {
      for (const each of signals) process.off(each, stop);
      resolve(received);
    };
    for (const each of signals) process.on(each, stop);
  });
  logger.info({ signal }, 'shutting down');
  const errors: unknown[] = [];
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'expected a clean shutdown, got errors');
}
