import { about, defineDependencyRule, shown } from './define-dependency-rule.ts';

export const dependencyMutableSource = defineDependencyRule({
  id: 'dependency-mutable-source',
  title: 'Package from an address that can change',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-494', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports packages that are fetched from a git branch or tag, or from a bare archive address without a checksum, instead of from a registry.',
  why: 'Whoever controls the repository or the host can put other code behind the same address at any time; no registry keeps the version as it was.',
  fix: 'Use the registry’s package, bind git addresses to a full commit hash, and give archives a checksum.',
  references: [
    'https://docs.npmjs.com/cli/v11/configuring-npm/package-json#git-urls-as-dependencies',
    'https://pip.pypa.io/en/stable/topics/vcs-support/',
  ],
  check: ({ dependencies }) =>
    dependencies.flatMap(dependency => {
      const { source, integrity } = dependency;
      const isMutable =
        (source.kind === 'git' && source.commit === undefined) ||
        (source.kind === 'archive' && integrity === undefined && !/#\w+[=-][0-9a-f]{32,}/i.test(source.url));
      if (!isMutable) return [];
      const what = source.kind === 'git' ? 'a git branch or tag' : 'an address without a checksum';
      return [about(dependency, { message: `\`${shown(dependency.name)}\` comes from ${what}.` })];
    }),
  examples: {
    bad: [
      {
        path: 'package.json',
        text: '{\n  "dependencies": {\n    "example": "git+https://github.com/example/example.git#main"\n  }\n}\n',
      },
      { path: 'requirements.txt', text: 'example @ git+https://github.com/example/example.git@main\n' },
    ],
    good: [
      {
        path: 'package.json',
        text: `{\n  "dependencies": {\n    "example": "git+https://github.com/example/example.git#${'0123456789'.repeat(4)}"\n  }\n}\n`,
      },
      { path: 'requirements.txt', text: 'example==1.0.0\n' },
    ],
  },
});
