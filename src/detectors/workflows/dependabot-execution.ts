import { defineWorkflowRule } from './model/define-workflow-rule.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Updates that run code of the dependencies. */
export const dependabotExecution = defineWorkflowRule({
  id: 'dependabot-execution',
  title: 'Dependabot runs code of dependencies',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-94'],
  owasp: ['A08'],
  what: 'Reports `insecure-external-code-execution: allow` in a Dependabot configuration.',
  why: "Code in a dependency's manifest then runs while Dependabot updates, where it can read the credentials of private registries.",
  fix: 'Remove the setting, or set it to `deny`.',
  references: [
    'https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#insecure-external-code-execution--',
    'https://docs.zizmor.sh/audits/#dependabot-execution',
  ],
  examples: {
    bad: [
      {
        path: '.github/dependabot.yml',
        text: 'version: 2\nupdates:\n  - package-ecosystem: bundler\n    directory: /\n    insecure-external-code-execution: allow\n    schedule:\n      interval: daily\n',
      },
    ],
    good: [
      {
        path: '.github/dependabot.yml',
        text: 'version: 2\nupdates:\n  - package-ecosystem: bundler\n    directory: /\n    insecure-external-code-execution: deny\n    schedule:\n      interval: daily\n',
      },
    ],
  },
  onDependabot: config =>
    config.updates.flatMap(update => {
      const setting = entryOf(update, 'insecure-external-code-execution');
      if (setting === undefined || textOf(setting.value) !== 'allow') return [];
      return [{ ...spanOfEntry(setting), message: 'Dependabot may run code of the dependencies.' }];
    }),
});
