import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Uses } from './model/document.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Local actions read from the workspace, which steps before can have changed. */
export const selfRepository = defineWorkflowRule({
  id: 'self-repository',
  title: 'Local action taken from the workspace',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-829'],
  owasp: ['A08'],
  what: 'Reports `uses: ./…`, which reads an action or workflow from the workspace.',
  why: 'The workspace holds what was checked out last, or what a step before wrote there; it need not be the code of the workflow’s own commit.',
  fix: 'Write `uses: $/…`, which is always the repository of the workflow at the commit that runs.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses',
    'https://docs.zizmor.sh/audits/#self-repository',
  ],
  examples: {
    bad: [workflowExample('on: push\njobs:\n  call:\n    uses: ./.github/workflows/build.yml\n')],
    good: [workflowExample('on: push\njobs:\n  call:\n    uses: $/.github/workflows/build.yml\n')],
  },
  onJob: job => (job.uses === undefined ? [] : check(job.uses)),
  onStep: ({ step }) => (step.uses === undefined ? [] : check(step.uses)),
});

function check(uses: Uses): readonly RawFinding[] {
  if (uses.reference?.kind !== 'local') return [];
  return [{ ...spanOfEntry(uses.entry), message: 'The reference is relative to the workspace.' }];
}
