import { Command, InvalidArgumentError, Option } from 'commander';
import type { Interpretation } from '../../ask/interpretation.ts';
import { readPhrase } from '../../ask/read-phrase.ts';
import { isCalendarDate } from '../../model/date.ts';
import { AppError } from '../../model/errors.ts';
import type { EventNode } from '../../store/node-types.ts';
import type { Page, SortKey } from '../../store/paging.ts';
import type { View } from '../../store/store.ts';
import { dbOption, withStore } from '../db.ts';
import { eventsCsv } from '../format/csv.ts';
import { eventRows } from '../format/event-rows.ts';
import { readingLines } from '../format/reading.ts';
import { eventsTable } from '../format/table.ts';
import { count, print, printError } from '../print.ts';
import { runDocument } from '../run-document.ts';

const FORMATS = ['table', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly db: string;
  readonly format: Format;
  readonly limit?: number;
  readonly today: string;
  readonly variables?: string;
}

const DEFAULT_LIMIT = 50;
const PAGE_SIZE = 100;

/** `query`: a question in plain words, or a GraphQL document. */
export function queryCommand(): Command {
  return new Command('query')
    .description(
      'answer a question in plain words ("all Vietnam defence events since 2005"), or run a document',
    )
    .argument('<question>', 'the question, or a file that ends in .graphql')
    .addOption(dbOption())
    .addOption(new Option('--format <format>', 'how to print events').choices(FORMATS).default('table'))
    .addOption(
      new Option(
        '--limit <number>',
        `how many events at most (${DEFAULT_LIMIT}, or as the question says)`,
      ).argParser(wholeNumber),
    )
    .addOption(
      new Option('--today <date>', 'the day that "last year" counts from')
        .argParser(calendarDate)
        .default(todayInNewZealand(), 'today in New Zealand'),
    )
    .option('--variables <json>', 'variables of the document')
    .action((question: string, options: Options) =>
      withStore(options.db, 'read', ({ view }) =>
        /\.(?:graphql|gql)$/i.test(question.trim())
          ? printDocument(question.trim(), options, view)
          : answer(question, options, view),
      ),
    );
}

async function answer(question: string, options: Options, view: View): Promise<void> {
  const reading = readPhrase(question, { vocabulary: await view.names(), today: options.today });
  if (!reading.understood) {
    throw new AppError(
      'BAD_INPUT',
      ['nothing in the question could be read', ...readingLines(reading).slice(1)].join('\n'),
    );
  }
  const limit = options.limit ?? reading.limit ?? DEFAULT_LIMIT;
  const { events, total } = await firstEvents(view, reading, limit);
  const rows = await eventRows(view, events);
  switch (options.format) {
    case 'json':
      print(
        JSON.stringify(
          { reading, totalCount: total, events: rows.map(({ event, evidence }) => ({ ...event, evidence })) },
          null,
          2,
        ),
      );
      break;
    case 'csv':
      for (const line of readingLines(reading)) printError(line);
      process.stdout.write(eventsCsv(rows));
      break;
    case 'table':
      for (const line of readingLines(reading)) print(line);
      print(
        `${count(events.length)} of ${count(total)} events, ${reading.order.descending ? 'newest' : 'oldest'} first\n`,
      );
      for (const line of eventsTable(rows)) print(line);
  }
}

/** The first events of an interpretation, page by page, and how many there are in all. */
async function firstEvents(
  view: View,
  { filter, order }: Interpretation,
  limit: number,
): Promise<{ readonly events: readonly EventNode[]; readonly total: number }> {
  const events: EventNode[] = [];
  let after: SortKey | null = null;
  let total = 0;
  do {
    const size = Math.min(PAGE_SIZE, limit - events.length);
    const isFirst = after === null;
    const page: Page<EventNode> = await view.page('event', filter, order, {
      limit: size,
      backward: false,
      after,
      before: null,
      total: isFirst,
    });
    total = page.totalCount ?? total;
    events.push(...page.rows.map(({ node }) => node));
    after = page.hasNextPage ? (page.rows.at(-1)?.key ?? null) : null;
  } while (after !== null && events.length < limit);
  return { events, total };
}

async function printDocument(path: string, { variables, format }: Options, view: View): Promise<void> {
  if (format === 'csv') throw new AppError('BAD_INPUT', 'expected --format json with a document, got csv');
  const result = await runDocument(path, variables, view);
  print(JSON.stringify(result, null, 2));
  const messages = result.errors?.map(({ message }) => message) ?? [];
  if (messages.length > 0) throw new AppError('BAD_INPUT', `${path}: ${messages.join('; ')}`);
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('expected a whole number from 1.');
}

function calendarDate(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new InvalidArgumentError('expected a date as YYYY-MM-DD.');
}

/** Releases are dated in New Zealand, so "today" is New Zealand's day. */
function todayInNewZealand(): string {
  const parts = new Intl.DateTimeFormat('en-NZ', {
    timeZone: 'Pacific/Auckland',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date());
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}
