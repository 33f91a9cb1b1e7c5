import type { RawFinding } from '../../contracts/detector.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';
import type { YamlEntry, YamlMap } from './model/yaml-tree.ts';

/** The variable that brings back the workflow commands GitHub removed in 2020. */
export const insecureCommands = defineWorkflowRule({
  id: 'insecure-commands',
  title: 'Insecure workflow commands allowed',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-749', 'CWE-78'],
  owasp: ['A03'],
  what: 'Reports `ACTIONS_ALLOW_UNSECURE_COMMANDS` set to true for a workflow, job or step.',
  why: 'It brings back `::set-env` and `::add-path`: whatever a step prints, text of strangers included, can then set variables and run code in later steps.',
  fix: 'Remove the variable and write to the files `$GITHUB_ENV`, `$GITHUB_PATH` and `$GITHUB_OUTPUT`.',
  references: [
    'https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/',
    'https://docs.zizmor.sh/audits/#insecure-commands',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n    steps:\n      - run: make\n',
      ),
      actionExample(
        'name: x\nruns:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n      env:\n        ACTIONS_ALLOW_UNSECURE_COMMANDS: "true"\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      ACTIONS_ALLOW_UNSECURE_COMMANDS: false\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onWorkflow: workflow => checkEnvironment(workflow.root),
  onJob: job => checkEnvironment(job.map),
  onStep: ({ step }) => checkEnvironment(step.map),
});

function checkEnvironment(owner: YamlMap): readonly RawFinding[] {
  const env = entryOf(owner, 'env');
  if (env === undefined) return [];
  if (env.value.kind === 'scalar') return checkComputed(env);
  const flag = env.value.kind === 'map' && env.value.entries.some(isAllowed);
  return flag ? [{ ...spanOfEntry(env), message: 'Insecure workflow commands are allowed here.' }] : [];
}

/** The runner reads the variable as a boolean; `yes` and the like are not one. */
function isAllowed({ key, value }: YamlEntry): boolean {
  return (
    key.toUpperCase() === 'ACTIONS_ALLOW_UNSECURE_COMMANDS' && textOf(value)?.trim().toLowerCase() === 'true'
  );
}

function checkComputed(env: YamlEntry): readonly RawFinding[] {
  if (textOf(env.value)?.includes('${{') !== true) return [];
  return [
    {
      ...spanOfEntry(env),
      severity: 'info',
      confidence: 'low',
      message: 'The environment is computed, so that nobody can tell whether it allows insecure commands.',
    },
  ];
}
