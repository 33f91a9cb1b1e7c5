import type { RawFinding } from '../../contracts/detector.ts';
import { isCommitHash } from './model/action-reference.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Uses } from './model/document.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** References to actions and reusable workflows that can change without this repository changing. */
export const unpinnedUses = defineWorkflowRule({
  id: 'unpinned-uses',
  title: 'Action not pinned to a commit',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports `uses:` of actions and reusable workflows of other repositories whose ref is a branch or tag; `medium` for those of GitHub itself.',
  why: "Branches and tags can be moved. Whoever takes over the other repository runs code with this job's token and secrets, as in the tj-actions/changed-files incident of March 2025.",
  fix: 'Pin the full commit hash and keep the version in a comment, for example `actions/checkout@<40 digits> # v6.0.1`; Dependabot and Renovate keep both current.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    'https://docs.zizmor.sh/audits/#unpinned-uses',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n',
      ),
      workflowExample('on: push\njobs:\n  call:\n    uses: octo/ci/.github/workflows/build.yml@main\n'),
      actionExample('name: x\nruns:\n  using: composite\n  steps:\n    - uses: octo/setup@v1\n'),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n      - uses: ./.github/actions/build\n',
      ),
    ],
  },
  onJob: job => (job.uses === undefined ? [] : check(job.uses)),
  onStep: ({ step }) => (step.uses === undefined ? [] : check(step.uses)),
});

/** Who runs the platform can change what runs on it anyway. */
const platformOwners = /^(?:actions|github|dependabot)\//;

function check(uses: Uses): readonly RawFinding[] {
  const span = spanOfEntry(uses.entry);
  const { reference } = uses;
  if (reference?.kind !== 'repository' || isCommitHash(reference.ref)) return [];
  const what = reference.ref === '' ? 'names no ref' : 'is pinned to a branch or tag, not to a commit hash';
  const severity = platformOwners.test(reference.repository) ? 'medium' : 'high';
  return [{ ...span, severity, message: `\`${reference.repository.slice(0, 100)}\` ${what}.` }];
}
