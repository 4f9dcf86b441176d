import type { Logger } from 'pino';
import type { LiveChanges } from '../graph/context.ts';
import type { View } from '../store/store.ts';
import { Mailbox } from './mailbox.ts';

type Followed = 'event' | 'release';

/** The largest stretch of the log that one statement reads. */
const STRETCH = 10_000;
/** What a subscriber may have waiting; one that reads more slowly than that is let go. */
const MOST_WAITING = 10_000;

/** Follows the store's log of changes, whichever process writes it. */
export interface LiveFeed extends LiveChanges {
  /** Ends all subscriptions. */
  close(): void;
}

interface Subscriber {
  readonly kind: Followed;
  readonly mailbox: Mailbox<string>;
}

/**
 * A feed that asks for the revision every `pollMs` while someone subscribes, and at once when the store tells of a
 * change, which is one look at two rows, and reads the log only where that is another. Nobody subscribed, nothing runs and nothing is held.
 */
export function createLiveChanges(view: View, logger: Logger, pollMs: number): LiveFeed {
  const subscribers = new Set<Subscriber>();
  let watch: { readonly ready: Promise<void>; stop(): void } | null = null;

  const publish = (kind: Followed, id: string): void => {
    for (const subscriber of subscribers) {
      if (subscriber.kind === kind && !subscriber.mailbox.put(id)) {
        logger.warn({ kind }, 'a subscriber reads too slowly and is let go');
      }
    }
  };

  const leave = (subscriber: Subscriber): void => {
    subscribers.delete(subscriber);
    if (subscribers.size > 0) return;
    watch?.stop();
    watch = null;
  };

  async function* read(
    subscriber: Subscriber,
    keep?: (id: string) => Promise<boolean>,
  ): AsyncGenerator<string> {
    watch ??= startWatch(view, logger, pollMs, publish);
    try {
      await watch.ready;
      for await (const id of subscriber.mailbox) if (!keep || (await keep(id))) yield id;
    } finally {
      leave(subscriber);
    }
  }

  return {
    follow(kind, keep) {
      const subscriber: Subscriber = { kind, mailbox: new Mailbox(MOST_WAITING) };
      subscribers.add(subscriber);
      const ids = read(subscriber, keep);
      // Reading begins now, not with the first `next`: what is written from here on is to be told.
      let first: Promise<IteratorResult<string>> | null = ids.next();
      // A store that is gone is told to who asks for the first id; until then nobody else may take it for unhandled.
      first.catch(() => {});
      return {
        next() {
          const next = first ?? ids.next();
          first = null;
          return next;
        },
        async return() {
          // A generator that waits does not hear of `return`; the end of what it waits for it does.
          subscriber.mailbox.end();
          leave(subscriber);
          await ids.return(undefined);
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    close() {
      for (const { mailbox } of subscribers) mailbox.end();
    },
  };
}

/** Reads the log up to its end, then tells what follows. */
function startWatch(
  view: View,
  logger: Logger,
  pollMs: number,
  publish: (kind: Followed, id: string) => void,
): { readonly ready: Promise<void>; stop(): void } {
  // The log says that an event was written; whether it is new only those that were there before can say.
  const known = new Set<string>();
  // Releases that were read and not linked yet: neither their events nor who they name can be asked for.
  const unlinked = new Set<string>();
  let cursor: number | null = null;
  let revision: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const catchUp = async (tell: boolean): Promise<void> => {
    // Before the log: what is written in between is read twice at worst.
    const current = await view.revision();
    if (current === revision) return;
    const wasLinked = await view.isLinked();
    let hasMore = true;
    while (hasMore && !isStopped) {
      const stretch = await view.changes(cursor, STRETCH);
      for (const { kind, id, action } of stretch.changes) {
        if (kind === 'release' && action === 'UPSERT' && tell) unlinked.add(id);
        if (kind !== 'event') continue;
        if (action === 'DELETE') known.delete(id);
        else if (!known.has(id)) {
          known.add(id);
          if (tell) publish('event', id);
        }
      }
      cursor = stretch.cursor;
      hasMore = stretch.hasMore;
    }
    revision = current;
    // Both times, for an ingest can begin in between: its releases would be told now, and again once they are linked.
    if (!wasLinked || !(await view.isLinked())) return;
    for (const id of unlinked) publish('release', id);
    unlinked.clear();
  };

  let turn: Promise<void> = Promise.resolve();
  /** One look after another, and the next one when nothing was heard for a while. */
  const poll = (): void => {
    clearTimeout(timer);
    turn = turn.then(async () => {
      if (isStopped) return;
      // A store that is gone for a while is asked again; its readers hear of it by their own queries.
      await catchUp(true).catch((error: unknown) => logger.warn({ err: error }, 'cannot follow the store'));
      clearTimeout(timer);
      if (!isStopped) timer = setTimeout(poll, pollMs).unref();
    });
  };

  const ready = catchUp(false);
  // Until what is known is known, nothing is news.
  turn = ready.catch(() => {});
  ready.then(poll, () => {});
  const unwatch = view.watch(poll);
  return {
    ready,
    stop() {
      isStopped = true;
      unwatch();
      clearTimeout(timer);
    },
  };
}
