import type { RawFinding } from '../../contracts/detector.ts';
import { about, defineDependencyRule, shown } from './define-dependency-rule.ts';
import type { DependencyFile } from './dependency.ts';
import { linesOf, spanIn } from './files/text-lines.ts';
import { isPublicRegistry, registryOf } from './registry-host.ts';

const lock = (second: string) =>
  `'@example/a@^1.0.0':\n  version "1.0.0"\n  resolved "https://npm.example.com/@example/a/-/a-1.0.0.tgz"\n  integrity sha512-AAAA\n\n'@example/b@^1.0.0':\n  version "1.0.0"\n  resolved "https://${second}/@example/b/-/b-1.0.0.tgz"\n  integrity sha512-BBBB\n`;

export const dependencyConfusion = defineDependencyRule({
  id: 'dependency-confusion',
  title: 'Internal package that a public registry can take over',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-427', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports packages of a scope that come from the public registry while others of the same scope come from a private one, and package indexes that pip uses beside its main one (`--extra-index-url`) without bound hashes.',
  why: 'Whoever publishes the internal name on the public registry, with a higher version, has their code installed instead.',
  fix: 'Bind the scope to its registry in `.npmrc`; for pip use one index that holds everything (`--index-url`), or hashes.',
  references: [
    'https://docs.npmjs.com/cli/v11/using-npm/scope#associating-a-scope-with-a-registry',
    'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
  ],
  check: (file, { text }) => [...splitScopes(file), ...extraIndexes(file, text)],
  examples: {
    bad: [
      { path: 'yarn.lock', text: lock('registry.yarnpkg.com') },
      {
        path: 'requirements.txt',
        text: '--extra-index-url https://pypi.example.com/simple\nexample-internal==1.0.0\n',
      },
    ],
    good: [
      { path: 'yarn.lock', text: lock('npm.example.com') },
      {
        path: 'requirements.txt',
        text: '--index-url https://pypi.example.com/simple\nexample-internal==1.0.0\n',
      },
    ],
  },
});

function splitScopes({ ecosystem, dependencies }: DependencyFile): readonly RawFinding[] {
  if (ecosystem !== 'npm') return [];
  const privateScopes = new Set(
    dependencies.flatMap(dependency => {
      const registry = registryOf(dependency);
      const isPrivate =
        registry !== undefined && dependency.source.kind === 'registry' && !isPublicRegistry(registry);
      return isPrivate ? (scopeOf(dependency.name) ?? []) : [];
    }),
  );
  return dependencies.flatMap(dependency => {
    const scope = scopeOf(dependency.name);
    const registry = registryOf(dependency);
    if (scope === undefined || !privateScopes.has(scope)) return [];
    if (registry === undefined || !isPublicRegistry(registry)) return [];
    const message = `\`${shown(dependency.name)}\` comes from the public registry, others of its scope from a private one.`;
    return [about(dependency, { message })];
  });
}

function scopeOf(name: string): string | undefined {
  return name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
}

function extraIndexes({ ecosystem, dependencies }: DependencyFile, text: string): readonly RawFinding[] {
  if (ecosystem !== 'pypi' || !text.includes('--extra-index-url')) return [];
  if (dependencies.length > 0 && dependencies.every(({ integrity }) => integrity !== undefined)) return [];
  return [...linesOf(text)].flatMap(line => {
    // The extra index of a vendor that everybody uses is no internal one.
    const isOption = /^\s*--extra-index-url[ =]/.test(line.text);
    const isVendor = /download\.pytorch\.org|pypi\.(?:nvidia\.com|ngc\.nvidia\.com)|pypi\.org/.test(
      line.text,
    );
    return isOption && !isVendor
      ? [
          {
            ...spanIn(line, line.text.trim()),
            message: 'Of two indexes pip takes the higher version, whoever published it.',
          },
        ]
      : [];
  });
}
