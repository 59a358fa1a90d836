import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { packFiles, packLiteral } from './test/support/packFiles.js';

// Two builds share dist, and tsup's own `clean` would let one remove what the other has written.
rmSync('dist', { recursive: true, force: true });

const shared: Options = {
  target: 'node20',
  treeshake: true,
  define: { __PACK__: packLiteral(packFiles('rules')) },
};
const library = { index: 'src/index.ts', node: 'src/node.ts' };

export default defineConfig([
  { ...shared, format: 'esm', entry: { ...library, cli: 'src/cli.ts' }, splitting: true },
  // Shims: import.meta.url, by which the package finds its rules.
  { ...shared, format: 'cjs', entry: library, splitting: false, shims: true },
  // One compiler run writes the declarations of both.
  { format: ['esm', 'cjs'], entry: library, dts: { only: true } },
]);
