import { about, defineDependencyRule, shown } from './define-dependency-rule.ts';
import { popularNames } from './popular/popular-names.ts';

export const dependencyTyposquat = defineDependencyRule({
  id: 'dependency-typosquat',
  title: 'Package named like a popular one',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-1357', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports packages whose name is one typing error (a letter added, left out, replaced or swapped), a separator or a look-alike character (`0` for `o`, `rn` for `m`) away from one of the most used packages of the ecosystem, and that are not widely used themselves.',
  why: 'Attackers publish malware under misspelt names and wait for somebody to mistype; installing it runs their code on developers’ machines and in CI.',
  fix: 'Check the spelling. If this is the package you mean, dismiss the finding with a reason.',
  references: [
    'https://docs.npmjs.com/threats-and-mitigations',
    'https://slsa.dev/spec/v1.0/threats-overview',
  ],
  check: ({ ecosystem, kind, dependencies }) =>
    dependencies.flatMap(dependency => {
      if (dependency.source.kind === 'path') return [];
      const popular = popularNames.imitatedBy(ecosystem, dependency.name);
      if (popular === undefined) return [];
      const message = `\`${shown(dependency.name)}\` is one typing error away from \`${popular}\`.`;
      return [about(dependency, { message, ...(kind === 'lock' ? { severity: 'medium' } : {}) })];
    }),
  examples: {
    bad: [
      { path: 'package.json', text: '{\n  "dependencies": {\n    "expresss": "^4.0.0"\n  }\n}\n' },
      { path: 'requirements.txt', text: 'reqeusts==2.31.0\n' },
      { path: 'Cargo.toml', text: '[dependencies]\nserdee_json = "1"\n' },
    ],
    good: [
      { path: 'package.json', text: '{\n  "dependencies": {\n    "express": "^4.0.0"\n  }\n}\n' },
      { path: 'requirements.txt', text: 'requests==2.31.0\n' },
    ],
  },
});
