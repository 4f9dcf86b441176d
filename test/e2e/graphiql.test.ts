import pino from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocuments } from '../../src/serve/documents.ts';
import { type RunningServer, startServer } from '../../src/serve/server.ts';
import { openGraph, type TestGraph } from '../graph/harness.ts';
import { startBrowser, type TestBrowser } from './browser.ts';

let graph: TestGraph;
let server: RunningServer;
let chromium: TestBrowser;
let page: Page;
const foreign: string[] = [];
const failures: string[] = [];

beforeAll(async () => {
  graph = await openGraph();
  const logger = pino({ level: 'silent' });
  server = await startServer({ view: graph.store.view, logger, documents: loadDocuments(), port: 0 });
  chromium = await startBrowser();
  const context = await chromium.browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.route('**/*', (route) => {
    const { protocol, hostname } = new URL(route.request().url());
    if (hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:') return route.continue();
    foreign.push(route.request().url());
    return route.abort();
  });
  page = await context.newPage();
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  await page.goto(`${server.url}/`);
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  await graph?.store.close();
});

/** The text of a part of the page; the editor writes spaces as no-break ones. */
async function words(selector: string): Promise<string> {
  return ((await page.locator(selector).textContent()) ?? '').replace(/\s+/g, ' ');
}

describe('GraphiQL in Chromium, with no network but this machine', () => {
  it('opens from the front page under its own title', async () => {
    await page.waitForSelector('.graphiql-container');
    expect(await page.title()).toBe('beehive-graph');
    expect(new URL(page.url()).pathname).toBe('/graphql');
  });

  it('shows a tab for each named document, the Vietnam query first and open', async () => {
    await page.waitForSelector('.graphiql-tab');
    const tabs = await page.locator('.graphiql-tab').allInnerTexts();
    expect(tabs.map((text) => text.trim()).filter((text) => text !== '')).toEqual([
      'AllVietnamDefenceEvents',
      'ACountrysRelationship',
      'WhoHeldAPortfolio',
      'AMinistersTravels',
      'WhatLiesAhead',
      'EventsOverTheYears',
      'HowTwoAreConnected',
      'AroundANode',
      'SearchEverything',
      'WhatHasChanged',
      'AskInPlainWords',
      'WhatAReleaseDecomposesInto',
      'TheLatestDisasters',
      'SearchOverReleases',
    ]);
    expect(await words('.graphiql-query-editor')).toContain('All Vietnam defence events');
  });

  it('answers the first query when it is run', async () => {
    await page.getByRole('button', { name: /execute query/i }).click();
    await expect.poll(() => words('.graphiql-response'), { timeout: 15_000 }).toContain('"totalCount": 2');
  });

  it('opens the documentation and finds the entry points in it', async () => {
    await page.getByRole('button', { name: /show documentation explorer/i }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.waitFor();
    await docs.getByText('Query', { exact: true }).first().click();
    await expect.poll(() => words('.graphiql-doc-explorer'), { timeout: 15_000 }).toContain('Entry points');
    expect(await words('.graphiql-doc-explorer')).toContain('events(');
  });

  it('asked for nothing outside this machine and met no error', () => {
    expect(foreign).toEqual([]);
    expect(failures).toEqual([]);
  });
});
