/** Answers a request as the server would, without a connection. */
type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

const ROUNDS = 2;

let done = false;

/**
 * Has the paths of refusal run a few times before the first request comes: code that has not run yet takes ten times as
 * long, so that a fresh server would take a quarter of a second to turn away what it later turns away in five
 * milliseconds. Nothing here is allowed, so nothing is fetched. Once a process, for what is compiled is the process's.
 */
export async function warmUp(answer: Answer, path: string): Promise<void> {
  if (done) return;
  done = true;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const body of BODIES) {
      const response = await answer(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body,
      });
      await response.text();
    }
  }
}

const json = (query: string, variables?: unknown): string => JSON.stringify({ query, variables });
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

/** One request for each step at which one can be refused, from reading the body to the cost. */
const BODIES: readonly string[] = [
  'x'.repeat(10_000),
  '['.repeat(10_001),
  json('{ __typename }', { a: Array.from({ length: 1001 }, () => 'x') }),
  json(`{ ${'{'.repeat(300)}`),
  json(`{ ${'a '.repeat(2100)} }`),
  json(`{ ${times(400, () => '@a')} }`),
  json(`{ ${times(300, (index) => `a${index}: statistics { events }`)} }`),
  json(`{ ${times(90, () => 'events(first: 1) { edges { node { id } } }')} }`),
  json(times(100, (index) => `query Q${index} { __typename @skip(if: false) }`)),
  json(`{ ${times(200, (index) => `zz${index}`)} }`),
  json(`{ events(${times(300, (index) => `a${index}: 1`)}) { totalCount } }`),
  json(`{ ${times(25, (index) => `x: events(first: ${index + 1}) { edges { node { id summary } } }`)} }`),
  json(
    'query ($n: Int = 2000000000) { events(first: $n) { edges { node { ...E } } } } fragment E on Event { id releases(first: 9) { edges { node { id } } } }',
  ),
];
