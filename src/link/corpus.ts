import type { Decomposition, EventMention, Mention } from '../model/decomposition.ts';
import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';

/** Shared by all lists that are empty: most lists of most event mentions are. */
const NONE: readonly never[] = Object.freeze([]);

/**
 * Reads all inputs into memory, by release id: every later decision sees the same order however they came. Strings
 * that recur (ids, rules, kinds) are held once, which halves the memory of a large corpus. Of inputs with the same
 * id the one with the smallest path is kept; reading reports the others.
 */
export async function readCorpus(
  inputs: () => AsyncIterable<LinkInput> | Iterable<LinkInput>,
): Promise<readonly LinkInput[]> {
  const pool = new Map<string, string>();
  const corpus: LinkInput[] = [];
  for await (const input of inputs()) corpus.push(compactInput(input, pool));
  corpus.sort((a, b) => byCode(a.release.id, b.release.id) || byCode(a.release.path, b.release.path));
  return corpus.filter((input, index) => input.release.id !== corpus[index - 1]?.release.id);
}

type Pool = Map<string, string>;

function pooled(text: string, pool: Pool): string {
  const known = pool.get(text);
  if (known !== undefined) return known;
  pool.set(text, text);
  return text;
}

function pooledList(texts: readonly string[], pool: Pool): readonly string[] {
  return texts.length ? texts.map((text) => pooled(text, pool)) : NONE;
}

function compactInput(input: LinkInput, pool: Pool): LinkInput {
  const { release, bodyHash, decomposition, quotes } = input;
  return {
    release: {
      id: release.id,
      path: release.path,
      title: release.title,
      date: release.date === null ? null : pooled(release.date, pool),
      ministers: pooledList(release.ministers, pool),
      portfolios: pooledList(release.portfolios, pool),
    },
    bodyHash,
    decomposition: compactDecomposition(decomposition, pool),
    quotes: quotes.length ? [...quotes] : NONE,
  };
}

function compactDecomposition(decomposition: Decomposition, pool: Pool): Decomposition {
  return {
    releaseId: decomposition.releaseId,
    countries: pooledList(decomposition.countries, pool),
    countriesByPlace: pooledList(decomposition.countriesByPlace, pool),
    ministers: decomposition.ministers.map(({ id, name }) => ({
      id: pooled(id, pool),
      name: pooled(name, pool),
    })),
    officials: decomposition.officials.map(({ key, name, role, of }) => ({
      key: pooled(key, pool),
      name: pooled(name, pool),
      role: role === null ? null : pooled(role, pool),
      of: pooled(of, pool),
    })),
    mentions: decomposition.mentions.map((mention) => compactMention(mention, pool)),
    events: decomposition.events.map((event) => compactEvent(event, pool)),
  };
}

function compactMention({ start, end, kind, target, rule }: Mention, pool: Pool): Mention {
  return {
    start,
    end,
    kind: pooled(kind, pool) as Mention['kind'],
    target: pooled(target, pool),
    rule: pooled(rule, pool),
  };
}

function compactEvent(event: EventMention, pool: Pool): EventMention {
  return {
    start: event.start,
    end: event.end,
    type: pooled(event.type, pool) as EventMention['type'],
    headline: event.headline,
    date: event.date,
    status: pooled(event.status, pool) as EventMention['status'],
    countries: pooledList(event.countries, pool),
    ministers: pooledList(event.ministers, pool),
    offices: pooledList(event.offices, pool),
    officials: pooledList(event.officials, pool),
    place: event.place === null ? null : pooled(event.place, pool),
    name: event.name === null ? null : pooled(event.name, pool),
    sentence: event.sentence,
    rule: pooled(event.rule, pool),
  };
}
