import type { Release } from '../../src/model/release.ts';

/** A made-up release: title and body as plain text, paragraphs as given. */
export function buildRelease(
  parts: Partial<Pick<Release, 'title' | 'date' | 'ministers' | 'portfolios'>> & { readonly body: string },
): Release {
  const { title = null, date = '2006-11-17', ministers = [], portfolios = [], body } = parts;
  return {
    id: `${date ?? '0001-01-01'}-made-up`,
    path: 'made-up.md',
    title,
    date,
    url: null,
    ministers,
    portfolios,
    attachments: [],
    body,
    text: title === null ? body : `${title}\n\n${body}`,
    bodyStart: title === null ? 0 : title.length + 2,
    hash: '',
  };
}
