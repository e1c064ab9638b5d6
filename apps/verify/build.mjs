// Builds the offline verifier into one file that needs nothing but Node: dist/verify/shuangshen-verify.mjs.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const out = process.argv[2] ?? join(root, 'dist', 'verify');

/** This package's module form has no default export, and ours imports it as Node sees it. */
const parserAsNodeSeesIt = {
  name: 'jsonc-parser-as-node-sees-it',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'jsonc-parser' && importer !== SHIM ? SHIM : null),
  load: (id) => (id === SHIM ? "import * as parser from 'jsonc-parser';\nexport default parser;" : null),
};
const SHIM = '\0jsonc-parser';

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [parserAsNodeSeesIt],
  // Everything is built in: an auditor's machine has no node_modules.
  ssr: { noExternal: true, target: 'node', resolve: { conditions: ['source'] } },
  build: {
    ssr: join(here, 'src', 'main.ts'),
    outDir: out,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'shuangshen-verify.mjs', codeSplitting: false } },
  },
});
