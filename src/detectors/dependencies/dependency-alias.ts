import { about, defineDependencyRule, shown } from './define-dependency-rule.ts';
import { popularNames } from './popular/popular-names.ts';

export const dependencyAlias = defineDependencyRule({
  id: 'dependency-alias',
  title: 'Another package under a popular name',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-829'],
  owasp: ['A08'],
  what: 'Reports requirements that install one package under the name of another, widely used one (`"react": "npm:…"`, Cargo’s `package = …`).',
  why: 'Every import says the familiar name while other code runs; reviewers do not notice.',
  fix: 'Use the package under its own name, or dismiss the finding with a reason when the fork is meant.',
  references: [
    'https://docs.npmjs.com/cli/v11/using-npm/package-spec#aliases',
    'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#renaming-dependencies-in-cargotoml',
  ],
  check: ({ ecosystem, kind, dependencies }) =>
    kind === 'lock'
      ? []
      : dependencies.flatMap(dependency => {
          const { alias, name } = dependency;
          if (alias === undefined || alias === name || !popularNames.isKnown(ecosystem, alias)) return [];
          if (popularNames.isKnown(ecosystem, name)) return [];
          const message = `\`${shown(alias)}\` is the package \`${shown(name)}\` here.`;
          return [about(dependency, { message })];
        }),
  examples: {
    bad: [
      {
        path: 'package.json',
        text: '{\n  "dependencies": {\n    "react": "npm:example-fork-of-react@18.0.0"\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'package.json',
        text: '{\n  "dependencies": {\n    "react-17": "npm:react@17.0.2"\n  }\n}\n',
      },
    ],
  },
});
