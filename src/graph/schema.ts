import './ask.ts';
import './changes.ts';
import './connections.ts';
import './country.ts';
import './date-scalar.ts';
import './event.ts';
import './event-counts.ts';
import './event-date.ts';
import './event-series.ts';
import './evidence.ts';
import './life-cycle-step.ts';
import './mention.ts';
import './minister.ts';
import './neighbourhood.ts';
import './official.ts';
import './paths.ts';
import './portfolio.ts';
import './problem.ts';
import './query.ts';
import './relationship.ts';
import './release.ts';
import './search.ts';
import './statistics.ts';
import './term.ts';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';

/** The graph's schema. Building it needs no configuration, disk or database; the store comes with the context. */
export const schema: GraphQLSchema = builder.toSchema();
