import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

/** Types of the messages between a worker that was asked for metrics and its primary. */
const ASK = 'beehive-graph:metrics?';
const ANSWER = 'beehive-graph:metrics';
/** Longer than the primary waits for all workers. */
const PATIENCE_MS = 6_000;

interface Message {
  readonly type: string;
  readonly number: number;
  /** Null where a worker did not answer the primary. */
  readonly text?: string | null;
}

let asked = 0;

/**
 * In a worker: lets the primary ask for this process' metrics, and gives a function that asks for those of all workers
 * together, so that it does not matter which of them a request meets. That throws an Error where a worker gives none.
 */
export function gatherFromWorkers(registry: Registry): () => Promise<string> {
  AggregatorRegistry.setRegistries(registry);
  // It listens for the primary's questions.
  new AggregatorRegistry();
  return askPrimary;
}

function askPrimary(): Promise<string> {
  asked += 1;
  const number = asked;
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if (!isMessage(message, ANSWER) || message.number !== number) return;
      settle();
      if (typeof message.text === 'string') resolve(message.text);
      else reject(new Error('expected metrics of all workers, got none of one of them'));
    };
    const timer = setTimeout(() => {
      settle();
      reject(new Error('expected metrics of all workers, got no answer'));
    }, PATIENCE_MS);
    const settle = (): void => {
      clearTimeout(timer);
      process.off('message', onMessage);
    };
    process.on('message', onMessage);
    process.send?.({ type: ASK, number });
  });
}

/** In the primary: adds the workers' metrics up for each that asks, until the function that it gives is called. */
export function answerWorkers(): () => void {
  const aggregator = new AggregatorRegistry();
  const onMessage = (worker: Worker, message: unknown): void => {
    if (!isMessage(message, ASK)) return;
    const { number } = message;
    const send = (text: string | null): void => {
      if (worker.isConnected()) worker.send({ type: ANSWER, number, text });
    };
    aggregator.clusterMetrics().then(send, () => send(null));
  };
  cluster.on('message', onMessage);
  return () => cluster.off('message', onMessage);
}

function isMessage(message: unknown, type: string): message is Message {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}
