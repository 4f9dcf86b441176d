import type { View } from '../store/store.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { type NameIndex, nameIndex } from './names.ts';
import { newZealandDay } from './today.ts';

/** What changes while a server runs, for subscriptions. */
export interface LiveChanges {
  /**
   * Ids of events that are new, or of releases that are new or other than they were, from now on, those that `keep`
   * takes. Ends when the server shuts down; `return` frees what it holds at once, also while the next id is awaited.
   */
  follow(kind: 'event' | 'release', keep?: (id: string) => Promise<boolean>): AsyncIterableIterator<string>;
}

/** What resolvers work with during one request. */
export interface GraphContext {
  readonly view: View;
  readonly loaders: Loaders;
  /** Only where a server follows the store. */
  readonly live?: LiveChanges;
  /** The day it is in New Zealand, `YYYY-MM-DD`; the same for the whole request. */
  today(): string;
  /**
   * Countries, ministers, portfolios and officials by id and name; asked of the store once a request. A promise only until they
   * are there: most fields of most answers need them, and a turn of the event loop for each would be most of the time.
   */
  names(): NameIndex | Promise<NameIndex>;
}

/** A fresh context, to be made for each request: its loaders remember what they loaded. `now` is the server's clock. */
export function createContext(view: View, now: () => Date = () => new Date()): GraphContext {
  let today: string | undefined;
  let names: NameIndex | Promise<NameIndex> | undefined;
  return {
    view,
    loaders: createLoaders(view),
    today() {
      today ??= newZealandDay(now());
      return today;
    },
    names() {
      names ??= view.names().then((found) => {
        const index = nameIndex(found);
        names = index;
        return index;
      });
      return names;
    },
  };
}
