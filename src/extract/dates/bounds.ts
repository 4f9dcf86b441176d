import { edtfBounds } from '../../model/date.ts';

/** Bounds are asked for again and again of the same few dates; the limit bounds what hostile text can take. */
const MAX_CACHED = 50_000;
const cache = new Map<string, ReturnType<typeof edtfBounds>>();

/** `edtfBounds`, remembered. */
export function boundsOf(edtf: string): ReturnType<typeof edtfBounds> {
  let bounds = cache.get(edtf);
  if (bounds === undefined) {
    bounds = edtfBounds(edtf);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(edtf, bounds);
  }
  return bounds;
}
