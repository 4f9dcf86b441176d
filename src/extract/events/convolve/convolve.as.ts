// AssemblyScript (https://www.assemblyscript.org): compiled to convolve.wasm by `npm run build:convolve`.

/** Bytes of one vector of eight 16-bit numbers. */
const VECTOR: usize = 16;

/**
 * Reads a document sentence by sentence. For every item it adds up what the item, its left and its right neighbour
 * contribute, and writes each channel's sum, at least 0, to `acts`; for every sentence it writes the most of each
 * channel to `pools`. All arguments but the last three are addresses: `table` holds for every row `3 * channels` 16-bit
 * numbers (as left neighbour, as the middle, as right neighbour), `rows` the row of every item, `starts` the first item
 * of every sentence and the end. `channels` is a multiple of eight; `outside` is the row of what stands beyond a
 * sentence. Sums stop at the ends of 16 bits.
 */
export function convolve(
  table: usize,
  rows: usize,
  starts: usize,
  acts: usize,
  pools: usize,
  sentences: i32,
  channels: i32,
  outside: i32,
): void {
  const width: usize = (channels as usize) << 1;
  const row: usize = 3 * width;
  const none: usize = table + (outside as usize) * row;
  const zero = i16x8.splat(0);
  for (let sentence = 0; sentence < sentences; sentence++) {
    const from = load<i32>(starts + ((sentence as usize) << 2));
    const end = load<i32>(starts + ((sentence as usize) << 2), 4);
    const pool: usize = pools + (sentence as usize) * width;
    for (let at: usize = 0; at < width; at += VECTOR) v128.store(pool + at, zero);
    let left = none;
    let middle = from < end ? table + (load<i32>(rows + ((from as usize) << 2)) as usize) * row : none;
    for (let item = from; item < end; item++) {
      const act: usize = acts + (item as usize) * width;
      const next =
        item + 1 < end ? table + (load<i32>(rows + ((item as usize) << 2), 4) as usize) * row : none;
      for (let at: usize = 0; at < width; at += VECTOR) {
        const sum = i16x8.add_sat_s(
          i16x8.add_sat_s(v128.load(left + at), v128.load(middle + width + at)),
          v128.load(next + 2 * width + at),
        );
        const positive = i16x8.max_s(sum, zero);
        v128.store(act + at, positive);
        v128.store(pool + at, i16x8.max_s(v128.load(pool + at), positive));
      }
      left = middle;
      middle = next;
    }
  }
}
