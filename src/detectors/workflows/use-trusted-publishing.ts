import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { ActionDefinition, Job, Step, Workflow } from './model/document.ts';
import { publishesToRegistry } from './model/publish-commands.ts';
import { scalarPositions } from './model/scalar-positions.ts';
import { entryOf, inputOf, spanOfEntry, textOf, valueAt } from './model/yaml-access.ts';

/** Publishing with a long-lived token where the registry takes the workflow's own identity. */
export const useTrustedPublishing = defineWorkflowRule({
  id: 'use-trusted-publishing',
  title: 'Publishing with a long-lived token',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-522', 'CWE-798'],
  owasp: ['A07'],
  what: 'Reports publishing to PyPI, npm, RubyGems, crates.io, NuGet and pub.dev with a token: by an action that is given one, or by a command in a job without `id-token: write`.',
  why: 'A stored token publishes from anywhere until somebody revokes it. With trusted publishing the registry accepts only this workflow, with a token that lives for minutes.',
  fix: 'Register the workflow as a trusted publisher, give the job `id-token: write` and remove the token.',
  references: [
    'https://docs.pypi.org/trusted-publishers/',
    'https://docs.npmjs.com/trusted-publishers',
    'https://guides.rubygems.org/trusted-publishing/',
    'https://crates.io/docs/trusted-publishing',
    'https://learn.microsoft.com/en-us/nuget/nuget-org/trusted-publishing',
    'https://docs.zizmor.sh/audits/#use-trusted-publishing',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: pypa/gh-action-pypi-publish@76f52bc884231f62b9a034ebfe128415bbaabdfc # v1.12.4\n        with:\n          password: ${{ secrets.PYPI_TOKEN }}\n',
      ),
      workflowExample(
        'on: push\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    permissions: {}\n    steps:\n      - run: npm publish --access public\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    permissions:\n      id-token: write\n    steps:\n      - run: npm publish --provenance\n',
      ),
      workflowExample(
        'on: push\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    permissions: {}\n    steps:\n      - run: npm publish --registry https://npm.pkg.github.com\n      - run: cargo publish --dry-run\n',
      ),
    ],
  },
  onStep: ({ step, job }, document) => [
    ...checkAction(step),
    ...(hasIdentity(job, document) ? [] : checkScript(step, document.file.text)),
  ],
});

/** What an action is given when it does not publish by identity, and the registry input that may rule it out. */
type TokenAction = {
  readonly usesToken: (step: Step) => boolean;
  readonly registries: readonly string[];
  readonly supported: RegExp;
};

const present =
  (name: string) =>
  (step: Step): boolean =>
    (textOf(inputOf(step.inputs, name)?.value) ?? '') !== '';
const set =
  (name: string, value: string) =>
  (step: Step): boolean =>
    textOf(inputOf(step.inputs, name)?.value)?.toLowerCase() === value;

const tokenActions: Readonly<Record<string, TokenAction>> = {
  'actions/setup-node': {
    usesToken: set('always-auth', 'true'),
    registries: ['registry-url'],
    supported: /^https:\/\/registry\.npmjs\.org\/?$/,
  },
  'js-devtools/npm-publish': {
    usesToken: present('token'),
    registries: ['registry'],
    supported: /^https:\/\/registry\.npmjs\.org\/?$/,
  },
  'pypa/gh-action-pypi-publish': {
    usesToken: present('password'),
    registries: ['repository-url', 'repository_url'],
    supported: /^https:\/\/(?:upload|test)\.pypi\.org\/legacy\/?$/,
  },
  'rubygems/configure-rubygems-credentials': {
    usesToken: present('api-token'),
    registries: ['gem-server'],
    supported: /^https:\/\/rubygems\.org\/?$/,
  },
  'rubygems/release-gem': {
    usesToken: set('setup-trusted-publisher', 'false'),
    registries: [],
    supported: /^/,
  },
};

function checkAction(step: Step): readonly RawFinding[] {
  const name = actionNameOf(step.uses?.reference) ?? '';
  const action = Object.hasOwn(tokenActions, name) ? tokenActions[name] : undefined;
  if (action === undefined || step.uses === undefined || !action.usesToken(step)) return [];
  const registries = action.registries.flatMap(key => textOf(inputOf(step.inputs, key)?.value) ?? []);
  if (registries.some(registry => registry !== '' && !action.supported.test(registry))) return [];
  return [
    {
      ...spanOfEntry(step.uses.entry),
      related: [step.map],
      message: 'The action publishes with a stored token.',
    },
  ];
}

function checkScript(step: Step, source: string): readonly RawFinding[] {
  if (step.run === undefined) return [];
  const { script } = step.run;
  const commands = step.run.commands().filter(publishesToRegistry);
  if (commands.length === 0) return [];
  const position = scalarPositions(script, source);
  return commands.map(command => ({
    start: position(command.start),
    end: position(command.end - 1) + 1,
    confidence: 'medium',
    message: 'The command publishes, and the job has no identity to do it without a stored token.',
  }));
}

/** Whether the job may ask for an identity token. */
function hasIdentity(job: Job | undefined, document: Workflow | ActionDefinition): boolean {
  const own = job && entryOf(job.map, 'permissions');
  const permissions = (own ?? entryOf(document.root, 'permissions'))?.value;
  return textOf(permissions) === 'write-all' || textOf(valueAt(permissions, 'id-token')) === 'write';
}
