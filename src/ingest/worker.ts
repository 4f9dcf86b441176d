import { processFiles } from './process-files.ts';

// piscina runs a worker's default export.
// biome-ignore lint/style/noDefaultExport: the pool's contract
export default processFiles;
