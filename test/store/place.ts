import type { OpenOptions } from '../../src/store/open-options.ts';
import type { PageRequest } from '../../src/store/paging.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorld, type World } from './builder.ts';

/** A place for one store, made afresh for a test; how the contract reaches behind the interface. */
export interface Place {
  open(options?: OpenOptions): Promise<Store>;
  /** Runs SQL on a connection of its own. */
  execute(sql: string): Promise<void>;
  /** Holds the engine's write lock from outside until the function that it gives is called. */
  lock(): Promise<() => Promise<void>>;
  /** Closes what was opened and removes what was written. */
  remove(): Promise<void>;
}

export type MakePlace = () => Promise<Place>;

export const FIRST_PAGE: PageRequest = {
  limit: 10,
  backward: false,
  after: null,
  before: null,
  total: false,
};

/** What the tests of the reading side read. */
export const WORLD = makeWorld(42, {
  releases: 120,
  events: 300,
  countries: 5,
  ministers: 6,
  portfolios: 5,
  officials: 4,
});

/** Puts a world's files and its graph. */
export async function fill(store: Store, { files, graph }: World): Promise<void> {
  await store.writer.putFiles(files);
  await store.writer.replaceGraph(graph, 'v1');
}
