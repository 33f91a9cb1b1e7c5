import type { RawFinding } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { isAtLeast, versionOf } from './model/action-version.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { ActionDefinition, Step, Uses, Workflow } from './model/document.ts';
import { inputOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Checkouts that leave the token on disk. */
export const artipacked = defineWorkflowRule({
  id: 'artipacked',
  title: 'Checkout leaves the token on disk',
  severity: 'medium',
  confidence: 'low',
  cwe: ['CWE-522', 'CWE-312'],
  owasp: ['A02'],
  what: 'Reports `actions/checkout` without `persist-credentials: false`.',
  why: 'The token stays in `.git/config` (before v6) or in the runner’s temporary folder. Later steps can read it, and an artifact of the workspace publishes it while it is still valid.',
  fix: 'Set `persist-credentials: false`; set it to `true` explicitly where later steps push with git.',
  references: [
    'https://github.com/actions/checkout#usage',
    'https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/',
    'https://docs.zizmor.sh/audits/#artipacked',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          path: .\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with:\n          persist-credentials: false\n',
      ),
    ],
  },
  onWorkflow: workflow => workflow.jobs.flatMap(job => checkSteps(job.steps, workflow)),
  onAction: action => checkSteps(action.steps, action),
});

function checkSteps(steps: readonly Step[], document: Workflow | ActionDefinition): readonly RawFinding[] {
  const lastUpload = steps.findLastIndex(uploadsWorkspace);
  return steps.flatMap((step, index) => {
    if (step.uses === undefined || actionNameOf(step.uses.reference) !== 'actions/checkout') return [];
    return checkCheckout(step, step.uses, { uploaded: index < lastUpload, source: document.file.text });
  });
}

function checkCheckout(
  step: Step,
  uses: Uses,
  context: { readonly uploaded: boolean; readonly source: string },
): readonly RawFinding[] {
  const persist = inputOf(step.inputs, 'persist-credentials');
  const value = textOf(persist?.value)?.toLowerCase();
  const span = spanOfEntry(uses.entry);
  if (persist === undefined || value === undefined || value === '') {
    return [{ ...span, ...gravity(uses, context), message: 'The checkout leaves its token on disk.' }];
  }
  if (value !== 'true') return [];
  const related = [spanOfEntry(persist)];
  const message = 'The checkout is told to leave its token on disk.';
  return [{ ...span, related, severity: 'info', message }];
}

/** Since v6 the token is kept outside the workspace, where an artifact does not pick it up. */
function gravity(
  uses: Uses,
  context: { readonly uploaded: boolean; readonly source: string },
): Pick<RawFinding, 'severity' | 'confidence'> {
  if (isAtLeast(versionOf(uses, context.source), 6)) return { severity: 'low' };
  return context.uploaded ? { severity: 'high', confidence: 'high' } : {};
}

/** Uploads of the whole workspace, `.git` included. */
function uploadsWorkspace(step: Step): boolean {
  if (actionNameOf(step.uses?.reference) !== 'actions/upload-artifact') return false;
  const paths = (textOf(inputOf(step.inputs, 'path')?.value) ?? '').split('\n').map(path => path.trim());
  return paths.some(path =>
    /^(?:\.{1,2}\/?|\.\/?\*{1,2}|\*{1,2}|(?:.*\/)?\.git(?:\/.*)?|\$\{\{\s*github\.workspace\s*\}\}\/?)$/.test(
      path,
    ),
  );
}
