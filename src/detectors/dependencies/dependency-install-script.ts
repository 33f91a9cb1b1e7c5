import { about, baseOf, defineDependencyRule, shown } from './define-dependency-rule.ts';
import { popularNames } from './popular/popular-names.ts';

const entry = (script: string) =>
  `{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/example-native": {\n      "version": "1.2.3",\n      "resolved": "https://registry.npmjs.org/example-native/-/example-native-1.2.3.tgz",\n      "integrity": "sha512-AAAA"${script}\n    }\n  }\n}\n`;

export const dependencyInstallScript = defineDependencyRule({
  id: 'dependency-install-script',
  title: 'Package that runs scripts when it is installed',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829'],
  owasp: ['A08'],
  what: 'Reports packages of a lock file that run scripts at installation. It weighs less for widely used packages, and what ran scripts on the base already is left out.',
  why: 'Install scripts run with the rights of whoever installs, before any of the package’s code is used: on developers’ machines and in CI, beside its secrets.',
  fix: 'Read the script, or install with `--ignore-scripts` and allow it by name (`allow-scripts`, pnpm’s `onlyBuiltDependencies`).',
  references: [
    'https://docs.npmjs.com/cli/v11/using-npm/scripts',
    'https://pnpm.io/settings#onlybuiltdependencies',
  ],
  check: ({ ecosystem, dependencies }, source) => {
    const base = baseOf(source);
    return dependencies.flatMap(dependency => {
      if (!dependency.runsScripts) return [];
      if (base?.named(dependency).some(({ runsScripts }) => runsScripts) === true) return [];
      const isKnown = popularNames.isKnown(ecosystem, dependency.name);
      const message = `Installing \`${shown(dependency.name)}\` runs its scripts.`;
      return [about(dependency, { message, ...(isKnown ? { severity: 'info' } : {}) })];
    });
  },
  examples: {
    bad: [{ path: 'package-lock.json', text: entry(',\n      "hasInstallScript": true') }],
    good: [{ path: 'package-lock.json', text: entry('') }],
  },
});
