import { about, baseOf, defineDependencyRule, shown } from './define-dependency-rule.ts';
import type { DependencyFile } from './dependency.ts';
import { registryOf } from './registry-host.ts';

/** A registry that a file uses less than this often is the odd one out. */
const oddShare = 0.25;

const lock = (...hosts: readonly string[]) =>
  `{\n  "lockfileVersion": 3,\n  "packages": {\n${hosts
    .map(
      (host, index) =>
        `    "node_modules/example-${index}": {\n      "version": "1.0.0",\n      "resolved": "https://${host}/example-${index}/-/example-${index}-1.0.0.tgz",\n      "integrity": "sha512-AAAA"\n    }`,
    )
    .join(',\n')}\n  }\n}\n`;
const npm = 'registry.npmjs.org';

export const dependencyForeignRegistry = defineDependencyRule({
  id: 'dependency-foreign-registry',
  title: 'Package from another registry than the others',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-494', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports packages of a lock file whose archive comes from another host than nearly all others, and from a host that the base’s file did not use.',
  why: 'Lock files are long and hardly read: one changed address is enough to have everybody install an attacker’s archive with a matching checksum.',
  fix: 'Write the lock file anew with the package manager. If the host is right, dismiss the finding with a reason.',
  references: [
    'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json',
    'https://cheatsheetseries.owasp.org/cheatsheets/NPM_Security_Cheat_Sheet.html',
  ],
  check: (file, source) => {
    if (file.kind !== 'lock') return [];
    const before = registriesOf(baseOf(source)?.file);
    const usual = usualRegistries(file);
    return file.dependencies.flatMap(dependency => {
      const registry = registryOf(dependency);
      if (registry === undefined || dependency.source.kind === 'git') return [];
      if (usual.has(registry) || before.has(registry)) return [];
      const message = `\`${shown(dependency.name)}\` comes from ${shown(registry)}, unlike the others.`;
      return [about(dependency, { message })];
    });
  },
  examples: {
    bad: [{ path: 'package-lock.json', text: lock(npm, npm, npm, npm, 'packages.example.com') }],
    good: [{ path: 'package-lock.json', text: lock(npm, npm, npm, npm, 'registry.yarnpkg.com') }],
  },
});

function registriesOf(file: DependencyFile | undefined): ReadonlySet<string> {
  return new Set(file?.dependencies.flatMap(dependency => registryOf(dependency) ?? []));
}

/** The registries with a fair share of the packages; all of them in a file too small to tell. */
function usualRegistries({ dependencies }: DependencyFile): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const registry of dependencies.flatMap(entry => registryOf(entry) ?? []))
    counts.set(registry, (counts.get(registry) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isUsual = (count: number): boolean => total < 3 || count / total >= oddShare;
  return new Set([...counts].filter(([, count]) => isUsual(count)).map(([registry]) => registry));
}
