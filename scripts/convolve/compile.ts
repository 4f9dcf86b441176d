import { main } from 'assemblyscript/asc';

const FOLDER = 'src/extract/events/convolve';
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

/** What the AssemblyScript compiler makes of convolve.as.ts. Throws an Error with what it says where it fails. */
export async function compile(): Promise<Uint8Array> {
  const baseDir = new URL('../../', import.meta.url).pathname;
  let compiled: Uint8Array | null = null;
  const { error, stderr } = await main(
    [`${FOLDER}/convolve.as.ts`, '--baseDir', baseDir, '-o', 'convolve.wasm', ...OPTIONS],
    {
      writeFile: (_name: string, content: string | Uint8Array) => {
        if (typeof content !== 'string') compiled = content;
      },
    },
  );
  if (error || !compiled) throw new Error(`expected convolve.as.ts to compile, got ${stderr.toString()}`);
  return compiled;
}
