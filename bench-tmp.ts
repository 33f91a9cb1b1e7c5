import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createFileAnalyser } from './src/analysis/analyse-files.ts';
import { createSyntaxTrees } from './src/analysis/syntax-trees.ts';
import { codeDetectors } from './src/detectors/code/index.ts';
import { lowerFile, languageOfPath } from './src/detectors/code/lowering/lower-file.ts';
const trees = createSyntaxTrees(async name => readFileSync(name === 'web-tree-sitter' ? 'node_modules/web-tree-sitter/web-tree-sitter.wasm' : `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`));
const analyse = createFileAnalyser(codeDetectors, trees);
const [mode, ...dirs] = process.argv.slice(2);
const files: string[] = [];
for (const dir of dirs) { if (statSync(dir).isFile()) { files.push(dir); continue; } for (const f of readdirSync(dir, { recursive: true, encoding: 'utf8' })) { const p = `${dir}/${f}`; if (languageOfPath(p) && !/\/(test|tests|__tests__|node_modules)\//.test(p.slice(dir.length)) && statSync(p).isFile() && statSync(p).size < 1048576) files.push(p); } }
let bytes = 0, n = 0; const slow: [number, string, number][] = [];
const counts = new Map<string, number>();
const t0 = performance.now();
for (const f of files) {
  const text = readFileSync(f, 'utf8'); bytes += text.length;
  const t = performance.now();
  if (mode === 'why') { try { await trees.load(f); lowerFile({ path: f, text, tree: () => trees.parse(f, text), memo: (k, c) => c(undefined as never) }); } catch (e) { console.log(f, e); } }
  const { findings, notAnalysed } = await analyse({ path: f, text, changedLines: 'all' }, { disabledRules: [] });
  slow.push([performance.now() - t, f, text.length]);
  if (notAnalysed) console.log('NOT', f, notAnalysed.reason);
  for (const x of findings) { n++; counts.set(x.rule, (counts.get(x.rule) ?? 0) + 1); if (mode !== 'quiet') console.log(`${x.rule} [${x.confidence}] ${f}:${x.line} ${x.message}\n      ${x.evidence.trim().slice(0, 160)}`); }
}
const s = (performance.now() - t0) / 1000;
console.log(`${files.length} files ${(bytes / 1e6).toFixed(2)} MB ${s.toFixed(2)} s ${(bytes / 1e6 / s).toFixed(2)} MB/s, ${n} findings`, Object.fromEntries(counts));
for (const [ms, f, len] of slow.sort((a, b) => b[0] - a[0]).slice(0, 6)) console.log(ms.toFixed(0), 'ms', f, len);
