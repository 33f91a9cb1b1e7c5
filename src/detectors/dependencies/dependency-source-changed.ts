import { about, baseOf, defineDependencyRule, shown } from './define-dependency-rule.ts';
import type { Dependency } from './dependency.ts';
import { isPublicRegistry, registryOf } from './registry-host.ts';

const manifest = (requirement: string) => `{\n  "dependencies": {\n    "example": "${requirement}"\n  }\n}\n`;

export const dependencySourceChanged = defineDependencyRule({
  id: 'dependency-source-changed',
  title: 'Package that now comes from elsewhere',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports packages that came from one registry, repository or host on the base and come from another now, or from a repository or archive instead of a registry.',
  why: 'The name stays familiar while other people’s code is installed under it.',
  fix: 'Make sure that the new source belongs to the project, and dismiss the finding with a reason if it does.',
  references: ['https://slsa.dev/spec/v1.0/threats', 'https://docs.npmjs.com/threats-and-mitigations'],
  check: ({ dependencies }, source) => {
    const base = baseOf(source);
    if (base === undefined) return [];
    return dependencies.flatMap(dependency => {
      const before = base.named(dependency);
      if (before.length === 0 || before.some(entry => isSameSource(entry, dependency))) return [];
      const message = `\`${shown(dependency.alias ?? dependency.name)}\` ${wordsFor(dependency)}; on the base it does not.`;
      return [about(dependency, { message, isChange: true })];
    });
  },
  examples: {
    bad: [
      {
        path: 'package.json',
        text: manifest('github:somebody/example'),
        base: manifest('^1.0.0'),
      },
      {
        path: 'package.json',
        text: manifest('npm:other-example@^1.0.0'),
        base: manifest('^1.0.0'),
      },
    ],
    good: [{ path: 'package.json', text: manifest('^2.0.0'), base: manifest('^1.0.0') }],
  },
});

function isSameSource(before: Dependency, after: Dependency): boolean {
  if (before.name !== after.name) return false;
  const kinds = [before.source.kind, after.source.kind];
  // From a path to a registry and back is how packages move in and out of a workspace.
  if (kinds.includes('path')) return true;
  if (before.source.kind !== after.source.kind) return after.source.kind === 'registry';
  const [old, now] = [registryOf(before), registryOf(after)];
  if (after.source.kind === 'git' && before.source.kind === 'git')
    return repositoryOf(before.source.url) === repositoryOf(after.source.url);
  // Some formats name a registry only where it is not the public one.
  if (old === undefined && now !== undefined) return isPublicRegistry(now);
  return now === undefined || old === now;
}

function repositoryOf(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(?:git\+)?[a-z+]+:\/\/(?:[^@/]*@)?|^git@/, '')
    .replace(/^github:/, 'github.com/')
    .replace(':', '/')
    .replace(/[?#].*$|\.git$/g, '')
    .replace(/\.git$/, '');
}

function wordsFor({ name, alias, source }: Dependency): string {
  if (alias !== undefined) return `is now the package \`${shown(name)}\``;
  if (source.kind === 'git') return 'comes from a git repository now';
  return source.kind === 'archive' ? 'comes from a bare address now' : 'comes from another registry now';
}
