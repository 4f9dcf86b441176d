import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { AppError } from '../model/errors.ts';
import { answerWorkers } from './worker-metrics.ts';

/** Worker processes that end one after the other within so many milliseconds are not started again for ever. */
const LOOP_MS = 30_000;
const MOST_RESTARTS = 10;

/** Whether this process is one of several that serve together; its primary tells it when to end. */
export function isWorker(): boolean {
  return cluster.isWorker;
}

/** Whether this process is to say to a person where it listens: the first one of several does. */
export function isSpokesman(): boolean {
  return !cluster.worker || cluster.worker.id === 1;
}

/** Lets a worker process end, which its line to the primary would keep alive. */
export function leave(): void {
  cluster.worker?.disconnect();
}

/**
 * Runs this command in `count` processes that share its port, and a new one for each that dies, until SIGTERM or
 * SIGINT; then each finishes its requests in flight. The first has to listen before the others are started, so that
 * what is wrong with the configuration is said once: then an AppError CONFIG_INVALID is thrown. So it is where workers
 * die again and again.
 */
export async function superviseWorkers(count: number, logger: Logger): Promise<void> {
  let isStarted = false;
  let isStopping = false;
  const deaths: number[] = [];
  const ended: Promise<unknown>[] = [];
  const failed = Promise.withResolvers<never>();
  const stop = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

  const stopAnswering = answerWorkers();
  const start = (): Worker => {
    const worker = cluster.fork();
    ended.push(once(worker, 'exit'));
    worker.on('exit', (code, signal) => {
      if (isStopping) return;
      if (!isStarted) {
        failed.reject(
          new AppError('CONFIG_INVALID', 'expected a worker that listens, got one that said why it does not'),
        );
        return;
      }
      logger.error({ worker: worker.id, pid: worker.process.pid, code, signal }, 'a worker died');
      const now = performance.now();
      deaths.push(now);
      if (deaths.filter((time) => now - time < LOOP_MS).length <= MOST_RESTARTS) start();
      else
        failed.reject(
          new AppError('CONFIG_INVALID', 'expected workers that live, got one death after another'),
        );
    });
    return worker;
  };

  try {
    const first = start();
    await Promise.race([once(first, 'listening'), stop, failed.promise]);
    isStarted = true;
    for (let number = 1; number < count; number += 1) start();
    await Promise.race([stop, failed.promise]);
  } finally {
    isStopping = true;
    stopAnswering();
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    await Promise.all(ended);
  }
}
