import { sql } from 'kysely';
import type { Decomposition } from '../model/decomposition.ts';
import type { LinkInput } from '../model/link.ts';
import type { Engine } from './engine.ts';
import { strings } from './rows.ts';
import type { ReleaseRow } from './tables.ts';

/** Releases read at a time; no more than these are in memory. */
const CHUNK = 500;

/** What linking needs of every release, by id; read in chunks, so that no statement stays open between them. */
export async function* linkInputs(engine: Engine): AsyncGenerator<LinkInput> {
  let last = '';
  for (;;) {
    const { rows } = await sql<ReleaseRow & { readonly text: string; readonly data: string }>`
      select r.id, r.path, r.title, r.day, r.ministers, r.portfolios, r.body_hash, t.text, d.data
      from release r join release_text t on t.key = r.key join decomposition d on d.release_id = r.id
      where r.id > ${last} order by r.id limit ${CHUNK}`.execute(engine.db);
    const final = rows.at(-1);
    if (!final) return;
    for (const row of rows) yield toLinkInput(row);
    last = final.id;
  }
}

function toLinkInput(row: ReleaseRow & { readonly text: string; readonly data: string }): LinkInput {
  const decomposition = withoutRepeats(JSON.parse(row.data) as Decomposition);
  return {
    release: {
      id: row.id,
      path: row.path,
      title: row.title,
      date: row.day || null,
      ministers: strings(row.ministers),
      portfolios: strings(row.portfolios),
    },
    bodyHash: row.body_hash,
    decomposition,
    quotes: copied(decomposition.events.map(({ start, end }) => row.text.slice(start, end))),
  };
}

/**
 * Event mentions of one type, place and date are one and the same, whatever else they say: they would have one id, and
 * no graph can hold two events of one id. The first is kept.
 */
function withoutRepeats(decomposition: Decomposition): Decomposition {
  const seen = new Set<string>();
  const events = decomposition.events.filter(({ type, start, end, date }) => {
    const key = `${type} ${start} ${end} ${date?.edtf}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return events.length === decomposition.events.length ? decomposition : { ...decomposition, events };
}

/** Strings of their own: a slice keeps the whole text that it was cut from in memory, and linking holds all quotes. */
function copied(slices: readonly string[]): readonly string[] {
  return slices.length === 0 ? slices : (JSON.parse(JSON.stringify(slices)) as readonly string[]);
}
