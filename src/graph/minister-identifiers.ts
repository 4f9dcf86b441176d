import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { AppError } from '../model/errors.ts';
import { slugify } from '../model/ids.ts';

const NAME = 'data/lexicon/minister-identifiers.yaml';

const shape = z.strictObject({
  source: z.string().min(10),
  wikidata: z.record(z.string().min(1), z.string().regex(/^Q[1-9]\d*$/)),
});

let items: ReadonlyMap<string, string> | null = null;

/** The item of a minister in Wikidata, `Q597909`; null where none is known. Throws AppError LEXICON_INVALID. */
export function wikidataOf(ministerId: string): string | null {
  items ??= readItems();
  return items.get(ministerId) ?? null;
}

/** By the minister's id. Read here and not with the lexicon, for nothing is extracted by it. */
function readItems(): ReadonlyMap<string, string> {
  let content: unknown;
  try {
    content = load(readFileSync(new URL(`../../${NAME}`, import.meta.url), 'utf8'));
  } catch (cause) {
    throw new AppError('LEXICON_INVALID', `expected readable YAML in ${NAME}`, { cause });
  }
  const result = shape.safeParse(content);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new AppError('LEXICON_INVALID', `${NAME}, entry "${issue?.path.join('.')}": ${issue?.message}`);
  }
  return new Map(Object.entries(result.data.wikidata).map(([name, item]) => [slugify(name), item]));
}
