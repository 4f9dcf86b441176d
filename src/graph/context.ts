import type { View } from '../store/store.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { type NameIndex, nameIndex } from './names.ts';

/** What resolvers work with during one request. */
export interface GraphContext {
  readonly view: View;
  readonly loaders: Loaders;
  /**
   * Countries, ministers and portfolios by id and name; asked of the store once a request. A promise only until they
   * are there: most fields of most answers need them, and a turn of the event loop for each would be most of the time.
   */
  names(): NameIndex | Promise<NameIndex>;
}

/** A fresh context, to be made for each request: its loaders remember what they loaded. */
export function createContext(view: View): GraphContext {
  let names: NameIndex | Promise<NameIndex> | undefined;
  return {
    view,
    loaders: createLoaders(view),
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
