import { stringify } from 'csv-stringify/sync';
import type { DocumentNode } from 'graphql';
import type { Data } from '../run-operation.ts';
import { isRows, nearest, type Path, type Selected, selectedFields, valuesAt } from './columns.ts';

/** How the values of one answer become a table. */
export interface TableShape {
  /** Where the rows stand; the whole answer is one row where it has no list. */
  readonly rows: Path;
  /** In the document's order; `name` without the names that only carry others (`edges`, `node`). */
  readonly columns: readonly { readonly name: string; readonly path: Path }[];
}

const CARRIERS: ReadonlySet<string> = new Set(['edges', 'node']);
/** Places in lists mean nothing in a table. */
const LEFT_OUT: ReadonlySet<string> = new Set(['cursor', 'pageInfo']);

/** The table of a document: its rows are the list nearest to the top, its columns the leaves below, by dotted names. */
export function tableShape(document: DocumentNode): TableShape {
  const fields = selectedFields(document);
  const list = nearest(fields, isRows);
  const edges = list?.fields.find(({ path }) => path.at(-1) === 'edges');
  const rows = edges ?? list;
  const depth = rows?.path.length ?? 0;
  const columns = leaves(rows?.fields ?? fields).map(({ path }) => {
    const inner = path.slice(depth);
    return { name: inner.filter((name) => !CARRIERS.has(name)).join('.'), path: inner };
  });
  return { rows: rows?.path ?? [], columns };
}

function leaves(fields: readonly Selected[]): readonly Selected[] {
  return fields
    .filter(({ path }) => !LEFT_OUT.has(path.at(-1) ?? ''))
    .flatMap((field) => (field.fields.length === 0 ? [field] : leaves(field.fields)));
}

/**
 * An answer as CSV (RFC 4180, header line, CRLF). Several values of one cell are joined by `; `. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export function toCsv(shape: TableShape, data: Data): string {
  const rows = shape.rows.length === 0 ? [data] : valuesAt(data, shape.rows);
  const table = rows.map((row) =>
    shape.columns.map(({ path }) => valuesAt(row, path).map(cellText).join('; ')),
  );
  return stringify([shape.columns.map(({ name }) => name), ...table], {
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function cellText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
