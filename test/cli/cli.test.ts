import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, sampleFolder } from '../ingest/corpus.ts';
import { runCli } from './run-cli.ts';

const SEED = 'data/releases/2006-11-17-new-zealand-and-vietnam-develop-defence-relationship.md';

describe('beehive-graph', () => {
  let db = '';
  beforeAll(async () => {
    db = `sqlite:${join(freshFolder(), 'graph.db')}`;
    expect(await runCli('ingest', 'data/releases', '--db', db)).toMatchObject({ code: 0 });
  });

  it('lists its commands', async () => {
    const { code, stdout } = await runCli('--help');
    expect(code).toBe(0);
    for (const command of ['start', 'ingest', 'serve', 'extract', 'evaluate', 'explain', 'query', 'digest']) {
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    }
  });

  it('prints a report after an ingest, in plain lines where there is no terminal', async () => {
    const { stdout } = await runCli('ingest', 'data/releases', '--db', db);
    expect(stdout).toContain('41 files: 0 read, 41 unchanged, 0 skipped, 0 removed');
    expect(stdout).toMatch(/graph: 41 releases, \d+ ministers, \d+ countries/);
    expect(stdout).not.toContain('\u001b');
  });

  it('ends with 2 and words for a wrong flag, a missing folder, a missing store', async () => {
    expect(await runCli('ingest', '--nonsense')).toMatchObject({ code: 2 });
    const folder = await runCli('ingest', '/no/such/folder', '--db', db);
    expect(folder).toMatchObject({ code: 2 });
    expect(folder.stderr).toContain('expected a folder or file of releases, got "/no/such/folder"');
    const store = await runCli('digest', '--db', 'sqlite:/no/such/graph.db');
    expect(store).toMatchObject({ code: 2 });
    expect(store.stderr).toContain('STORE_MISSING');
  });

  it('ends with 3 under --strict where the data has problems, having done its work', async () => {
    const folder = sampleFolder();
    writeFileSync(join(folder, '2001-01-01-broken.md'), 'no header');
    const own = `sqlite:${join(freshFolder(), 'graph.db')}`;
    expect(await runCli('ingest', folder, '--db', own, '--strict')).toMatchObject({ code: 3 });
    expect((await runCli('counts', '--db', own)).stdout).toContain('41 releases');
    const problems = await runCli('problems', '--db', own, '--code', 'HEADER_MISSING');
    expect(problems.stdout).toContain('2001-01-01-broken.md');
  });

  it('prints one digest for one graph', async () => {
    const { stdout } = await runCli('digest', '--db', db);
    expect(stdout).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('extracts to a folder of answers and to lines alike', async () => {
    const out = freshFolder();
    expect(await runCli('extract', SEED, '--out', out)).toMatchObject({ code: 0 });
    const [file = ''] = readdirSync(out);
    expect(file).toBe('2006-11-17-new-zealand-and-vietnam-develop-defence-relationship.json');
    const answer: unknown = JSON.parse(readFileSync(join(out, file), 'utf8'));
    expect(answer).toMatchObject({ countries: ['VNM'], countriesByPlace: ['THA'] });
    expect(JSON.parse((await runCli('extract', SEED)).stdout)).toEqual(answer);
  });

  it('explains which rule gave what', async () => {
    const { stdout } = await runCli('explain', SEED);
    expect(stdout).toMatch(/COUNTRY +Vietnam +VNM +\S+\/\S+/);
    expect(stdout).toMatch(/OFFICIAL +.*Phung Quang Thanh/);
  });

  it('scores extraction against annotations', async () => {
    const { code, stdout } = await runCli('evaluate', 'test/gold/releases', 'data/releases', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ releases: 41 });
  });
});
