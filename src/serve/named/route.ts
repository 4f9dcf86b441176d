import { sha256 } from '../../model/ids.ts';
import type { Route } from '../app-options.ts';
import { baseUrl } from '../base-url.ts';
import { failure, HTML_TYPE, jsonAnswer, type PlainSite, respond } from '../respond.ts';
import { documentIndex, documentPage, INDEX_POLICY } from './index-page.ts';
import type { Format, NamedQuery } from './named-queries.ts';

const PATH = /^\/q(?:\/(?:([\w-]+)\.([a-z.]+))?)?$/;

/** `/q/` and `/q/NAME.FORMAT`. */
export function namedRoute(queries: readonly NamedQuery[], site: PlainSite): Route {
  const byName = new Map(queries.map((query) => [query.document.name, query]));
  const page = documentPage(queries);
  return (request, response, path) => {
    if (path !== '/q' && !path.startsWith('/q/')) return false;
    const base = baseUrl(request);
    void respond(request, response, site, () => {
      const [match, name, format] = PATH.exec(path) ?? [];
      if (match === undefined) return unknown(path, queries);
      if (name === undefined) {
        if (request.headers.accept?.includes('text/html')) {
          return {
            status: 200,
            type: HTML_TYPE,
            body: page,
            headers: { 'content-security-policy': INDEX_POLICY },
          };
        }
        return jsonAnswer(documentIndex(queries, sha256, base));
      }
      const query = byName.get(name);
      if (!query) return unknown(name, queries);
      const known = query.formats.find((each): each is Format => each === format);
      if (!known) {
        const formats = query.formats.map((each) => `.${each}`).join(', ');
        return failure(404, 'NOT_FOUND', `"${name}" has no format ".${format}"; it has ${formats}.`);
      }
      const { url = '' } = request;
      const search = new URLSearchParams(url.slice(path.length + 1));
      return query.answer(known, search, { base, self: url });
    });
    return true;
  };
}

function unknown(name: string, queries: readonly NamedQuery[]) {
  const names = queries.map(({ document }) => document.name);
  return failure(404, 'NOT_FOUND', `There is no document "${name}"; /q/ lists them.`, { names });
}
