import type { Route } from '../app-options.ts';
import { baseUrl } from '../base-url.ts';
import { type Answer, failure, jsonAnswer, type PlainSite, respond } from '../respond.ts';
import { type Data, type RunOperation, statusOf } from '../run-operation.ts';
import { toJsonLd } from './json-ld.ts';
import { plain, RESOURCES, type Resource } from './resources.ts';

export const JSON_LD_TYPE = 'application/ld+json';

const PATH = /^\/([a-z]+)\/([^/]+?)(\.jsonld|\.json)?$/;
const BY_FOLDER = new Map<string, Resource>(RESOURCES.map((resource) => [resource.folder, resource]));

/** `/releases/ID`, `/events/ID`, `/ministers/SLUG` and the like. */
export function restRoute(run: RunOperation, site: PlainSite): Route {
  return (request, response, path) => {
    const [, folder = '', escaped = '', ending = ''] = PATH.exec(path) ?? [];
    const resource = BY_FOLDER.get(folder);
    if (!resource) return false;
    void respond(request, response, site, async (): Promise<Answer> => {
      const id = decoded(escaped);
      if (id === null) return failure(400, 'BAD_INPUT', `"${escaped}" is not an id.`);
      const { data, errors } = await run(resource.document, { id });
      const [error] = errors;
      // A part that is missing would pass for one that there is not.
      if (error) return jsonAnswer({ errors }, statusOf(error));
      const node = data?.[resource.field] as Data | null | undefined;
      if (!node) return failure(404, 'NOT_FOUND', `There is nothing at /${folder}/${id}.`);
      const key = String(node[resource.key]);
      if (key !== id) return moved(`/${folder}/${encodeURIComponent(key)}${ending}`);
      const flat = plain(node) as Data;
      if (!wantsJsonLd(ending, request.headers.accept)) return jsonAnswer(flat);
      return jsonAnswer(toJsonLd(resource.folder, flat, baseUrl(request)), 200, JSON_LD_TYPE);
    });
    return true;
  };
}

/** An event that was merged into another, or a node asked for by another of its names. */
function moved(location: string): Answer {
  return { ...jsonAnswer({ location }, 301), headers: { location } };
}

function wantsJsonLd(ending: string, accept: string | undefined): boolean {
  if (ending) return ending === '.jsonld';
  const types = (accept ?? '').split(',').map((type) => type.split(';', 1)[0]?.trim());
  const linked = types.indexOf(JSON_LD_TYPE);
  const json = types.indexOf('application/json');
  return linked >= 0 && (json < 0 || linked < json);
}

function decoded(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
