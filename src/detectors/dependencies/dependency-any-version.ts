import { about, defineDependencyRule, shown } from './define-dependency-rule.ts';
import type { Dependency, Ecosystem } from './dependency.ts';

export const dependencyAnyVersion = defineDependencyRule({
  id: 'dependency-any-version',
  title: 'Requirement that any version meets',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-1357', 'CWE-829'],
  owasp: ['A08', 'A06'],
  what: 'Reports requirements such as `*`, `latest`, `>=0` or `+` that accept every version there is and will be.',
  why: 'A new major version or a hijacked release is installed with the next update, and nobody decided on it.',
  fix: 'Name a version or a range (`^1.2.3`, `~=1.2`), and commit the lock file.',
  references: [
    'https://docs.npmjs.com/cli/v11/configuring-npm/package-json#dependencies',
    'https://docs.gradle.org/current/userguide/dependency_versions.html',
  ],
  check: ({ ecosystem, kind, dependencies }, { text }) =>
    kind === 'lock'
      ? []
      : dependencies
          .filter(dependency => !isPeer(dependency, ecosystem, text))
          .filter(({ source, requirement }) => source.kind === 'registry' && isAny(requirement, ecosystem))
          .map(dependency =>
            about(dependency, { message: `Any version of \`${shown(dependency.name)}\` is accepted.` }),
          ),
  examples: {
    bad: [
      { path: 'package.json', text: '{\n  "dependencies": {\n    "example": "*"\n  }\n}\n' },
      { path: 'build.gradle', text: "dependencies {\n  implementation 'com.example:library:+'\n}\n" },
    ],
    good: [
      { path: 'package.json', text: '{\n  "dependencies": {\n    "example": "^1.2.3"\n  }\n}\n' },
      { path: 'package.json', text: '{\n  "peerDependencies": {\n    "example": "*"\n  }\n}\n' },
    ],
  },
});

function isAny(requirement: string | undefined, ecosystem: Ecosystem): boolean {
  if (requirement === undefined) return false;
  const text = requirement.trim().toLowerCase();
  if (ecosystem === 'maven') return /^(?:latest|release|latest\.\w+|\+|\[0,\))$/.test(text);
  return /^(?:\*|x|latest|next|>=?\s*0(?:\.0)*)$/.test(text) || (ecosystem === 'npm' && text === '');
}

/** A peer requirement is met by what the user installs: any version may well be right. */
function isPeer({ span }: Dependency, ecosystem: Ecosystem, text: string): boolean {
  if (ecosystem !== 'npm') return false;
  const section = text.lastIndexOf('ependencies"', span.start);
  return text.slice(Math.max(0, section - 6), section).endsWith('peerD');
}
