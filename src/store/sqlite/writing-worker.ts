import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../model/errors.ts';
import { Database } from './database.ts';
import { storeError } from './errors.ts';
import type { Answer, Given, Workplace } from './writing-thread.ts';

// The thread that WritingThread starts: it runs what it is given until it is given null.
const { path, busyTimeoutMs } = workerData as Workplace;
let database: Database | null = null;
let failed = false;

parentPort?.on('message', (statements: readonly Given[] | null) => {
  if (statements === null) {
    database?.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(answerTo(statements));
});

function answerTo(statements: readonly Given[]): Answer {
  if (failed) return { failed: null };
  try {
    database ??= new Database(path, { readOnly: false, mapped: false, busyTimeoutMs });
    for (const [sql, values] of statements) {
      if (values === null) database.exec(sql);
      else database.run(sql, ...values);
    }
    return { failed: null };
  } catch (error) {
    failed = true;
    const known = storeError(error, path);
    return {
      failed: known instanceof Error ? known : new Error(String(known)),
      code: known instanceof AppError ? known.code : null,
    };
  }
}
