import { stringify } from 'csv-stringify/sync';
import type { DocumentNode } from 'graphql';
import type { Data } from '../run-operation.ts';
import { isRows, type Path, type Selected, selectedFields, valuesAt } from './columns.ts';

/** How the values of one answer become a table. */
export interface TableShape {
  /** Dotted response names of the list, `relationship.byYear`; empty where there is none. */
  readonly name: string;
  /** Where the rows stand; the whole answer is one row where it has no list. */
  readonly rows: Path;
  /** In the document's order; `name` without the names that only carry others (`edges`, `node`). */
  readonly columns: readonly { readonly name: string; readonly path: Path }[];
}

const CARRIERS: ReadonlySet<string> = new Set(['edges', 'node']);
/** Places in lists mean nothing in a table. */
const LEFT_OUT: ReadonlySet<string> = new Set(['cursor', 'pageInfo']);

/**
 * The tables of a document, one for each list that is not inside of another: its rows are the list's members, its
 * columns the leaves below, by dotted names. Connections come first, for they are what a document is about where it has
 * plain lists beside them (how a phrase was read); else in the document's order. A document without a list has one table
 * of one row.
 */
export function tableShapes(document: DocumentNode): readonly [TableShape, ...TableShape[]] {
  const fields = selectedFields(document);
  const found = lists(fields).map((list) => ({ list, edges: list.fields.find(isEdges) }));
  const [first, ...others] = [
    ...found.filter(({ edges }) => edges),
    ...found.filter(({ edges }) => !edges),
  ].map(({ list, edges }) => shapeOf(edges ?? list, list.path.join('.')));
  return first ? [first, ...others] : [{ name: '', rows: [], columns: columnsOf(fields, 0) }];
}

function isEdges({ path }: Selected): boolean {
  return path.at(-1) === 'edges';
}

function shapeOf({ path, fields }: Selected, name: string): TableShape {
  return { name, rows: path, columns: columnsOf(fields, path.length) };
}

function lists(fields: readonly Selected[]): readonly Selected[] {
  return fields.flatMap((field) => (isRows(field) ? [field] : lists(field.fields)));
}

function columnsOf(fields: readonly Selected[], depth: number): TableShape['columns'] {
  return leaves(fields).map(({ path }) => {
    const inner = path.slice(depth);
    return { name: inner.filter((name) => !CARRIERS.has(name)).join('.'), path: inner };
  });
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
