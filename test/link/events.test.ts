import { describe, expect, it } from 'vitest';
import { eventOf } from '../../src/link/events.ts';
import { findStatements, type Statement } from '../../src/link/statements.ts';
import { cutAtWord } from '../../src/link/summary.ts';
import { eventDate } from '../../src/model/date.ts';
import type { EventMention } from '../../src/model/decomposition.ts';
import { eventMentionId } from '../../src/model/ids.ts';
import { event, input } from './builders.ts';

/** One statement a release, in the order of the dates given. */
function statements(
  told: readonly (readonly [on: string, mention: EventMention, quote?: string])[],
): readonly Statement[] {
  return findStatements(
    told.map(([on, mention, quote = 'The parties met.']) =>
      input(on, { quotes: [quote], decomposition: { events: [mention] } }),
    ),
    new Map(),
    { isCountry: () => true, holderOf: () => null, officialIds: told.map(() => new Map()) },
  );
}

const facts = {
  titles: (release: number) => `Title ${release}`,
  portfolios: (release: number) => (release === 0 ? ['trade', 'defence'] : ['defence']),
};

function merge(...told: Parameters<typeof statements>[0]) {
  return eventOf(statements(told), facts);
}

describe('eventOf', () => {
  it('has the id of the earliest mention, every evidence with its quote, and the union of who takes part', () => {
    const first = event({ countries: ['VNM'], ministers: ['phil-goff'], status: 'PLANNED' });
    const second = event({ countries: ['AUS'], ministers: ['helen-clark', 'phil-goff'] });
    const merged = merge(['2005-05-11', second, 'They met.'], ['2005-05-01', first, 'They will meet.']);
    const id = eventMentionId('2005-05-01', first);
    expect(merged).toMatchObject({
      id,
      countries: ['AUS', 'VNM'],
      ministers: ['helen-clark', 'phil-goff'],
      portfolios: ['defence', 'trade'],
    });
    expect(merged.evidence).toEqual([
      {
        eventId: id,
        releaseId: '2005-05-01',
        start: 10,
        end: 50,
        quote: 'They will meet.',
        sentence: { start: 10, end: 50 },
        rule: 'event/test',
        status: 'PLANNED',
        edtf: '2005-05-10',
        headline: false,
      },
      expect.objectContaining({ releaseId: '2005-05-11', status: 'OCCURRED', quote: 'They met.' }),
    ]);
  });

  it('has the status that the latest release states, of releases of one day the furthest step', () => {
    const at = (on: string, status: EventMention['status']) => [on, event({ status })] as const;
    expect(merge(at('2005-05-01', 'PLANNED'), at('2005-05-11', 'CANCELLED')).status).toBe('CANCELLED');
    expect(merge(at('2005-05-01', 'CANCELLED'), at('2005-05-11', 'PLANNED')).status).toBe('PLANNED');
    expect(merge(at('2005-05-11', 'OCCURRED'), at('2005-05-11', 'PLANNED')).status).toBe('OCCURRED');
  });

  it.each([
    ['the fewest days', '2005-05', '2005-05-10', '2005-05-10'],
    ['the fewest days though told earlier', '2005-05-10', '2005-05', '2005-05-10'],
    ['of equals the latest release’s', '2005-05-10', '2005-05-11', '2005-05-11'],
  ])('has the date of %s', (_, earlier, later, expected) => {
    const merged = merge(['2005-05-01', event({ date: earlier })], ['2005-05-12', event({ date: later })]);
    expect(merged.date?.edtf).toBe(expected);
  });

  it('takes a date that is said over one worked out, and that over the release’s own', () => {
    const dated = (basis: 'EXPLICIT' | 'RELATIVE' | 'RELEASE', day: string): EventMention => ({
      ...event(),
      date: eventDate(day, basis),
    });
    const explicit = dated('EXPLICIT', '2005-05-09');
    const relative = dated('RELATIVE', '2005-05-10');
    expect(merge(['2005-05-01', explicit], ['2005-05-12', relative]).date?.basis).toBe('EXPLICIT');
    expect(merge(['2005-05-01', relative], ['2005-05-12', dated('RELEASE', '2005-05-12')]).date?.basis).toBe(
      'RELATIVE',
    );
    expect(merge(['2005-05-01', event({ date: null })]).date).toBeNull();
  });

  it('has the place and the name most often told, of equals the longest', () => {
    const at = (on: string, place: string | null, name: string | null) =>
      [on, event({ place, name })] as const;
    expect(
      merge(at('2005-05-01', 'Hanoi', null), at('2005-05-02', 'Government House, Hanoi', 'APEC')),
    ).toMatchObject({
      place: 'Government House, Hanoi',
      name: 'APEC',
    });
    const often = merge(
      at('2005-05-01', 'Hanoi', null),
      at('2005-05-02', 'Hanoi', null),
      at('2005-05-03', 'Ha Long Bay', null),
    );
    expect(often.place).toBe('Hanoi');
  });

  it('is summed up by the title of the release that exists to report it as it ended', () => {
    const told = (status: EventMention['status'], headline: boolean) => event({ status, headline });
    expect(
      merge(
        ['2005-05-01', told('PLANNED', true)],
        ['2005-05-02', told('OCCURRED', false)],
        ['2005-05-03', told('OCCURRED', true)],
      ),
    ).toMatchObject({ summary: 'Title 2', headline: true });
    expect(
      merge(['2005-05-01', told('PLANNED', true)], ['2005-05-02', told('OCCURRED', false)]).summary,
    ).toBe('Title 0');
  });

  it('is summed up by the quote that tells how it ended where no release exists to report it', () => {
    const merged = merge(
      ['2005-05-01', event({ status: 'PLANNED' }), 'They will\n meet.'],
      ['2005-05-02', event(), 'They\n  met.'],
    );
    expect(merged).toMatchObject({ summary: 'They met.', headline: false });
  });
});

describe('cutAtWord', () => {
  it.each([
    ['short enough', 20, 'short enough'],
    ['one two, three', 10, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['unbroken-text', 5, 'unbr…'],
    ['abc😀', 5, 'abc😀'],
    ['abc😀d', 5, 'abc…'],
  ])('cuts %s at %i', (text, length, cut) => {
    expect(cutAtWord(text, length)).toBe(cut);
  });
});
