import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { codeOf } from './model/code-inputs.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job, PlacedStep, Step, Workflow } from './model/document.ts';
import { gateOf } from './model/gates.ts';
import { headCheckout } from './model/head-checkout.ts';

/** Events that strangers can cause and whose runs hold the base repository's rights. */
const privileged = ['pull_request_target', 'issue_comment', 'workflow_run', 'issues', 'discussion_comment'];

/** Code of strangers in runs with the repository's rights. */
export const untrustedCheckout = defineWorkflowRule({
  id: 'untrusted-checkout',
  title: "Stranger's code checked out with the repository's rights",
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-829', 'CWE-367'],
  owasp: ['A08'],
  what: "Reports steps that fetch a pull request's code (`actions/checkout`, `gh pr checkout`, `git fetch`) in runs of `pull_request_target`, `issue_comment` and `workflow_run`: `critical` when the job goes on to run something, `medium` when a person approves first but the code is named by a branch, which can move after the look.",
  why: 'Build scripts, tests, hooks and configuration of the checkout run as the base repository: its token, secrets and cache are the author’s of the pull request.',
  fix: 'Build and test on `pull_request`, and pass results on as data. Where rights are needed, let somebody inside approve (an environment, a label put on by hand) and check out the hash that they approved.',
  references: [
    'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
    'https://docs.github.com/en/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout',
    'https://codeql.github.com/codeql-query-help/actions/actions-untrusted-checkout-toctou-critical/',
  ],
  examples: {
    bad: [
      workflowExample(
        "on: issue_comment\njobs:\n  test:\n    if: contains(github.event.comment.body, '/test')\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with:\n          ref: refs/pull/${{ github.event.issue.number }}/merge\n      - run: npm ci && npm test\n",
      ),
      workflowExample(
        "on:\n  pull_request_target:\n    types: [labeled, synchronize]\njobs:\n  test:\n    if: contains(github.event.pull_request.labels.*.name, 'safe to test')\n    runs-on: ubuntu-latest\n    steps:\n      - run: gh pr checkout ${{ github.event.number }}\n      - run: make test\n",
      ),
    ],
    good: [
      workflowExample(
        'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n      - run: npm ci && npm test\n',
      ),
      workflowExample(
        "on: workflow_run\njobs:\n  deploy:\n    if: github.event.workflow_run.event == 'push'\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with:\n          ref: ${{ github.event.workflow_run.head_sha }}\n      - run: make deploy\n",
      ),
    ],
  },
  onStep: (placed, document) => (document.kind === 'workflow' ? check(placed, document) : []),
});

function check(placed: PlacedStep, workflow: Workflow): readonly RawFinding[] {
  const { step, job } = placed;
  const event = privileged.find(trigger => workflow.triggers.has(trigger));
  const checkout = headCheckout({ ...placed, document: workflow });
  if (event === undefined || checkout === undefined || job === undefined) return [];
  const gate = gateOf(placed, workflow);
  if (gate === 'closed' || (gate === 'approved' && !checkout.movable)) return [];
  const related = workflow.on === undefined ? [] : [workflow.on.keySpan];
  if (gate === 'approved') {
    const message = `What \`${event}\` runs was approved, but its code is named by something that can move meanwhile.`;
    return [{ ...checkout.span, related, severity: 'medium', message }];
  }
  const runs = goesOn(job, step);
  const message = `\`${event}\` runs with the repository's rights, and this fetches the pull request's code${runs ? ', which later steps may run' : ''}.`;
  return [{ ...checkout.span, related, severity: runs ? 'critical' : 'medium', message }];
}

/** Actions that read a checkout without running anything of it. */
const reading = /^actions\/(?:checkout|upload-artifact|labeler|github-script|dependency-review-action)$/;

/** Whether anything may run the code after it was fetched. */
function goesOn(job: Job, step: Step): boolean {
  const later = job.steps.slice(job.steps.indexOf(step) + (step.run === undefined ? 1 : 0));
  return later.some(
    ({ uses, run, ...rest }) =>
      (run !== undefined &&
        codeOf({ uses, run, ...rest }).some(
          ({ text }) => !/^\s*(?:echo|git\s+(?:diff|log)|gh)\b[^\n|;&]*$/.test(text.trim()),
        )) ||
      (uses !== undefined && !reading.test(actionNameOf(uses.reference) ?? '')),
  );
}
