import type { RawFinding } from '../../contracts/detector.ts';
import { type ConfigEntry, entryOf, stringOf, valueAt } from '../../parsers/config-node.ts';
import { parseJson } from '../../parsers/json.ts';
import { defineDependencyRule, shown } from './define-dependency-rule.ts';
import { sourceOf } from './dependency.ts';
import { linesOf, spanIn } from './files/text-lines.ts';

export const dependencyReplaced = defineDependencyRule({
  id: 'dependency-replaced',
  title: 'Package replaced by somebody else’s, for everything that uses it',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829'],
  owasp: ['A08'],
  what: 'Reports `replace` directives of Go that name another module, Cargo’s `[patch]` and `replace-with`, and npm `overrides` or Yarn `resolutions` that name a repository, an address or another package.',
  why: 'The replacement reaches every package that depends on the name, deep in the tree, without showing in their lists.',
  fix: 'Replace by a version, not by another source; for a fork bind it to a commit and say why.',
  references: [
    'https://go.dev/ref/mod#go-mod-file-replace',
    'https://doc.rust-lang.org/cargo/reference/overriding-dependencies.html',
    'https://docs.npmjs.com/cli/v11/configuring-npm/package-json#overrides',
  ],
  check: (_file, { path, text }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name === 'go.mod') return goReplacements(text);
    if (name === 'Cargo.toml') return cargoPatches(text);
    return name === 'package.json' ? npmOverrides(text) : [];
  },
  examples: {
    bad: [
      {
        path: 'go.mod',
        text: 'module example.com/app\n\nreplace github.com/example/library => github.com/somebody/library v1.2.3\n',
      },
      {
        path: 'package.json',
        text: '{\n  "overrides": {\n    "example": "github:somebody/example"\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'go.mod',
        text: 'module example.com/app\n\nreplace github.com/example/library => ../library\n',
      },
      { path: 'package.json', text: '{\n  "overrides": {\n    "example": "1.2.3"\n  }\n}\n' },
    ],
  },
});

function goReplacements(text: string): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  let inBlock = false;
  for (const line of linesOf(text)) {
    const content = line.text.replace(/\/\/.*$/, '').trim();
    if (/^replace\s*\($/.test(content)) inBlock = true;
    else if (content === ')') inBlock = false;
    const { from, to } =
      /^(?:replace\s+)?(?<from>\S+)(?:\s+v\S+)?\s+=>\s+(?<to>[\w.-]+\.[\w.-]+\/\S+)/.exec(content)?.groups ??
      {};
    if (from === undefined || to === undefined || from === to) continue;
    if (!inBlock && !content.startsWith('replace')) continue;
    findings.push({
      ...spanIn(line, content),
      message: `\`${shown(from)}\` is replaced by \`${shown(to)}\` everywhere.`,
    });
  }
  return findings;
}

function cargoPatches(text: string): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  let isPatch = false;
  for (const line of linesOf(text)) {
    if (/^\s*\[/.test(line.text)) isPatch = /^\s*\[(?:patch\.|replace\])/.test(line.text);
    const name = /^\s*"?(?<name>[\w-]+)[^=]*=.*\bgit\s*=/.exec(line.text)?.groups?.['name'];
    if (!isPatch || name === undefined) continue;
    findings.push({
      ...spanIn(line, line.text.trim()),
      message: `\`${shown(name)}\` is replaced by a repository everywhere.`,
    });
  }
  return findings;
}

function npmOverrides(text: string): readonly RawFinding[] {
  const root = parseJson(text);
  const maps = [
    entryOf(root, 'overrides')?.value,
    entryOf(root, 'resolutions')?.value,
    valueAt(root, 'pnpm', 'overrides'),
  ];
  const entries: ConfigEntry[] = [];
  const pending = maps.filter(map => map !== undefined);
  for (let map = pending.pop(); map !== undefined; map = pending.pop()) {
    if (map.kind !== 'map') continue;
    entries.push(...map.entries);
    pending.push(...map.entries.map(({ value }) => value));
  }
  return entries.flatMap(({ key, keySpan, value }) => {
    const target = stringOf(value);
    const isOther = target?.startsWith('npm:') === true && !target.startsWith(`npm:${key}@`);
    const kind = target === undefined ? undefined : sourceOf(target)?.kind;
    if (!isOther && kind !== 'git' && kind !== 'archive') return [];
    const message = `\`${shown(key)}\` is replaced by something else everywhere.`;
    return [{ start: keySpan.start, end: value.end, message }];
  });
}
