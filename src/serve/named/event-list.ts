import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  type SelectionSetNode,
  type VariableNode,
  visit,
} from 'graphql';
import type { DatePrecision } from '../../model/date.ts';
import type { EventStatus, EventType } from '../../model/event.ts';
import { type Data, operationOf } from '../run-operation.ts';
import { nearest, type Path, type Selected, selectedFields, valuesAt } from './columns.ts';

/** What feeds and calendars need of an event. */
export interface ListedEvent {
  readonly key: string;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly summary: string;
  readonly place: string | null;
  readonly date: {
    readonly edtf: string;
    readonly earliest: string;
    readonly latest: string;
    readonly precision: DatePrecision;
  } | null;
  readonly countries: readonly { readonly code: string; readonly name: string }[] | null;
  readonly ministers: readonly { readonly name: string }[] | null;
  readonly evidence:
    | readonly {
        readonly quote: string;
        readonly release: {
          readonly slug: string;
          readonly title: string | null;
          readonly date: string | null;
          readonly url: string | null;
        } | null;
      }[]
    | null;
}

const EVENT_FIELDS = fieldsOf(`{
  key type status summary place
  date { edtf earliest latest precision }
  countries { code name }
  ministers { name }
  evidence { quote release { slug title date url } }
}`);
const EDGES = fieldsOf('{ edges { node { key } } }');

/** A document cut down to its events, and where they stand in the answer. */
export interface EventListing {
  readonly document: DocumentNode;
  readonly path: Path;
}

/**
 * The document with nothing left but the list of events nearest to its top, whose fields become those that feeds need;
 * arguments stay as they are. Null for a document that lists no events.
 */
export function eventListing(document: DocumentNode): EventListing | null {
  const list = nearest(selectedFields(document), isEventList);
  if (!list) return null;
  const isConnection = getNamedType(list.type).name === 'EventConnection';
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );

  /** The first field of this response name in the set, through fragments, with nothing in it but the way on. */
  const cut = (set: SelectionSetNode, [name, ...rest]: Path): FieldNode | null => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if ((selection.alias ?? selection.name).value !== name) continue;
        if (rest.length === 0)
          return { ...selection, selectionSet: isConnection ? withEdges() : EVENT_FIELDS };
        const inner = selection.selectionSet && cut(selection.selectionSet, rest);
        if (inner) return { ...selection, selectionSet: setOf(inner) };
      } else {
        const spread =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const inner = spread && cut(spread.selectionSet, [name ?? '', ...rest]);
        if (inner) return inner;
      }
    }
    return null;
  };

  const operation = operationOf(document);
  const field = cut(operation.selectionSet, list.path);
  if (!field) return null;
  const used = new Set<string>();
  visit(field, { Variable: ({ name }: VariableNode) => void used.add(name.value) });
  const kept = {
    ...operation,
    selectionSet: setOf(field),
    variableDefinitions:
      operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [],
  };
  return {
    document: { kind: Kind.DOCUMENT, definitions: [kept] },
    path: isConnection ? [...list.path, 'edges', 'node'] : list.path,
  };
}

/** The events of an answer to a listing, in its order; null where the list itself could not be answered. */
export function listedEvents({ path }: EventListing, data: Data | null): readonly ListedEvent[] | null {
  const [top] = path;
  if (!data || !top || data[top] == null) return null;
  return valuesAt(data, path) as readonly ListedEvent[];
}

function isEventList({ type }: Selected): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  const { name } = getNamedType(type);
  return name === 'EventConnection' || (name === 'Event' && isListType(bare));
}

function setOf(field: FieldNode): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: [field] };
}

function withEdges(): SelectionSetNode {
  return visit(EDGES, {
    Field: (field) => (field.name.value === 'node' ? { ...field, selectionSet: EVENT_FIELDS } : undefined),
  });
}

function fieldsOf(source: string): SelectionSetNode {
  return operationOf(parse(source, { noLocation: true })).selectionSet;
}
