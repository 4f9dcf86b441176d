import { describe, expect, it } from 'vitest';
import { loadCorrections, parseCorrections } from '../../src/link/corrections.ts';
import { link } from '../../src/link/link.ts';
import { eventMentionId } from '../../src/model/ids.ts';
import { event, input, lexicon, official } from './builders.ts';

const why = { reason: 'both tell of one handshake', date: '2026-02-01' };
const first = event({ date: '2005-05-10', countries: ['VNM'] });
const second = event({ date: '2005-05-20', countries: ['VNM'], officials: ['khai@vnm'] });
const idA = eventMentionId('2005-05-10-a', first);
const idB = eventMentionId('2005-05-20-b', second);
const corpus = [
  input('2005-05-10-a', {
    decomposition: { officials: [official('Phan Van Khai', 'VNM')], events: [first] },
  }),
  input('2005-05-20-b', {
    decomposition: {
      officials: [official('Khai', 'VNM')],
      mentions: [{ start: 0, end: 4, kind: 'OFFICIAL', target: 'khai@vnm', rule: 'official/name' }],
      events: [second],
    },
  }),
];

function corrected(...entries: readonly object[]) {
  const text = JSON.stringify(entries.map((entry) => ({ ...entry, ...why })));
  return link(() => corpus, lexicon, parseCorrections(text, 'corrections/test.yaml'));
}

const merged = { action: 'merge', kind: 'event', ids: [idB, idA] };

describe('corrections of events', () => {
  it('merge makes one event with the earliest mention’s id', async () => {
    const graph = await corrected(merged);
    expect(graph.events.map(({ id, evidence }) => [id, evidence.length])).toEqual([[idA, 2]]);
    expect(graph.redirects).toEqual([{ from: idB, to: idA }]);
    expect(graph.problems).toEqual([]);
  });

  it('split takes mentions out again', async () => {
    const graph = await corrected(merged, { action: 'split', kind: 'event', id: idA, mentions: [idB] });
    expect(graph.events.map(({ id }) => id)).toEqual([idA, idB].sort());
  });

  it('drop removes the event with all its mentions', async () => {
    const graph = await corrected(merged, { action: 'drop', kind: 'event', id: idB });
    expect(graph.events).toEqual([]);
  });

  it('set replaces fields, and null empties them', async () => {
    const fields = { date: '2005-05-11', place: 'Hanoi', status: 'CANCELLED', summary: 'A handshake' };
    const graph = await corrected({ action: 'set', kind: 'event', id: idA, fields });
    expect(graph.events.find(({ id }) => id === idA)).toMatchObject({
      date: { edtf: '2005-05-11', precision: 'DAY', basis: 'EXPLICIT' },
      place: 'Hanoi',
      status: 'CANCELLED',
      summary: 'A handshake',
      type: 'MEETING',
    });
    const emptied = await corrected({ action: 'set', kind: 'event', id: idA, fields: { date: null } });
    expect(emptied.events.find(({ id }) => id === idA)?.date).toBeNull();
  });

  it.each([
    [{ action: 'drop', kind: 'event', id: 'gone' }, 'gone'],
    [{ action: 'merge', kind: 'event', ids: [idA, 'gone'] }, 'gone'],
    [{ action: 'set', kind: 'event', id: 'gone', fields: { place: null } }, 'gone'],
    [{ action: 'split', kind: 'event', id: idA, mentions: [idB] }, idB],
  ])('%j changes nothing and is reported as stale', async (entry, missing) => {
    const graph = await corrected(entry);
    expect(graph.events).toEqual((await link(() => corpus, lexicon, [])).events);
    expect(graph.problems).toEqual([
      {
        code: 'CORRECTION_STALE',
        file: 'corrections/test.yaml',
        field: entry.action,
        message: `expected event "${missing}" to correct (both tell of one handshake), found none`,
      },
    ]);
  });
});

describe('corrections of officials', () => {
  it('merge makes one person, with the events of both', async () => {
    const apart = await link(() => corpus, lexicon, []);
    expect(apart.officials.map(({ id }) => id)).toEqual(['phan-van-khai-vnm']);
    const split = { action: 'split', kind: 'official', id: 'phan-van-khai-vnm', alias: 'Khai' };
    const graph = await corrected(split);
    expect(graph.officials.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['khai-vnm', []],
      ['phan-van-khai-vnm', []],
    ]);
    const again = await corrected(split, {
      action: 'merge',
      kind: 'official',
      ids: ['phan-van-khai-vnm', 'khai-vnm'],
    });
    expect(again.officials).toEqual(apart.officials);
  });

  it('drop removes the person from mentions and events', async () => {
    const graph = await corrected({ action: 'drop', kind: 'official', id: 'phan-van-khai-vnm' });
    expect(graph.officials).toEqual([]);
    expect(graph.releases.map(({ officials, mentions }) => [officials, mentions])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(graph.events.every(({ officials }) => officials.length === 0)).toBe(true);
  });

  it('set replaces name and role', async () => {
    const fields = { name: 'Phan Văn Khải', role: 'Prime Minister' };
    const graph = await corrected({ action: 'set', kind: 'official', id: 'phan-van-khai-vnm', fields });
    expect(graph.officials).toMatchObject([{ id: 'phan-van-khai-vnm', ...fields }]);
  });

  it('is reported as stale where the person or alias is gone', async () => {
    const graph = await corrected({
      action: 'split',
      kind: 'official',
      id: 'phan-van-khai-vnm',
      alias: 'Kai',
    });
    expect(graph.problems.map(({ code }) => code)).toEqual(['CORRECTION_STALE']);
  });
});

describe('parseCorrections', () => {
  it('reads the files that are shipped', () => {
    expect(() => loadCorrections()).not.toThrow();
  });

  it('takes an empty file for no corrections', () => {
    expect(parseCorrections('# nothing yet\n', 'corrections/a.yaml')).toEqual([]);
  });

  it.each([
    ['a: [', /expected YAML in corrections\/a.yaml/],
    ['a: 1', /expected one list of corrections in corrections\/a.yaml/],
    ['- {action: drop, kind: event, id: x, date: 2026-02-01}', /entry 1 of corrections\/a.yaml[\s\S]*reason/],
    ['- {action: drop, kind: event, id: x, reason: r, date: 2026-02-31}', /calendar date/],
    ['- {action: set, kind: event, id: x, fields: {}, reason: r, date: 2026-02-01}', /entry 1/],
    ['- {action: set, kind: event, id: x, fields: {date: May}, reason: r, date: 2026-02-01}', /entry 1/],
    ['- {action: rename, kind: event, id: x, reason: r, date: 2026-02-01}', /entry 1/],
  ])('refuses %s', (text, message) => {
    expect(() => parseCorrections(text, 'corrections/a.yaml')).toThrow(message);
    expect(() => parseCorrections(text, 'corrections/a.yaml')).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
  });
});
