import Table from 'cli-table3';

/** Writes a line to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line to standard error. */
export function printError(line: string): void {
  process.stderr.write(`beehive-graph: ${line}\n`);
}

/** Rows as aligned columns without rules between them; numbers stand to the right. The first row can be a head. */
export function columns(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const none = Object.fromEntries(FRAME.map((part) => [part, '']));
  const table = new Table({
    chars: { ...none, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: (rows.at(-1) ?? []).map((cell) => (typeof cell === 'number' ? 'right' : 'left')),
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** The parts of a frame that cli-table3 draws unless told otherwise. */
const FRAME = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
  'left',
  'left-mid',
  'mid',
  'mid-mid',
  'right',
  'right-mid',
] as const;

/** A count as readers write it: 54867 is "54,867". */
export function count(value: number): string {
  return value.toLocaleString('en-NZ');
}
