import { describe, expect, it } from 'vitest';
import { linkHeaders } from '../../src/link/headers.ts';
import { createHolderOf } from '../../src/link/offices.ts';
import { findPrincipals } from '../../src/link/principals.ts';
import { findSignings } from '../../src/link/signings.ts';
import { findTerms } from '../../src/link/terms.ts';
import { addDays } from '../../src/model/date.ts';
import type { LinkInput } from '../../src/model/link.ts';
import { input, lexicon } from './builders.ts';

/** Releases of one header, `count` of them, `every` days apart. */
function releases(
  first: string,
  count: number,
  ministers: readonly string[],
  portfolios: readonly string[],
  every = 20,
): LinkInput[] {
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(first, index * every);
    return input(`${date}-${ministers.join('-')}-${portfolios.join('-')}`, { ministers, portfolios });
  });
}

function signingsOf(corpus: readonly LinkInput[]) {
  return findSignings(corpus, linkHeaders(corpus, lexicon).headers);
}

function termsOf(...groups: LinkInput[][]) {
  return findTerms(signingsOf(groups.flat()), lexicon).map(
    ({ ministerId, portfolioId, kind, first, last, releaseCount }) =>
      `${ministerId} ${portfolioId} ${kind} ${first} ${last} ${releaseCount}`,
  );
}

describe('findSignings', () => {
  const alone = [
    ...releases('2005-01-01', 3, ['Annette King'], ['Health']),
    ...releases('2005-01-01', 3, ['Phil Goff'], ['Defence']),
  ];
  function divided(ministers: string[], portfolios: string[], date = '2005-02-02'): string[] {
    const joint = input(`${date}-joint`, { ministers, portfolios });
    return signingsOf([...alone, joint])
      .filter((signing) => signing.releaseId === joint.release.id)
      .map(({ ministerId, portfolio }) => `${ministerId} ${portfolio.id}`);
  }

  it('divides a co-signed release by what each signs alone around that time, whatever the order', () => {
    expect(divided(['Phil Goff', 'Annette King'], ['Health', 'Defence'])).toEqual([
      'annette-king health',
      'phil-goff defence',
    ]);
  });

  it('goes by the order where nobody signs a portfolio alone and the order holds for the rest', () => {
    expect(divided(['Annette King', 'Jim Sutton'], ['Health', 'Justice'])).toEqual([
      'annette-king health',
      'jim-sutton justice',
    ]);
  });

  it('gives a portfolio to nobody where the order does not hold', () => {
    expect(divided(['Jim Sutton', 'Annette King'], ['Health', 'Justice'])).toEqual(['annette-king health']);
    expect(divided(['Jim Sutton', 'Annette King'], ['Justice'])).toEqual([]);
  });

  it('does not go by what a minister signs years away', () => {
    expect(divided(['Phil Goff', 'Annette King'], ['Health', 'Defence'], '2009-02-02')).toEqual([
      'phil-goff health',
      'annette-king defence',
    ]);
  });
});

describe('findPrincipals', () => {
  const run = (...parts: readonly (readonly [string, number, number?])[]) => {
    const signers = parts.flatMap(([ministerId, count, gap = 0]) =>
      Array.from({ length: count }, (_, index) => ({ ministerId, step: 10 + (index === 0 ? gap : 0) })),
    );
    return findPrincipals(
      signers.map(({ ministerId }, index) => ({
        ministerId,
        day: signers.slice(0, index + 1).reduce((day, { step }) => day + step, 0),
      })),
    );
  };

  it('finds a change of minister, and a short term between two', () => {
    expect(new Set(run(['a', 30], ['b', 4], ['c', 30]).slice(30, 34))).toEqual(new Set(['b']));
  });

  it('does not take an associate’s busy month for a change', () => {
    expect(new Set(run(['a', 20], ['b', 6], ['a', 20]))).toEqual(new Set(['a']));
  });

  it('keeps a holder who goes on signing beside a busier associate', () => {
    const beside = Array.from(
      { length: 30 },
      () =>
        [
          ['b', 2],
          ['a', 1],
        ] as const,
    ).flat();
    expect(run(['a', 40], ...beside).at(-1)).toBe('a');
  });

  it('ends the stretch of a holder who is silent for most of a year while others sign', () => {
    expect(run(['a', 10], ['b', 5, 100], ['a', 10, 250])).toEqual([
      ...Array(10).fill('a'),
      ...Array(5).fill('b'),
      ...Array(10).fill('a'),
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(findPrincipals([])).toEqual([]);
  });
});

describe('findTerms', () => {
  it('gives one term a minister, the first and last release and their number', () => {
    expect(
      termsOf(
        releases('1999-12-23', 30, ['Mark Burton'], ['Defence']),
        releases('2005-11-04', 20, ['Phil Goff'], ['Defence']),
      ),
    ).toEqual([
      'mark-burton defence MINISTER 1999-12-23 2001-07-25 30',
      'phil-goff defence MINISTER 2005-11-04 2006-11-19 20',
    ]);
  });

  it('splits a term where another held the office between, and after two years of silence', () => {
    expect(
      termsOf(
        releases('2001-01-01', 15, ['Nick Smith'], ['Justice']),
        releases('2002-01-01', 15, ['Amy Adams'], ['Justice']),
        releases('2003-01-01', 15, ['Nick Smith'], ['Justice']),
        releases('2006-01-01', 2, ['Nick Smith'], ['Justice']),
      ),
    ).toEqual([
      'amy-adams justice MINISTER 2002-01-01 2002-10-08 15',
      'nick-smith justice MINISTER 2001-01-01 2001-10-08 15',
      'nick-smith justice MINISTER 2003-01-01 2003-10-08 15',
      'nick-smith justice MINISTER 2006-01-01 2006-01-21 2',
    ]);
  });

  it('takes those who sign beside the minister for associates, and who signs once or twice for a stand-in', () => {
    expect(
      termsOf(
        releases('2001-01-01', 40, ['Annette King'], ['Health'], 10),
        releases('2001-01-05', 10, ['Ruth Dyson'], ['Health']),
        releases('2001-03-03', 1, ['Jim Sutton'], ['Health']),
      ),
    ).toEqual([
      'annette-king health MINISTER 2001-01-01 2002-01-26 40',
      'jim-sutton health ACTING 2001-03-03 2001-03-03 1',
      'ruth-dyson health ASSOCIATE 2001-01-05 2001-07-04 10',
    ]);
  });

  it('takes the kind from the office where its name says it', () => {
    expect(
      termsOf(
        releases('2001-01-01', 3, ['Ruth Dyson'], ['Associate Health']),
        releases('2001-01-01', 1, ['Jim Sutton'], ['Acting Prime Minister']),
      ),
    ).toEqual([
      'jim-sutton acting-prime-minister ACTING 2001-01-01 2001-01-01 1',
      'ruth-dyson associate-health ASSOCIATE 2001-01-01 2001-02-10 3',
    ]);
  });

  it('takes whom the lexicon names over an associate who signs more', () => {
    const corpus = [
      ...releases('2017-11-01', 12, ['Phil Goff'], ['Defence']),
      ...releases('2017-11-05', 3, ['Annette King'], ['Defence'], 60),
    ];
    const holders = [
      { portfolioId: 'defence', ministerId: 'annette-king', from: '2017-10-26', until: '2020-11-05' },
    ];
    const known = { ...lexicon, holders };
    const terms = findTerms(signingsOf(corpus), known);
    expect(terms.map(({ ministerId, kind }) => `${ministerId} ${kind}`)).toEqual([
      'annette-king MINISTER',
      'phil-goff ASSOCIATE',
    ]);
    const holderOf = createHolderOf(terms, known, (id) => id);
    expect(holderOf('defence', '2018-01-20')).toBe('annette-king');
    expect(holderOf('defence', '2020-11-01'), 'who signed long ago still holds it').toBe('annette-king');
  });

  it('knows the Prime Minister from the lexicon: others who sign as such act', () => {
    expect(
      termsOf(
        releases('2008-11-10', 2, ['John Key'], ['Prime Minister']),
        releases('2008-11-01', 1, ['Helen Clark'], ['Prime Minister']),
        releases('2009-05-01', 5, ['Bill English'], ['Prime Minister']),
      ),
    ).toEqual([
      'bill-english prime-minister ACTING 2009-05-01 2009-07-20 5',
      'helen-clark prime-minister MINISTER 2008-11-01 2008-11-01 1',
      'john-key prime-minister MINISTER 2008-11-10 2008-11-30 2',
    ]);
  });
});

describe('createHolderOf', () => {
  const terms = findTerms(
    signingsOf([
      ...releases('2000-01-01', 20, ['Phil Goff'], ['Foreign Affairs and Trade']),
      ...releases('2001-06-01', 20, ['Winston Peters'], ['Foreign Affairs']),
      ...releases('2001-01-01', 10, ['Annette King'], ['Health']),
      ...releases('2001-01-03', 4, ['Ruth Dyson'], ['Health']),
    ]),
    lexicon,
  );
  const lineage = new Map(lexicon.portfolios.map((entry) => [entry.id, entry.lineage]));
  const holderOf = createHolderOf(terms, lexicon, (id) => lineage.get(id) ?? id);

  it.each([
    ['prime-minister', '2005-03-01', 'helen-clark'],
    ['prime-minister', '1990-03-01', null],
    ['foreign-affairs', '2000-03-01', 'phil-goff'],
    ['foreign-affairs-and-trade', '2001-07-01', 'winston-peters'],
    ['health', '2001-02-01', 'annette-king'],
    ['health', '2001-07-20', 'annette-king'],
    ['health', '2002-07-20', null],
    ['foreign-affairs', '2001-02-10', 'phil-goff'],
    ['foreign-affairs', '2001-04-01', null],
    ['fisheries', '2001-04-01', null],
    ['health', null, null],
  ])('%s on %s: %s', (office, date, holder) => {
    expect(holderOf(office, date)).toBe(holder);
  });
});
