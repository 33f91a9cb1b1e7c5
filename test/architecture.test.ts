import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trees } from './detectors/analyse-text.ts';

/**
 * Who may import whom: folder (or top-level file) of `src` → folders of `src` and packages. `contracts`,
 * `errors`, `logger` are open to all. Types may be imported where `types` lists them.
 */
const walls: Readonly<
  Record<
    string,
    {
      readonly folders: readonly string[];
      readonly packages: readonly string[];
      readonly types?: readonly string[];
    }
  >
> = {
  contracts: { folders: [], packages: ['zod'], types: ['web-tree-sitter'] },
  errors: { folders: [], packages: [] },
  logger: { folders: [], packages: [] },
  'did-you-mean': { folders: [], packages: [] },
  parsers: { folders: [], packages: ['yaml'] },
  diagnosis: { folders: [], packages: ['node:crypto', 'zod'] },
  'code-review': {
    folders: ['analysis', 'parsers', 'guardrails/safe-pattern'],
    packages: ['yaml', 'picomatch'],
    types: ['web-tree-sitter'],
  },
  detectors: {
    folders: ['parsers', 'analysis/unparsable-error'],
    packages: ['node:', 'yaml', 'picomatch'],
    types: ['web-tree-sitter'],
  },
  controls: { folders: [], packages: [] },
  health: { folders: [], packages: [] },
  savings: { folders: [], packages: [] },
  policies: { folders: [], packages: ['croner', 'picomatch'] },
  triage: { folders: ['parsers', 'guardrails/safe-pattern'], packages: ['zod', 'yaml', 'picomatch'] },
  incident: { folders: [], packages: ['zod'] },
  events: { folders: ['commands'], packages: ['zod', 'node:crypto'] },
  commands: { folders: ['did-you-mean'], packages: [] },
  results: { folders: ['analysis'], packages: ['zod', 'node:', 'yaml'], types: [] },
  analysis: { folders: ['detectors', 'parsers'], packages: ['node:', 'web-tree-sitter', 'picomatch'] },
  config: {
    folders: ['did-you-mean', 'guardrails/safe-pattern'],
    packages: ['node:', 'zod', 'yaml', 'picomatch', 'croner'],
  },
  clients: {
    folders: ['did-you-mean'],
    packages: [
      'node:',
      'zod',
      'probot',
      '@octokit',
      '@aws-sdk',
      'bottleneck',
      '@modelcontextprotocol/client',
      '@openai/agents',
      '@openai/agents-extensions',
      '@ai-sdk',
      'openai',
    ],
    types: ['pino'],
  },
  storage: { folders: [], packages: ['node:', 'kysely', 'pg', 'zod'] },
  git: { folders: ['analysis', 'code-review', 'did-you-mean'], packages: ['node:', 'zod'] },
  guardrails: { folders: ['detectors', 'analysis'], packages: ['@openai/agents'] },
  tools: {
    folders: ['did-you-mean', 'guardrails', 'detectors', 'results/untrusted-text'],
    packages: ['zod', 'node:buffer', 'node:crypto', 'node:timers/promises', '@openai/agents'],
    types: ['clients', 'config'],
  },
  agents: {
    folders: [
      'code-review',
      'incident',
      'guardrails',
      'detectors',
      'analysis',
      'tools',
      'config',
      'did-you-mean',
    ],
    packages: ['zod', 'node:timers/promises', 'node:crypto', '@openai/agents'],
  },
  workflows: {
    folders: ['agents', 'guardrails', 'config', 'did-you-mean'],
    packages: ['zod'],
  },
  runs: {
    folders: [
      'agents',
      'workflows',
      'policies',
      'controls',
      'health',
      'savings',
      'detectors',
      'parsers',
      'results',
      'commands',
      'config',
      'analysis',
      'did-you-mean',
      'diagnosis',
      'incident',
      'triage',
      'code-review',
    ],
    packages: ['node:', 'zod', 'kysely', 'croner'],
    types: ['storage', 'clients'],
  },
  observability: { folders: [], packages: ['pino'] },
  web: { folders: [], packages: ['node:'] },
  app: { folders: ['events'], packages: [], types: ['probot'] },
};

/** The composition root and the entries may import everything but each other. */
const unwalled = ['runtime', 'server', 'worker', 'cli', 'run-process', 'assert-node'];

type Import = { readonly file: string; readonly target: string; readonly typeOnly: boolean };

const source = normalize(join(import.meta.dirname, '../src'));

const imports: readonly Import[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .flatMap(file => importsOf(file, readFileSync(join(source, file), 'utf8')));

function importsOf(file: string, text: string): readonly Import[] {
  const statements = text.matchAll(
    /^(?:import|export)\s(?<type>type\s)?(?:[^'";]*?\sfrom\s)?'(?<from>[^']+)';/gms,
  );
  const dynamic = text.matchAll(/import\('(?<from>[^']+)'\)/g);
  return [...statements, ...dynamic].map(match => {
    const from = match.groups?.['from'] ?? '';
    const target = from.startsWith('.')
      ? `src/${relative(source, normalize(join(source, dirname(file), from)))}`
      : from;
    return { file, target, typeOnly: match.groups?.['type'] !== undefined };
  });
}

/** `runs/engine/x.ts` → `runs`, `app.ts` → `app`. */
function partOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const part = partOf(file);
  if (unwalled.includes(part)) return true;
  const wall = walls[part];
  if (wall === undefined) return false;
  const types = typeOnly ? (wall.types ?? []) : [];
  if (!target.startsWith('src/'))
    return [...wall.packages, ...types].some(
      name => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
  const path = target.slice('src/'.length);
  const targetPart = partOf(path);
  if (['contracts', 'errors', 'logger', part].includes(targetPart)) return true;
  return [...wall.folders, ...types].some(name => path === `${name}.ts` || path.startsWith(`${name}/`));
}

describe('the architecture', () => {
  it('has a wall for every folder and file at the top of src', () => {
    const parts = [...new Set(imports.map(({ file }) => partOf(file)))].filter(
      part => !unwalled.includes(part),
    );
    expect(parts.filter(part => walls[part] === undefined)).toEqual([]);
  });

  it('keeps every import within its wall', () => {
    const broken = imports
      .filter(entry => !isAllowed(entry))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(broken).toEqual([]);
  });

  it('reads the environment in runtime.ts and the terminal entry only', async () => {
    const readers = await filesThatUse(['process.env'], () => true);
    expect(readers.filter(file => !['runtime.ts', 'cli.ts'].includes(file))).toEqual([]);
  });

  it('keeps clock, environment and randomness out of the pure folders', async () => {
    const pure = ['code-review', 'controls', 'detectors', 'policies', 'events', 'commands', 'results'];
    const impure = ['Date.now', 'Math.random', 'process.env', 'performance.now'];
    expect(await filesThatUse(impure, file => pure.includes(partOf(file)))).toEqual([]);
  });
});

/** Files whose code (not their strings: rules talk about such things) reads one of the given members. */
async function filesThatUse(
  members: readonly string[],
  isAsked: (file: string) => boolean,
): Promise<readonly string[]> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && isAsked(file),
  );
  const users: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(source, file), 'utf8');
    if (!members.some(member => text.includes(member))) continue;
    await trees.load(file);
    const tree = trees.parse(file, text);
    const found = tree?.rootNode.descendantsOfType('member_expression').map(node => node?.text ?? '') ?? [];
    if (found.some(member => members.includes(member))) users.push(file);
    tree?.delete();
  }
  return users;
}
