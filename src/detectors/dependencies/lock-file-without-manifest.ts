import { baseOf, defineDependencyRule } from './define-dependency-rule.ts';
import { isDependencyFile } from './dependencies-of.ts';

const lock = (requirement: string) =>
  `{\n  "lockfileVersion": 3,\n  "packages": {\n    "": {\n      "dependencies": {\n        "example": "${requirement}"\n      }\n    }\n  }\n}\n`;

export const lockFileWithoutManifest = defineDependencyRule({
  id: 'lock-file-without-manifest',
  title: 'Lock file that asks for other packages than before, without its manifest',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-353'],
  owasp: ['A08'],
  what: 'Reports lock files whose list of what is asked for changed (or whose hash of the manifest did) although no manifest of the same ecosystem is part of the change.',
  why: 'The manifest is what people read. A lock file that asks for something else installs packages that nobody decided on.',
  fix: 'Change the manifest and let the package manager write the lock file; never edit it by hand.',
  references: [
    'https://docs.npmjs.com/cli/v11/commands/npm-ci',
    'https://cheatsheetseries.owasp.org/cheatsheets/NPM_Security_Cheat_Sheet.html',
  ],
  check: ({ asked }, source) => {
    const before = baseOf(source)?.file.asked;
    if (asked === undefined || before === undefined || asked.text === before.text) return [];
    const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
    const hasManifest = source.beside.some(({ path }) => path.startsWith(folder) && isDependencyFile(path));
    if (hasManifest) return [];
    const message = 'The lock file asks for other packages than on the base, and no manifest changed.';
    return [{ ...asked.span, message, isChange: true }];
  },
  examples: {
    bad: [{ path: 'package-lock.json', text: lock('^2.0.0'), base: lock('^1.0.0') }],
    good: [
      {
        path: 'package-lock.json',
        text: lock('^2.0.0'),
        base: lock('^1.0.0'),
        beside: [{ path: 'package.json', text: '{"dependencies": {"example": "^2.0.0"}}' }],
      },
    ],
  },
});
