import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Workflow } from './model/document.ts';
import { headCheckout } from './model/head-checkout.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Triggers that strangers can set off and that run with the repository's own token and secrets. */
const dangerous = ['pull_request_target', 'workflow_run'] as const;

/** Actions of GitHub that only read the event and call the API. */
const harmlessActions = new Set(['actions/labeler', 'actions/first-interaction']);

/** Triggers that hand the repository's rights to runs that strangers start. */
export const dangerousTriggers = defineWorkflowRule({
  id: 'dangerous-triggers',
  title: 'Privileged trigger open to strangers',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-829', 'CWE-284'],
  owasp: ['A08'],
  what: "Reports `pull_request_target` and `workflow_run`; `critical` when a job checks out the pull request's code.",
  why: 'Anybody can start such a run by opening a pull request, and it holds a token that can write, the secrets and the cache of the base repository. Code or text of the pull request that gets run there takes all of it.',
  fix: 'Use `pull_request`. Where the rights are needed, do not check out or run anything of the pull request, and give the job only the permissions that it needs.',
  references: [
    'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
    'https://docs.github.com/en/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout',
    'https://docs.zizmor.sh/audits/#dangerous-triggers',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: pull_request_target\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n      - run: make test\n',
      ),
      workflowExample(
        'on:\n  workflow_run:\n    workflows: [CI]\njobs:\n  report:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./report.sh\n',
      ),
    ],
    good: [
      workflowExample(
        'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n',
      ),
      workflowExample(
        'on: pull_request_target\njobs:\n  label:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/labeler@634933edcd8ababfe52f92936142cc22ac488b1b # v6.0.1\n',
      ),
    ],
  },
  onWorkflow: check,
});

function check(workflow: Workflow): readonly RawFinding[] {
  const { on } = workflow;
  const triggers = dangerous.filter(trigger => workflow.triggers.has(trigger));
  if (on === undefined || triggers.length === 0 || isHarmless(workflow)) return [];
  const checkouts = workflow.jobs.flatMap(job =>
    job.steps.flatMap(step => headCheckout({ step, job, document: workflow })?.span ?? []),
  );
  return triggers.map(trigger =>
    checkouts.length > 0
      ? {
          ...spanOfEntry(on),
          severity: 'critical',
          confidence: 'high',
          related: checkouts,
          message: `\`${trigger}\` runs with the repository's rights, and a job fetches the pull request's code.`,
        }
      : { ...spanOfEntry(on), message: `\`${trigger}\` runs with the repository's rights for anybody.` },
  );
}

function isHarmless(workflow: Workflow): boolean {
  return (
    workflow.jobs.length > 0 &&
    workflow.jobs.every(
      job =>
        job.uses === undefined &&
        job.steps.length > 0 &&
        job.steps.every(step => harmlessActions.has(actionNameOf(step.uses?.reference) ?? '')),
    )
  );
}
