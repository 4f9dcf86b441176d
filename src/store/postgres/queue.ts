import { type Job, PgBoss } from 'pg-boss';
import type { OpenOptions } from '../open-options.ts';
import type { JobKind, JobQueue } from '../queue.ts';
import { storeError } from './errors.ts';
import type { PostgresSettings } from './settings.ts';

/** The schema that pg-boss makes its tables in, and keeps up to date by itself. */
const SCHEMA = 'beehive_queue';

/**
 * How long a process may be silent before its job is given to another, in seconds. Linking computes for long without
 * a pause in which it could be heard.
 */
const LEASE_SECONDS: Readonly<Record<JobKind, number>> = { read: 20, link: 180 };
const RENEWAL_MS = 4_000;
const RETRY_MS = 1_000;
/** How often leases that ended are looked for, in seconds. */
const WATCH_SECONDS = 2;
const KINDS: readonly JobKind[] = ['read', 'link'];

/** Opens the queue in the store's database; leases are of 10 seconds or more. Throws AppErrors as the store does. */
export async function openQueue(
  settings: PostgresSettings,
  onTrouble: NonNullable<OpenOptions['onTrouble']>,
  leaseSeconds: Readonly<Record<JobKind, number>> = LEASE_SECONDS,
): Promise<JobQueue> {
  const { place, connectionString } = settings;
  const boss = new PgBoss({
    connectionString,
    schema: SCHEMA,
    max: 2,
    ...{ schedule: false, registerInstance: false, reindex: false, monitorVacuum: false },
    ...{ superviseIntervalSeconds: WATCH_SECONDS, monitorIntervalSeconds: WATCH_SECONDS },
  });
  boss.on('error', (error: unknown) => onTrouble(`the queue in ${place} has trouble`, error));
  const safely = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      throw storeError(error, place);
    }
  };
  const ask = async (text: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> =>
    (await safely(() => boss.getDb().executeSql(text, values))).rows;

  let isClosed = false;
  /** Lets a job wait again; where the server is gone, as soon as it is back. */
  const giveBack = async (
    kind: JobKind,
    job: Job,
    error: unknown,
    since = performance.now(),
  ): Promise<void> => {
    const isTold = await boss.fail(kind, job, { message: String(error) }).then(
      () => true,
      () => false,
    );
    // After its lease it may be another's.
    if (isTold || isClosed || performance.now() - since > leaseSeconds[kind] * 1000) return;
    setTimeout(() => giveBack(kind, job, error, since), RETRY_MS).unref();
  };

  await safely(async () => {
    await boss.start();
    for (const kind of KINDS) {
      await boss.createQueue(kind, {
        // One that waits and one at work for each key.
        policy: 'stately',
        heartbeatSeconds: leaseSeconds[kind],
        ...{ retryLimit: 5, retryDelay: 1, expireInSeconds: 86_000, deleteAfterSeconds: 3_600 },
      });
    }
  });

  return {
    async put(kind, key, data) {
      await safely(() => boss.send(kind, data, { singletonKey: key }));
    },
    async work(kind, action) {
      const [job] = await safely(() => boss.fetch<object>(kind));
      if (!job) return false;
      const stop = keepAlive(boss, kind, job, onTrouble);
      try {
        await action(job.data);
        await safely(() => boss.complete(kind, job));
      } catch (error) {
        await giveBack(kind, job, error);
        throw error;
      } finally {
        stop();
      }
      return true;
    },
    async isBusy() {
      const rows = await ask(
        `select 1 from ${SCHEMA}.job where name = any($1::text[]) and state <= 'active' limit 1`,
        [KINDS],
      );
      return rows.length > 0;
    },
    async noteShare(number, of) {
      await ask(`delete from meta where key like 'share %' and key not like $1`, [`%/${of}`]);
      await ask(`insert into meta (key, value) values ($1, '') on conflict do nothing`, [
        `share ${number}/${of}`,
      ]);
      const read = await ask(`select key from meta where key like 'share %'`);
      const known = new Set(read.map(({ key }) => key));
      return Array.from({ length: of }, (_, index) => index + 1).filter(
        (other) => !known.has(`share ${other}/${of}`),
      );
    },
    async forgetShares() {
      await ask(`delete from meta where key like 'share %'`);
    },
    async close() {
      isClosed = true;
      await boss.stop({ graceful: false });
    },
  };
}

function keepAlive(
  boss: PgBoss,
  kind: JobKind,
  job: Job,
  onTrouble: NonNullable<OpenOptions['onTrouble']>,
): () => void {
  const timer = setInterval(() => {
    boss.touch(kind, job).catch((error: unknown) => onTrouble('cannot renew the lease of a job', error));
  }, RENEWAL_MS);
  return () => clearInterval(timer);
}
