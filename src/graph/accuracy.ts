import file from '../../data/accuracy.json' with { type: 'json' };
import type { Accuracy, AccuracyField, AccuracyFile } from '../model/accuracy.ts';
import { builder } from './builder.ts';
import { EventTypeEnum, valuesOf } from './enums.ts';
import { listSize } from './list-sizes.ts';
import { AccuracyRef } from './refs.ts';

// Measured before the program is shipped, so it comes with the code and not with a store.
const { rows } = file as AccuracyFile;

const AccuracyFieldEnum = builder.enumType('AccuracyField', {
  description: 'The parts of what is read from a release whose accuracy is measured.',
  values: valuesOf<AccuracyField>({
    COUNTRIES: 'The countries that a release refers to by name.',
    COUNTRIES_WITH_PLACES: 'The same and those that it refers to by a place in them.',
    MINISTERS: 'The New Zealand ministers that a release names.',
    OFFICIALS: 'The officials of other countries and organisations that a release names.',
    EVENTS: 'The events that a release states, whatever type they were given.',
    TYPED_EVENTS: 'The events that a release states, found with the right type.',
    EVENT_DATE: 'The date of an event that was found, exactly as a reader gives it.',
    EVENT_STATUS: 'The status of an event that was found.',
    EVENT_COUNTRIES: 'The countries that take part in an event that was found.',
    EVENT_OFFICIALS: 'The officials that take part in an event that was found.',
    HEADLINE: 'The event that a release exists to report, found as such and with its type.',
  }),
});

AccuracyRef.implement({
  description:
    'How far one part of the data can be trusted, measured against releases that people annotated by hand.',
  fields: (t) => ({
    field: t.expose('field', { type: AccuracyFieldEnum, description: 'The part of the data.' }),
    eventType: t.expose('eventType', {
      type: EventTypeEnum,
      nullable: true,
      description: 'The type of event that the figures are of; null for all types together.',
    }),
    precision: t.exposeFloat('precision', {
      description: 'The share of what the graph says that is right, from 0 to 1.',
    }),
    recall: t.exposeFloat('recall', {
      nullable: true,
      description:
        'The share of what a reader finds that the graph has, from 0 to 1; null where the field is judged only on what was found.',
    }),
    sampleSize: t.exposeInt('sampleSize', {
      description: 'On how many annotated cases the figures rest: the fewer, the less they tell.',
    }),
  }),
});

builder.queryField('accuracy', (t) =>
  t.field({
    type: [AccuracyRef],
    nullable: true,
    description:
      'How far the data can be trusted: measured on annotated releases that nothing was developed or trained on. First all types together, then type by type.',
    args: {
      field: t.arg({ type: AccuracyFieldEnum, description: 'Only this part of the data.' }),
      eventType: t.arg({ type: EventTypeEnum, description: 'Only the figures of this type of event.' }),
    },
    extensions: listSize('accuracies'),
    resolve: (_root, { field, eventType }): readonly Accuracy[] =>
      rows.filter((row) => (!field || row.field === field) && (!eventType || row.eventType === eventType)),
  }),
);
