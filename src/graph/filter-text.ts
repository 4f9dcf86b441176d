import type { EventFilter } from '../store/filters.ts';

/** Fields whose values are names of an enum, which GraphQL writes without quotation marks. */
const ENUMS: ReadonlySet<string> = new Set(['types', 'notTypes', 'statuses', 'precisions']);

/**
 * A filter of events as the argument `filter` of the API takes it: `{countries: ["VNM"], from: "2005-01-01"}`, fields
 * in the order that the filter has them.
 */
export function filterText(filter: EventFilter): string {
  const fields = Object.entries(filter).flatMap(([field, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if (field === 'certainly') return value === true ? ['within: CERTAINLY'] : [];
    if (ENUMS.has(field) && Array.isArray(value)) return [`${field}: [${value.join(', ')}]`];
    if (Array.isArray(value)) return [`${field}: [${value.map((one) => JSON.stringify(one)).join(', ')}]`];
    return [`${field}: ${JSON.stringify(value)}`];
  });
  return `{${fields.join(', ')}}`;
}
