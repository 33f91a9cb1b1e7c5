import { about, baseOf, defineDependencyRule, shown } from './define-dependency-rule.ts';

const lock = (version: string, integrity: string) =>
  `example@^1.0.0:\n  version "${version}"\n  resolved "https://registry.yarnpkg.com/example/-/example-${version}.tgz"\n  integrity ${integrity}\n`;

export const dependencyIntegrityChanged = defineDependencyRule({
  id: 'dependency-integrity-changed',
  title: 'Other checksum for the same version',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-494', 'CWE-353'],
  owasp: ['A08'],
  what: 'Reports packages of a lock file whose checksum differs from the base’s although the version is the same and the checksum is of the same kind.',
  why: 'A published version does not change. Another checksum means that the lock now accepts another archive: a replaced release or a forged entry.',
  fix: 'Find out why the archive changed before merging: compare it with the registry’s checksum.',
  references: [
    'https://www.w3.org/TR/SRI/',
    'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages',
  ],
  check: ({ kind, dependencies }, source) => {
    const base = kind === 'lock' ? baseOf(source) : undefined;
    if (base === undefined) return [];
    return dependencies.flatMap(dependency => {
      const before = base.same(dependency)?.integrity;
      const { integrity, version } = dependency;
      if (version === undefined || before === undefined || integrity === undefined) return [];
      if (!contradicts(before, integrity)) return [];
      const message = `The checksum of \`${shown(dependency.name)}\` changed, its version did not.`;
      return [about(dependency, { message, isChange: true })];
    });
  },
  examples: {
    bad: [{ path: 'yarn.lock', text: lock('1.0.0', 'sha512-BBBB'), base: lock('1.0.0', 'sha512-AAAA') }],
    good: [
      { path: 'yarn.lock', text: lock('1.0.1', 'sha512-BBBB'), base: lock('1.0.0', 'sha512-AAAA') },
      { path: 'yarn.lock', text: lock('1.0.0', 'sha512-AAAA'), base: lock('1.0.0', 'sha1-AAAA') },
    ],
  },
});

/** True when both name checksums of a kind in common and none of those is the same. */
function contradicts(before: string, after: string): boolean {
  const old = hashesOf(before);
  const kinds = new Set(old.map(kindOf));
  const comparable = hashesOf(after).filter(hash => kinds.has(kindOf(hash)));
  return comparable.length > 0 && !comparable.some(hash => old.includes(hash));
}

function hashesOf(integrity: string): readonly string[] {
  return integrity.split(/\s+/).filter(hash => hash !== '');
}

/** `sha512-…`, `sha256:…`, `h1:…`, Yarn’s `10c0/…` (whose prefix is its cache’s version), or bare hexadecimal by length. */
function kindOf(hash: string): string {
  return /^(?<kind>[\w.]+[-:/])/.exec(hash)?.groups?.['kind'] ?? String(hash.length);
}
