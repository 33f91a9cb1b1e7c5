import type { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';
import { packedFile } from '../action/packed-chunks.ts';

/** Grammars that ship, brotli-compressed; the runtime is `web-tree-sitter.wasm`. */
const grammarNames = ['javascript', 'typescript', 'tsx', 'python', 'go', 'java'];
const compressedCache = 'node_modules/.cache/compressed';

/** Where GitHub runs the Action from. */
const committedBundle = 'action/dist';

const banner = [
  "import{createRequire as __cr}from'node:module';",
  "import{fileURLToPath as __fu}from'node:url';",
  "import{dirname as __dn}from'node:path';",
  'const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);',
].join('');

type Target = {
  readonly outdir: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly minify: boolean;
  /** Packages whose chunks are compressed into one file, if they are only loaded when asked for. */
  readonly pack?: RegExp;
};

/** The server, CLI, worker and detector thread, as one split bundle. */
const product: Target = {
  outdir: 'dist',
  minify: false,
  entries: {
    server: 'src/server.ts',
    worker: 'src/worker.ts',
    cli: 'src/cli.ts',
    demo: 'demo/index.ts',
    'detector-worker': 'src/analysis/detector-worker.ts',
    'log-thread': 'src/cli/log-thread.ts',
  },
};

/** The committed Action bundle: smaller entries, minified, reproducible byte for byte. */
const action = (outdir: string): Target => ({
  outdir,
  minify: true,
  pack: /node_modules\/(?:@aws|@aws-sdk|@smithy|@openai|openai|@ai-sdk)\//,
  entries: { index: 'action/index.ts', 'detector-worker': 'src/analysis/detector-worker.ts' },
});

/**
 * Leaves out what nothing here uses and no bundler can tell: zod's error messages in fifty languages, and the voice
 * sessions that `@openai/agents` exports beside everything else (with their WebSocket client), and the SDK's own MCP
 * servers: ours are connected by `src/clients/mcp`.
 */
const leaveOut: Plugin = {
  name: 'leave-out',
  setup(bundler) {
    bundler.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
    bundler.onLoad({ filter: /agents-core\/dist\/shims\/mcp-server\/node\.mjs$/ }, () => ({
      contents: ['NodeMCPServerStdio', 'NodeMCPServerSSE', 'NodeMCPServerStreamableHttp']
        .map(name => `export class ${name} {}`)
        .join(';'),
    }));
    bundler.onLoad({ filter: /@openai\/agents-realtime\/dist\/index\.mjs$/ }, () => ({
      contents: 'export {};',
    }));
  },
};

async function bundle(target: Target): Promise<void> {
  rmSync(target.outdir, { recursive: true, force: true });
  const { metafile } = await build({
    metafile: true,
    entryPoints: Object.fromEntries(Object.entries(target.entries).filter(([, file]) => existsSync(file))),
    outdir: target.outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    // As ES modules the AWS clients can be cut to what is used, and loaded by `import()` with their names.
    mainFields: ['module', 'main'],
    minify: target.minify,
    sourcemap: target.minify ? false : 'linked',
    legalComments: 'none',
    external: ['pg-native', 'pino-pretty'],
    // Chunks are named by a hash of their paths too: a linked `node_modules` must give the same names.
    preserveSymlinks: true,
    plugins: [leaveOut],
    banner: { js: banner },
    logLevel: 'warning',
  });
  if (target.pack !== undefined) packChunks(target.outdir, metafile, target.pack);
  writeFileSync(join(target.outdir, 'package.json'), '{"type":"module"}\n');
  writeGrammars(join(target.outdir, 'grammars'));
}

/** Moves the chunks of some packages into one compressed file; `action/packed-chunks.ts` serves them from there. */
function packChunks(folder: string, { outputs }: Metafile, packages: RegExp): void {
  const needed = new Set<string>();
  const follow = (path: string): void => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') follow(next);
  };
  // What is loaded in every job: the entries, and what the first of them begins with.
  for (const [path, { entryPoint }] of Object.entries(outputs))
    if (entryPoint !== undefined && /^(?:action|src\/analysis)\//.test(entryPoint)) follow(path);
  const packed = Object.entries(outputs)
    .filter(
      ([path, { inputs }]) => !needed.has(path) && Object.keys(inputs).some(input => packages.test(input)),
    )
    .map(([path]) => path)
    .toSorted();
  const texts = Object.fromEntries(packed.map(path => [basename(path), readFileSync(path, 'utf8')]));
  writeFileSync(join(folder, packedFile), compressed(JSON.stringify(texts)));
  for (const path of packed) rmSync(path);
}

function writeGrammars(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const sources = [
    ...grammarNames.map(name => `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`),
    'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  ];
  for (const source of sources)
    writeFileSync(join(folder, `${source.split('/').at(-1)}.br`), compressed(readFileSync(source)));
}

/** Brotli at full quality takes seconds, so the result is kept between builds. */
function compressed(content: string | Buffer): Buffer {
  mkdirSync(compressedCache, { recursive: true });
  const cached = join(compressedCache, `${createHash('sha256').update(content).digest('hex')}.br`);
  if (!existsSync(cached)) {
    const result = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
    });
    // Two builds at a time must not read each other's half-written file.
    writeFileSync(`${cached}.${process.pid}`, result);
    renameSync(`${cached}.${process.pid}`, cached);
  }
  return readFileSync(cached);
}

/**
 * The git tree that the committed bundle is built from, so that `check:bundle` can build it again.
 * @throws when something is not committed: the tree would not be what is built.
 */
function sourceTree(): string {
  const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '.', ':!action/dist');
  if (changed !== '')
    throw new Error(`commit these first, the bundle names the tree it is built from:\n${changed}`);
  return git('rev-parse', 'HEAD^{tree}');
}

const target = process.argv[2] ?? 'all';
if (target === 'all' || target === 'product') await bundle(product);
if (target === 'action') {
  const [, , , outdir] = process.argv;
  const tree = outdir === undefined ? sourceTree() : undefined;
  await bundle(action(outdir ?? committedBundle));
  if (tree !== undefined) writeFileSync(join(committedBundle, 'SOURCE'), `${tree}\n`);
}
