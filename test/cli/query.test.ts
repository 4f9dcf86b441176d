import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { queryCommand } from '../../src/cli/commands/query.ts';
import { runProgram } from '../../src/cli/run.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { FILES, GRAPH } from '../graph/world.ts';

let folder = '';
let db = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beehive-query-'));
  db = join(folder, 'graph.db');
  const store = await openSqliteStore(db, { create: true });
  await store.writer.putFiles(FILES);
  await store.writer.replaceGraph(GRAPH, 'test');
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `query` and gives what it printed and its exit code. */
async function query(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  try {
    const program = new Command('beehive-graph').exitOverride();
    program.addCommand(queryCommand().copyInheritedSettings(program));
    const code = await runProgram(program, [
      'query',
      ...args,
      '--db',
      `sqlite:${db}`,
      '--today',
      '2026-11-23',
    ]);
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

function document(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

describe('query, with a question', () => {
  it('prints how it was read, how many there are, and a table', async () => {
    const { code, out } = await query('all Vietnam defence events');
    expect(out).toMatchInlineSnapshot(`
      "read as: “Vietnam” COUNTRY VNM, “defence” PORTFOLIO associate-defence defence
      2 of 2 events, newest first

      DATE                   TYPE     STATUS    COUNTRIES  WHO                           SUMMARY
      2013-03-25/2013-03-31  VISIT    OCCURRED  Vietnam    Jonathan Coleman              Defence Minister to visit Vietnam
      2006-11-17             MEETING  OCCURRED  Vietnam    Phil Goff, Phung Quang Thanh  Defence talks in Hanoi
      "
    `);
    expect(code).toBe(0);
  });

  it('prints events with evidence and the reading as JSON', async () => {
    const { out } = await query('Goff meetings before 2010', '--format', 'json');
    const { reading, totalCount, events } = JSON.parse(out);
    expect(reading.filter).toEqual({ ministers: ['phil-goff'], types: ['MEETING'], to: '2009-12-31' });
    expect(totalCount).toBe(1);
    expect(events).toMatchObject([
      { type: 'MEETING', countries: ['VNM'], evidence: [{ releaseId: '2006-11-17-defence-talks-hanoi' }] },
    ]);
  });

  it('prints CSV to standard output and the reading to standard error', async () => {
    const { out, err } = await query('Goff meetings before 2010', '--format', 'csv');
    expect(out).toMatchInlineSnapshot(`
      "id,date,earliest,latest,precision,type,status,headline,countries,ministers,officials,portfolios,place,name,summary,releases
      ffe3715dd3d56af9,2006-11-17,2006-11-17,2006-11-17,DAY,MEETING,OCCURRED,yes,Vietnam,Phil Goff,Phung Quang Thanh,Defence,Hanoi,,Defence talks in Hanoi,2006-11-17-defence-talks-hanoi
      "
    `);
    expect(err).toContain('read as: “Goff” MINISTER phil-goff');
  });

  it('asks the text of the releases', async () => {
    const { out } = await query('events about treaty', '--format', 'json');
    expect(JSON.parse(out).totalCount).toBe(1);
  });

  it('stops at --limit, else at the number that the question says', async () => {
    const events = async (...args: readonly string[]) =>
      JSON.parse((await query(...args, '--format', 'json')).out).events.length;
    expect(await events('all events')).toBe(GRAPH.events.length);
    expect(await events('latest 2 events')).toBe(2);
    expect(await events('latest 2 events', '--limit', '1')).toBe(1);
  });

  it('names what is misspelt, and fails where nothing can be read', async () => {
    expect((await query('Vietman defence events')).out).toContain(
      'not understood: “Vietman” (did you mean Vietnam?)',
    );
    const { code, err } = await query('Vietman');
    expect(err).toContain('nothing in the question could be read');
    expect(err).toContain('did you mean Vietnam?');
    expect(code).toBe(2);
  });

  it.each([['0'], ['-1'], ['1.5'], ['many']])('refuses --limit %s', async (limit) => {
    expect((await query('visits', `--limit=${limit}`)).code).toBe(2);
  });
});

describe('query, into a pipe', () => {
  it('ends quietly where its reader has seen enough', async () => {
    const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [main, 'query', 'all Vietnam events', '--db', `sqlite:${db}`]);
    child.stdout.destroy();
    const [said, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.on('close', resolve)),
    ]);
    expect([code, said]).toEqual([0, '']);
  });
});

describe('query, with a document', () => {
  it('runs it with its variables', async () => {
    const path = document(
      'count.graphql',
      'query Count($n: Int) { events(first: $n) { totalCount edges { node { type } } } }',
    );
    const { code, out } = await query(path, '--variables', '{"n": 1}');
    expect(JSON.parse(out).data.events).toMatchObject({ totalCount: GRAPH.events.length });
    expect(JSON.parse(out).data.events.edges).toHaveLength(1);
    expect(code).toBe(0);
  });

  it.each([
    ['a syntax error', '{ events(', [], 'Syntax Error'],
    ['an unknown field', '{ nothing }', [], 'Cannot query field "nothing"'],
    ['variables that are no JSON', '{ __typename }', ['--variables', '{'], 'expected JSON in --variables'],
    ['variables that are a list', '{ __typename }', ['--variables', '[]'], 'expected a JSON object'],
    ['a format for events', '{ __typename }', ['--format', 'csv'], 'expected --format json'],
  ])('fails plainly on %s', async (name, source, args, message) => {
    const { code, err } = await query(document(`${name}.graphql`, source), ...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  it('fails plainly on a document that is not there', async () => {
    const { code, err } = await query(join(folder, 'missing.graphql'));
    expect(err).toContain('PATH_NOT_FOUND');
    expect(code).toBe(2);
  });
});
