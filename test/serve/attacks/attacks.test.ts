import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type TestServer } from '../harness.ts';
import { ATTACKS } from './corpus.ts';

interface Failure {
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  // Nothing here is about the first request of a process.
  await server.post('{ events(first: 1) { edges { node { id } } } }');
  await server.post('{ nothing }');
});
afterAll(() => server.close());

const RESPONSE_JSON = 'application/graphql-response+json';

describe.each([RESPONSE_JSON, '*/*', 'application/json'])('for a client that takes %s', (accept) => {
  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))(
    '%s is refused before anything is fetched',
    async (_name, attack) => {
      server.lines.length = 0;
      server.graph.statements.length = 0;
      const answer = await fetch(`${server.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': attack.type ?? 'application/json', accept },
        body: attack.body,
      });
      const text = await answer.text();
      expect(answer.status).toBe(attack.status ?? 400);
      expect(server.graph.statements).toEqual([]);
      expect(text.length).toBeLessThan(30_000);
      if (attack.status !== 413) {
        const [first] = (JSON.parse(text) as Failure).errors;
        expect(first?.message).toContain(attack.message);
        if (attack.code) expect(first?.extensions?.code).toBe(attack.code);
        expect(text).not.toContain('Something went wrong');
      }
      await expect.poll(() => server.lines.some(({ msg }) => msg === 'request')).toBe(true);
      // What fills a log fills a disk.
      expect(JSON.stringify(server.lines).length).toBeLessThan(20_000);
    },
  );
});
