import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Route } from '../app-options.ts';
import { jsonAnswer, type PlainSite, respond } from '../respond.ts';

/** The description of the plain URLs, OpenAPI 3.1. */
export const OPENAPI_FILE = new URL('../../../schema/openapi.yaml', import.meta.url);

/** `/openapi.json` and `/openapi.yaml`. */
export function openApiRoute(site: PlainSite): Route {
  const yaml = readFileSync(OPENAPI_FILE, 'utf8');
  const json: unknown = load(yaml);
  return (request, response, path) => {
    if (path !== '/openapi.json' && path !== '/openapi.yaml') return false;
    void respond(request, response, site, () =>
      path.endsWith('json')
        ? jsonAnswer(json)
        : { status: 200, type: 'application/yaml; charset=utf-8', body: yaml },
    );
    return true;
  };
}
