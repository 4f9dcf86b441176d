import { Kind } from 'graphql';
import { isCalendarDate } from '../model/date.ts';
import { builder } from './builder.ts';
import { inputError } from './errors.ts';

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  throw inputError('BAD_INPUT', `Expected a calendar date YYYY-MM-DD, got ${JSON.stringify(value)}.`);
}

builder.scalarType('Date', {
  description:
    'A calendar day `YYYY-MM-DD` in the publisher’s local calendar (New Zealand), ISO 8601 without a time or zone.',
  serialize: (value) => value,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});
