import type { RawFinding } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job, Workflow } from './model/document.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';
import type { YamlEntry } from './model/yaml-tree.ts';

/**
 * What an attacker can do with write access: `high` changes code, releases, deployments or identities
 * (docs.github.com, "Permissions for the GITHUB_TOKEN"); the others are `medium`.
 */
const highImpact = new Set([
  'actions',
  'attestations',
  'contents',
  'deployments',
  'id-token',
  'issues',
  'packages',
  'pages',
  'pull-requests',
]);

/** Tokens that can do more than the jobs need. */
export const excessivePermissions = defineWorkflowRule({
  id: 'excessive-permissions',
  title: 'Overly broad workflow token',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-250', 'CWE-272'],
  owasp: ['A01'],
  what: 'Reports jobs that run with the default token permissions, `read-all` and `write-all`, and write permissions that the workflow gives to all of its jobs.',
  why: 'Every step of a job, third-party actions included, holds the token. What it can write, a compromised step can write.',
  fix: 'Set `permissions: {}` for the workflow and give each job the permissions that it needs.',
  references: [
    'https://docs.github.com/en/actions/tutorials/authenticate-with-github_token#modifying-the-permissions-for-the-github_token',
    'https://docs.zizmor.sh/audits/#excessive-permissions',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n',
      ),
      workflowExample(
        'on: push\npermissions: write-all\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\npermissions: {}\njobs:\n  test:\n    permissions:\n      contents: read\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n',
      ),
    ],
  },
  onWorkflow: checkWorkflow,
  onJob: checkJob,
});

function checkWorkflow(workflow: Workflow): readonly RawFinding[] {
  const permissions = entryOf(workflow.root, 'permissions');
  if (permissions === undefined) return checkDefault(workflow);
  const broad = checkShorthand(permissions);
  if (broad.length > 0 || permissions.value.kind !== 'map') return broad;
  const single = workflow.jobs.length === 1;
  return permissions.value.entries
    .filter(entry => textOf(entry.value) === 'write')
    .map(entry => ({
      ...spanOfEntry(entry),
      // With one job it makes no difference where the permission stands.
      severity: single ? 'info' : writeSeverity(entry.key),
      confidence: 'high',
      message: `Every job of the workflow gets \`${clip(entry.key)}: write\`.`,
    }));
}

function checkDefault(workflow: Workflow): readonly RawFinding[] {
  // Calls are reported one by one, and the caller of a reusable workflow sets the limits of its jobs.
  const inherits = workflow.jobs.some(
    job => job.uses === undefined && entryOf(job.map, 'permissions') === undefined,
  );
  const [first] = workflow.root.entries;
  if (first === undefined) return [];
  return [
    {
      ...first.keySpan,
      ...(inherits && !isOnlyCalled(workflow) ? {} : { severity: 'info' as const }),
      message:
        "The workflow sets no permissions: its jobs get the repository's default unless they set their own.",
    },
  ];
}

function isOnlyCalled(workflow: Workflow): boolean {
  return workflow.triggers.size === 1 && workflow.triggers.has('workflow_call');
}

function checkJob(job: Job, workflow: Workflow): readonly RawFinding[] {
  const permissions = entryOf(job.map, 'permissions');
  if (permissions !== undefined) return checkShorthand(permissions);
  if (entryOf(workflow.root, 'permissions') !== undefined) return [];
  // Calls pass the token on, whoever set its limits.
  const called = isOnlyCalled(workflow);
  return [
    {
      ...job.entry.keySpan,
      ...(called && job.uses === undefined ? { severity: 'info' as const } : {}),
      message:
        'The job runs with the default token permissions, because neither it nor the workflow sets any.',
    },
  ];
}

function checkShorthand(permissions: YamlEntry): readonly RawFinding[] {
  const value = textOf(permissions.value);
  if (value !== 'read-all' && value !== 'write-all') return [];
  return [
    {
      ...spanOfEntry(permissions),
      severity: value === 'write-all' ? 'high' : 'medium',
      confidence: 'high',
      message: `\`${value}\` grants every permission there is.`,
    },
  ];
}

function writeSeverity(permission: string): Severity {
  return highImpact.has(permission) ? 'high' : 'medium';
}

function clip(text: string): string {
  return text.slice(0, 40);
}
