import type { TermKind } from '../model/graph.ts';
import { byCode, slugify } from '../model/ids.ts';
import { lexiconError, readLexiconFile } from './files.ts';
import type { Resolution } from './resolution.ts';

/** What a string signed as a portfolio means. */
export interface PortfolioEntry {
  /** Slug of the name. */
  readonly id: string;
  readonly name: string;
  /** Slug shared by all names that one office has had. */
  readonly lineage: string;
  /** For an associate's or acting holder's portfolio the id of the full office, else null. */
  readonly office: string | null;
  readonly kind: TermKind;
}

/** Resolves a string under "portfolios": an office, or why it is none. */
export type ResolvePortfolio = (raw: string) => Resolution<PortfolioEntry>;

/** The offices of the lexicon, how text names them, and the resolver of signed strings. */
export interface Portfolios {
  /** In the order of their ids. */
  readonly portfolios: readonly PortfolioEntry[];
  /** What stands for the office before "Minister" or after "Minister of": phrase and slug. */
  readonly fields: readonly { readonly phrase: string; readonly slug: string }[];
  readonly resolvePortfolio: ResolvePortfolio;
}

const ASSOCIATE =
  /^(Associate|Acting|Assistant) (?:Minister (?:of|for|in charge of|responsible for) )?(the )?(.+)$/i;
const PARENTHESIS = / \(.*\)$/;

/**
 * Reads data/lexicon/portfolios.yaml. Throws AppError LEXICON_INVALID on a string that means two offices and on a lineage
 * that joins no two names or does not say why.
 */
export function loadPortfolios(): Portfolios {
  const file = readLexiconFile('portfolios');
  const bySlug = new Map<string, PortfolioEntry>();
  const fields: { phrase: string; slug: string }[] = [];
  const list: PortfolioEntry[] = [];
  const put = (string: string, entry: PortfolioEntry) => {
    const other = bySlug.get(slugify(string));
    if (other && other !== entry) throw lexiconError('portfolios', string, `already means ${other.name}`);
    bySlug.set(slugify(string), entry);
  };
  for (const [name, { lineage, aliases, text }] of Object.entries(file.portfolios)) {
    const id = slugify(name);
    const entry: PortfolioEntry = { id, name, lineage: lineage ?? id, office: null, kind: 'MINISTER' };
    list.push(entry);
    for (const string of [name, ...aliases]) put(string, entry);
    for (const phrase of new Set([name, ...aliases, ...text])) fields.push({ phrase, slug: id });
  }
  checkLineages(list, file.lineages);
  for (const [name, [officeName, kind]] of Object.entries(file.associates)) {
    const office = bySlug.get(slugify(officeName));
    if (!office) throw lexiconError('portfolios', name, `expected an office, got "${officeName}"`);
    const entry = { id: slugify(name), name, lineage: office.lineage, office: office.id, kind };
    list.push(entry);
    put(name, entry);
  }
  const resolvePortfolio = createResolver(bySlug, file.junk, file.junkPatterns);
  return { portfolios: list.sort((a, b) => byCode(a.id, b.id)), fields, resolvePortfolio };
}

function checkLineages(offices: readonly PortfolioEntry[], reasons: Readonly<Record<string, string>>): void {
  const members = Map.groupBy(offices, ({ lineage }) => lineage);
  for (const lineage of Object.keys(reasons)) {
    if ((members.get(lineage)?.length ?? 0) < 2) {
      throw lexiconError('portfolios', lineage, 'a lineage joins two names or more');
    }
  }
  for (const [lineage, [office, ...others]] of members) {
    if (reasons[lineage] !== undefined || !office) continue;
    if (others.length > 0 || office.id !== lineage) {
      throw lexiconError('portfolios', office.name, `lineage ${lineage} needs a reason under "lineages"`);
    }
  }
}

function createResolver(
  bySlug: ReadonlyMap<string, PortfolioEntry>,
  junk: Readonly<Record<string, string>>,
  junkPatterns: readonly (readonly [string, string])[],
): ResolvePortfolio {
  const junkBySlug = new Map(Object.entries(junk).map(([string, reason]) => [slugify(string), reason]));
  const patterns = junkPatterns.map(([pattern, reason]) => ({ pattern: new RegExp(pattern, 'iu'), reason }));
  return (raw) => {
    const name = raw.trim().replace(/\s+/g, ' ');
    const slug = slugify(name);
    const known = bySlug.get(slug);
    if (known) return { value: known };
    const reason = junkBySlug.get(slug) ?? patterns.find(({ pattern }) => pattern.test(name))?.reason;
    if (reason !== undefined) return { reason };
    if (!/^\p{Lu}/u.test(name) || name.length > 200) return { reason: 'not written like an office' };
    const associate = ASSOCIATE.exec(name);
    if (!associate) return { value: { id: slug, name, lineage: slug, office: null, kind: 'MINISTER' } };
    const [, how = '', the = '', field = ''] = associate;
    const office = bySlug.get(slugify(field)) ?? bySlug.get(slugify(field.replace(PARENTHESIS, '')));
    const officeId = office?.id ?? slugify(field.replace(PARENTHESIS, ''));
    const kind = /^acting$/i.test(how) ? 'ACTING' : 'ASSOCIATE';
    const full = `${kind === 'ACTING' ? 'Acting' : 'Associate'} Minister of ${the}${field}`;
    return {
      value: { id: slugify(full), name: full, lineage: office?.lineage ?? officeId, office: officeId, kind },
    };
  };
}
