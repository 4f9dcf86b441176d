import type { InterpretationBuilder, ListField } from './builder.ts';
import type { Item } from './item.ts';

type Excludable = Extract<
  Item,
  { readonly kind: 'COUNTRY' | 'PLACE' | 'MINISTER' | 'OFFICIAL' | 'PORTFOLIO' | 'TYPE' }
>;

/**
 * Leaves out of the answer what follows "not": one or more values of one kind. Of two kinds ("except visits to Japan")
 * no filter leaves out just those that have both, so the whole is ignored.
 */
export function exclude(items: readonly Item[], builder: InterpretationBuilder): void {
  const content = items.filter(({ kind }) => kind !== 'SIGN' && kind !== 'TITLE');
  const readable = content.filter(isExcludable);
  const fields = new Set(readable.map(fieldOf));
  const [field] = fields;
  if (field === undefined || fields.size > 1 || readable.length < content.length) {
    builder.ignore({ start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 });
    return;
  }
  for (const item of readable) {
    const values = valuesOf(item);
    builder.list(field, values);
    builder.part(item, item.kind, values, true);
  }
}

function isExcludable(item: Item): item is Excludable {
  return fieldOfKind(item.kind) !== null;
}

function fieldOf({ kind }: Excludable): ListField {
  const field = fieldOfKind(kind);
  if (field === null) throw new TypeError(`expected a kind that can be excluded, got ${kind}`);
  return field;
}

function fieldOfKind(kind: Item['kind']): ListField | null {
  switch (kind) {
    case 'COUNTRY':
    case 'PLACE':
      return 'notCountries';
    case 'MINISTER':
      return 'notMinisters';
    case 'OFFICIAL':
      return 'notOfficials';
    case 'PORTFOLIO':
      return 'notPortfolios';
    case 'TYPE':
      return 'notTypes';
    default:
      return null;
  }
}

function valuesOf(item: Excludable): readonly string[] {
  switch (item.kind) {
    case 'COUNTRY':
    case 'PLACE':
      return item.codes;
    case 'MINISTER':
    case 'OFFICIAL':
    case 'PORTFOLIO':
      return item.ids;
    case 'TYPE':
      return [item.type];
  }
}
