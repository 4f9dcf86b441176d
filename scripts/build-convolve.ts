/**
 * Compiles the convolution's innermost loop: `node scripts/build-convolve.ts`. To be run after a change of
 * convolve.as.ts; the tests see that the compiled file is what its source gives.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from './compile-assemblyscript.ts';

const target = new URL('../src/extract/events/convolve/convolve.wasm', import.meta.url);
const bytes = await compile('src/extract/events/convolve/convolve.as.ts');
writeFileSync(target, bytes);
console.log(`${bytes.length} bytes to ${fileURLToPath(target)}`);
