import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { NamedDocument } from './documents.ts';

/** The page is one file that loads nothing; this has the browser hold it to that. */
export const GRAPHIQL_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The GraphiQL page, whole and offline, with one tab for each document in their order. */
export function renderGraphiqlPage(documents: readonly NamedDocument[], endpoint: string): string {
  return renderGraphiQL({
    title: 'beehive-graph',
    endpoint,
    defaultTabs: documents.map(({ query, variables }) => ({
      query,
      variables: Object.keys(variables).length === 0 ? null : JSON.stringify(variables, null, 2),
    })),
  });
}
