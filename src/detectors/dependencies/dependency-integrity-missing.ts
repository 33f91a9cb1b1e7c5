import { about, baseOf, defineDependencyRule, shown } from './define-dependency-rule.ts';
import type { Dependency, DependencyFile } from './dependency.ts';
import { registryOf } from './registry-host.ts';

/** Formats of these packages always have a checksum when most have one; Gradle’s and Bundler’s keep theirs elsewhere. */
const checkedShare = 0.5;

const lock = (second: string) =>
  `{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/example-a": {\n      "version": "1.0.0",\n      "resolved": "https://registry.npmjs.org/example-a/-/example-a-1.0.0.tgz",\n      "integrity": "sha512-AAAA"\n    },\n    "node_modules/example-b": {\n      "version": "1.0.0",\n      "resolved": "https://registry.npmjs.org/example-b/-/example-b-1.0.0.tgz"${second}\n    }\n  }\n}\n`;

export const dependencyIntegrityMissing = defineDependencyRule({
  id: 'dependency-integrity-missing',
  title: 'Package without the checksum that others have',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-353', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports packages of a lock file (or of a requirements file with hashes) that have no checksum although the others do, or had one on the base, and checksums by MD5 or SHA-1 alone among stronger ones.',
  why: 'Without the checksum a registry, a mirror or a proxy can hand out another archive than the one that was locked.',
  fix: 'Write the lock file anew with the package manager; for pip, `pip-compile --generate-hashes`.',
  references: [
    'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages',
    'https://pip.pypa.io/en/stable/topics/secure-installs/',
  ],
  check: (file, source) => {
    const base = baseOf(source);
    const isExpected = expectsChecksums(file);
    const hasStrong = file.dependencies.some(({ integrity }) => isStrong(integrity));
    return file.dependencies.flatMap(dependency => {
      if (dependency.source.kind === 'path' || dependency.source.kind === 'git') return [];
      const before = base?.same(dependency)?.integrity;
      if (dependency.integrity === undefined) {
        const wasRemoved = before !== undefined;
        if (!wasRemoved && !isExpected) return [];
        const message = `\`${shown(dependency.name)}\` has no checksum${wasRemoved ? ' any more' : ''}.`;
        return [
          about(dependency, {
            message,
            // npm itself leaves both out for optional packages of other platforms.
            ...(registryOf(dependency) === undefined ? { severity: 'low' } : {}),
            ...(wasRemoved ? { severity: 'high', isChange: true } : {}),
          }),
        ];
      }
      const isWeakened = isStrong(before) && !isStrong(dependency.integrity);
      if (isWeakened || (hasStrong && file.ecosystem === 'npm' && isWeak(dependency))) {
        const message = `\`${shown(dependency.name)}\` has only a weak checksum.`;
        return [about(dependency, { message, severity: isWeakened ? 'high' : 'low' })];
      }
      return [];
    });
  },
  examples: {
    bad: [
      { path: 'package-lock.json', text: lock('') },
      {
        path: 'requirements.txt',
        text: `example==1.0.0 --hash=sha256:${'ab'.repeat(32)}\nother==2.0.0\n`,
      },
    ],
    good: [
      { path: 'package-lock.json', text: lock(',\n      "integrity": "sha512-BBBB"') },
      { path: 'requirements.txt', text: 'example==1.0.0\nother==2.0.0\n' },
    ],
  },
});

function expectsChecksums({ dependencies, ecosystem, kind }: DependencyFile): boolean {
  // Workspace members of go.sum and packages of Gradle have nothing to compare with.
  if (ecosystem === 'maven' || ecosystem === 'gem' || (kind === 'manifest' && ecosystem !== 'pypi'))
    return false;
  const fetched = dependencies.filter(
    ({ source }) => source.kind === 'registry' || source.kind === 'archive',
  );
  const checked = fetched.filter(({ integrity }) => integrity !== undefined);
  return checked.length > 0 && checked.length >= fetched.length * checkedShare;
}

function isStrong(integrity: string | undefined): boolean {
  return integrity !== undefined && /sha(?:256|384|512)|^[0-9a-f]{64,}|^10c\d\/|^\d+\/|^h1:/i.test(integrity);
}

function isWeak({ integrity }: Dependency): boolean {
  return integrity !== undefined && /^(?:sha1|md5)-/i.test(integrity);
}
