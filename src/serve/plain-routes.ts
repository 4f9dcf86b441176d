import { schema } from '../graph/schema.ts';
import type { Route } from './app-options.ts';
import { estimateCost } from './cost.ts';
import type { NamedDocument } from './documents.ts';
import { type Limits, overCost, overValues } from './limits.ts';
import { namedQuery, type Refuse } from './named/named-queries.ts';
import { namedRoute } from './named/route.ts';
import { jsonAnswer, type PlainSite } from './respond.ts';
import { openApiRoute } from './rest/openapi-route.ts';
import { restRoute } from './rest/route.ts';
import { createRunner } from './run-operation.ts';

/** All plain URLs beside GraphQL. */
export function plainRoutes(
  documents: readonly NamedDocument[],
  site: PlainSite & { readonly limits: Limits; readonly timeoutMs: number },
): Route[] {
  const { limits } = site;
  const run = createRunner(site.view, site.logger, site.timeoutMs);
  const refuse: Refuse = (document, variables) => {
    const error =
      overValues(variables, limits) ?? overCost(estimateCost(schema, document, null, variables), limits.cost);
    return error && jsonAnswer({ errors: [error] }, 400);
  };
  const queries = documents.map((document) => namedQuery(document, run, refuse));
  return [namedRoute(queries, site), restRoute(run, site), openApiRoute(site)];
}
