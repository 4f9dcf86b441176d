declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Express's middleware, which needs no more than node:http gives; only what is used here is declared. */
  // biome-ignore lint/style/noDefaultExport: it is the module's own
  export default function compression(options?: {
    readonly threshold?: number;
    readonly filter?: (request: IncomingMessage, response: ServerResponse) => boolean;
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
