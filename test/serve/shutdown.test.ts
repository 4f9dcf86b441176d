import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openServer } from './harness.ts';

/** A query whose body is sent up to the last byte, which the caller sends when it likes. */
async function openRequest(url: string): Promise<{ readonly finish: () => Promise<[number, string]> }> {
  const body = JSON.stringify({ query: '{ statistics { events } }' });
  const sent: ClientRequest = request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  await new Promise((resolve) => sent.write(body.slice(0, -1), resolve));
  // Long enough for the server to have read the head of the request.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    async finish() {
      sent.end(body.slice(-1));
      const [response] = await answered;
      let text = '';
      for await (const chunk of response) text += String(chunk);
      return [response.statusCode ?? 0, text];
    },
  };
}

const ANSWER = '{"data":{"statistics":{"events":3}}}';

describe('shutting down', () => {
  it('finishes the request in flight, takes no new one, and can be asked twice', async () => {
    const { server, graph } = await openServer();
    const open = await openRequest(server.url);
    const closing = server.close();
    expect(server.close()).toBe(closing);
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
    expect(await open.finish()).toEqual([200, ANSWER]);
    await closing;
    await graph.store.close();
  });

  it('does not wait longer than its grace for a request that never ends', async () => {
    const { server, graph } = await openServer({ graceMs: 200 });
    const open = await openRequest(server.url);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(5000);
    await expect(open.finish()).rejects.toThrow();
    await graph.store.close();
  });

  it('happens on SIGTERM, with the request in flight answered and exit code 0', async () => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./child.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output: string[] = [];
    const ended = once(child, 'exit');
    const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    child.stdout.on('data', (chunk: string) => output.push(chunk));
    const open = await openRequest(first.trim());
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await open.finish()).toEqual([200, ANSWER]);
    expect(await ended).toEqual([0, null]);
    expect(output.join('')).toBe('closed\n');
  });
});
