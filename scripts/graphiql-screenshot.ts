import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import { loadDocuments } from '../src/serve/documents.ts';
import { startServer } from '../src/serve/server.ts';
import { openStore } from '../src/store/open.ts';
import { startBrowser } from '../test/e2e/browser.ts';

// Takes the picture of GraphiQL that the README shows: the first document, answered from a store.
// node scripts/graphiql-screenshot.ts [STORE] [FILE]
const [db = 'sqlite:var/beehive.db', file = 'docs/graphiql.png'] = process.argv.slice(2);

const store = await openStore(db, { readOnly: true });
const logger = pino({ level: 'silent' });
const server = await startServer({ view: store.view, logger, documents: loadDocuments(), port: 0 });
const { browser, close } = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 }, colorScheme: 'light' });
  await page.goto(server.url);
  await page.getByRole('button', { name: /execute query/i }).click();
  await page.getByText('totalCount').nth(1).waitFor();
  // The editor colours what has come in once it has come to rest.
  await page.waitForTimeout(1500);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
} finally {
  await close();
  await server.close();
  await store.close();
}
