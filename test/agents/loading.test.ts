import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Every package that comes with a file when it is loaded: what it imports at once, through our own files. */
function loadedWith(entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const open = [join(root, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !file.endsWith('.ts')) continue;
    seen.add(file);
    const statements = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?'(?<from>[^']+)'/gms,
    );
    for (const { groups } of statements) {
      const from = groups?.['from'] ?? '';
      if (from.startsWith('.')) open.push(join(dirname(file), from));
      else packages.add(from);
    }
  }
  if (seen.size < 5) throw new Error(`${entry} imports nothing of ours: the test looks at the wrong thing`);
  return packages;
}

describe('what no agent is used for', () => {
  it.each(['src/runtime.ts', 'src/runtime/compose-run-agent.ts', 'src/cli/program.ts', 'action/index.ts'])(
    '%s loads no agents SDK and no client of a model',
    entry => {
      const sdks = [...loadedWith(entry)].filter(name => /^(?:@openai\/|openai|@ai-sdk\/)/.test(name));
      expect(sdks).toEqual([]);
    },
  );

  it('can tell: a file that uses the SDK is found out', () => {
    expect([...loadedWith('src/agents/runtime/run-conversation.ts')]).toContain('@openai/agents');
  });
});
