import { main } from 'assemblyscript/asc';

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

/** What the AssemblyScript compiler makes of a source file of the repository. Throws an Error with what it says where it fails. */
export async function compile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const baseDir = new URL('../', import.meta.url).pathname;
  let compiled: Uint8Array<ArrayBuffer> | null = null;
  const { error, stderr } = await main([file, '--baseDir', baseDir, '-o', 'out.wasm', ...OPTIONS], {
    writeFile: (_name: string, content: string | Uint8Array) => {
      if (typeof content !== 'string') compiled = Uint8Array.from(content);
    },
  });
  if (error || !compiled) throw new Error(`expected ${file} to compile, got ${stderr.toString()}`);
  return compiled;
}
