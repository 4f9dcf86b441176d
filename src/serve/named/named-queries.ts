import { type DocumentNode, parse } from 'graphql';
import type { NamedDocument } from '../documents.ts';
import { type Answer, failure, jsonAnswer } from '../respond.ts';
import {
  type Data,
  type OperationResult,
  operationOf,
  type RunOperation,
  statusOf,
} from '../run-operation.ts';
import { toCalendar } from './calendar.ts';
import { type TableShape, tableShapes, toCsv } from './csv.ts';
import { eventListing, listedEvents } from './event-list.ts';
import { type FeedPlace, toAtom, toJsonFeed } from './feeds.ts';
import { readVariables, type VariableInfo, variablesOf } from './query-variables.ts';

/** The formats of every document, and those of documents that list events. */
const FORMATS = ['json', 'csv'] as const;
const EVENT_FORMATS = ['atom', 'feed.json', 'ics'] as const;
export type Format = (typeof FORMATS)[number] | (typeof EVENT_FORMATS)[number];

/** Names the list that a table is of, for documents with several; the first where it is left out. */
const ROWS = 'rows';

/** A document that can be asked by a plain URL. */
export interface NamedQuery {
  readonly document: NamedDocument;
  readonly formats: readonly Format[];
  readonly variables: readonly VariableInfo[];
  /** Answers in a format, with the variables of a query string. */
  answer(format: Format, search: URLSearchParams, place: Pick<FeedPlace, 'base' | 'self'>): Promise<Answer>;
}

/** What a document may cost is checked by `refuse`, which gives an error's answer or null. */
export type Refuse = (document: DocumentNode, variables: Data) => Answer | null;

/** Prepares a valid document. */
export function namedQuery(document: NamedDocument, run: RunOperation, refuse: Refuse): NamedQuery {
  const parsed = parse(document.query);
  const variables = variablesOf(operationOf(parsed));
  const listing = eventListing(parsed);
  const shapes = tableShapes(parsed);
  const hasRows = variables.some(({ name }) => name === ROWS);

  const table = async (shape: TableShape, values: Data): Promise<Answer> => {
    const result = await run(parsed, values);
    const failed = failedAnswer(result);
    if (failed || !result.data)
      return failed ?? failure(500, 'INTERNAL_SERVER_ERROR', 'Nothing was answered.');
    return {
      status: 200,
      type: 'text/csv; charset=utf-8; header=present',
      body: toCsv(shape, result.data),
      headers: { 'content-disposition': `inline; filename="${document.name}.csv"` },
    };
  };

  const feed = async (format: Format, values: Data, place: FeedPlace): Promise<Answer> => {
    if (!listing) return failure(404, 'NOT_FOUND', `"${document.name}" lists no events.`);
    const result = await run(listing.document, values);
    const failed = failedAnswer(result);
    if (failed) return failed;
    const events = listedEvents(listing, result.data);
    if (!events) return failure(404, 'NOT_FOUND', 'There is nothing in the graph that this asks for.');
    switch (format) {
      case 'atom':
        return { status: 200, type: 'application/atom+xml; charset=utf-8', body: toAtom(events, place) };
      case 'ics':
        return { status: 200, type: 'text/calendar; charset=utf-8', body: toCalendar(events, place) };
      default:
        return { status: 200, type: 'application/feed+json; charset=utf-8', body: toJsonFeed(events, place) };
    }
  };

  return {
    document,
    variables,
    formats: listing ? [...FORMATS, ...EVENT_FORMATS] : FORMATS,
    async answer(format, search, place) {
      const rows = format === 'csv' && !hasRows ? search.get(ROWS) : null;
      if (rows !== null) search.delete(ROWS);
      const read = readVariables(variables, search, document.variables);
      if ('problem' in read) return failure(400, 'BAD_INPUT', read.problem, { variable: read.variable });
      const refused = refuse(parsed, read.variables);
      if (refused) return refused;
      if (format === 'csv') {
        const shape = rows === null ? shapes[0] : shapes.find(({ name }) => name === rows);
        if (shape) return table(shape, read.variables);
        const names = shapes.map(({ name }) => `"${name}"`).join(', ');
        return failure(400, 'BAD_INPUT', `"${document.name}" has no list "${rows}"; its lists are ${names}.`);
      }
      if (format !== 'json') {
        const { title, description } = document;
        return feed(format, read.variables, {
          ...place,
          title,
          description,
          home: `/q/${document.name}.json`,
        });
      }
      const result = await run(parsed, read.variables);
      // One part that failed leaves the others, as in GraphQL; where nothing is left, the status says so.
      const hasData = result.data !== null && Object.values(result.data).some((value) => value !== null);
      const failed = hasData ? null : failedAnswer(result);
      return failed ?? jsonAnswer(result.errors.length > 0 ? result : { data: result.data });
    },
  };
}

/** A table or feed with parts missing would pass for a whole one, so any error fails it. */
function failedAnswer({ errors }: OperationResult): Answer | null {
  const [first] = errors;
  return first ? jsonAnswer({ errors }, statusOf(first)) : null;
}
