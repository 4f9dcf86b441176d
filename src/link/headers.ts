import type { PortfolioEntry, Resolution } from '../lexicon/lexicon.ts';
import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { Problem } from '../model/problem.ts';
import type { KnownNames } from './known-names.ts';

/** Who signed one release and for which offices. */
export interface LinkedHeader {
  /** Minister ids in the header's order, no duplicates. */
  readonly signers: readonly string[];
  /** In the header's order, no two with the same id. */
  readonly portfolios: readonly PortfolioEntry[];
}

/** A node in the making: its name, and the strings that meant it. */
export interface NamedRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases: ReadonlySet<string>;
}

/** The headers of all releases, read. */
export interface LinkedHeaders {
  /** In the order of the corpus. */
  readonly headers: readonly LinkedHeader[];
  readonly signers: ReadonlyMap<string, NamedRecord>;
  readonly portfolios: ReadonlyMap<string, NamedRecord & { readonly entry: PortfolioEntry }>;
  /** SIGNER_NOT_A_PERSON and PORTFOLIO_NOT_AN_OFFICE, in the order of the corpus. */
  readonly problems: readonly Problem[];
}

/** Resolves every string of the headers through the lexicon; what is no person or office becomes a Problem. */
export function linkHeaders(corpus: readonly LinkInput[], lexicon: KnownNames): LinkedHeaders {
  const signers = new Registry(lexicon.resolveSigner);
  const portfolios = new Registry(lexicon.resolvePortfolio);
  const problems: Problem[] = [];
  const headers = corpus.map(({ release }) => {
    const people = signers.resolveAll(release.ministers, (raw, reason) => {
      problems.push({
        code: 'SIGNER_NOT_A_PERSON',
        file: release.path,
        field: 'ministers',
        message: `expected a person who signs, got "${raw}" (${reason})`,
      });
    });
    const offices = portfolios.resolveAll(release.portfolios, (raw, reason) => {
      problems.push({
        code: 'PORTFOLIO_NOT_AN_OFFICE',
        file: release.path,
        field: 'portfolios',
        message: `expected an office, got "${raw}" (${reason})`,
      });
    });
    return { signers: people.map((person) => person.id), portfolios: offices };
  });
  return {
    headers,
    signers: signers.records(({ id, name }, aliases) => ({ id, name, aliases })),
    portfolios: portfolios.records((entry, aliases) => ({
      id: entry.id,
      name: entry.name,
      aliases,
      entry,
    })),
    problems,
  };
}

/** Resolves each different string once and remembers which strings meant which value. */
class Registry<T extends { readonly id: string; readonly name: string }> {
  readonly #resolve: (raw: string) => Resolution<T>;
  readonly #resolutions = new Map<string, Resolution<T>>();

  constructor(resolve: (raw: string) => Resolution<T>) {
    this.#resolve = resolve;
  }

  resolveAll(raws: readonly string[], report: (raw: string, reason: string) => void): readonly T[] {
    const values: T[] = [];
    for (const raw of raws) {
      let resolution = this.#resolutions.get(raw);
      if (!resolution) {
        resolution = this.#resolve(raw);
        this.#resolutions.set(raw, resolution);
      }
      if ('reason' in resolution) {
        report(raw, resolution.reason);
        continue;
      }
      const { value } = resolution;
      if (!values.some((other) => other.id === value.id)) values.push(value);
    }
    return values;
  }

  /** By id; where strings that mean the same id give different values, the smallest string's value stands. */
  records<R>(make: (value: T, aliases: ReadonlySet<string>) => R): ReadonlyMap<string, R> {
    const found = new Map<string, { readonly value: T; readonly aliases: Set<string> }>();
    for (const raw of [...this.#resolutions.keys()].sort(byCode)) {
      const resolution = this.#resolutions.get(raw);
      if (!resolution || 'reason' in resolution) continue;
      const known = found.get(resolution.value.id);
      if (known) known.aliases.add(raw);
      else found.set(resolution.value.id, { value: resolution.value, aliases: new Set([raw]) });
    }
    return new Map([...found].map(([id, { value, aliases }]) => [id, make(value, aliases)]));
  }
}
