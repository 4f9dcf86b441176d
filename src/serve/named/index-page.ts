import { escapeText } from 'entities';
import type { NamedQuery } from './named-queries.ts';

/** The page has no script and loads nothing. */
export const INDEX_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

/** The documents as JSON: what each is for, its addresses and its variables. */
export function documentIndex(
  queries: readonly NamedQuery[],
  hashOf: (query: string) => string,
  base: string,
): unknown {
  return {
    documents: queries.map(({ document, formats, variables }) => ({
      name: document.name,
      title: document.title,
      description: document.description,
      documentId: `sha256:${hashOf(document.query)}`,
      urls: Object.fromEntries(
        formats.map((format) => [format, `${base}/q/${encodeURIComponent(document.name)}.${format}`]),
      ),
      variables: variables.map(({ name, typeName, required }) => ({
        name,
        type: typeName,
        required,
        default: document.variables[name] ?? null,
      })),
    })),
  };
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h2{margin-bottom:0}' +
  'p{margin:.2rem 0}label{display:block}input{font:inherit;width:20rem;max-width:100%}a,button{margin-right:.6rem}';

/** The documents as a page of plain links, with a form for the variables of each. */
export function documentPage(queries: readonly NamedQuery[]): string {
  const sections = queries.map(({ document, formats, variables }) => {
    const url = `/q/${encodeURIComponent(document.name)}`;
    const links = formats
      .map((format) => `<a href="${attribute(`${url}.${format}`)}">${format}</a>`)
      .join('');
    const fields = variables.map(({ name, typeName }) => {
      const value = document.variables[name];
      const text = value == null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
      return `<label>${attribute(name)} <small>${attribute(typeName)}</small><br><input name="${attribute(name)}" value="${attribute(text)}"></label>`;
    });
    const buttons = formats.map(
      (format) => `<button formaction="${attribute(`${url}.${format}`)}">${format}</button>`,
    );
    const form =
      fields.length > 0
        ? `<form method="get">${fields.join('')}${buttons.join('')}</form>`
        : `<p>${links}</p>`;
    return `<section id="${attribute(document.name)}"><h2>${attribute(document.title)}</h2><p>${attribute(document.description)}</p>${form}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Documents of beehive-graph</title><style>${STYLE}</style></head><body><h1>Documents</h1><p>Questions with a name, each at an address of its own. <a href="/graphql">GraphiQL</a> <a href="/openapi.json">OpenAPI</a></p>${sections.join('')}</body></html>\n`;
}

function attribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
