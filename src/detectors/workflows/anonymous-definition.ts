import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { entryOf } from './model/yaml-access.ts';

/** Workflows, jobs and actions without a name. */
export const anonymousDefinition = defineWorkflowRule({
  id: 'anonymous-definition',
  title: 'Workflow or action without a name',
  severity: 'info',
  confidence: 'high',
  cwe: ['CWE-1078'],
  owasp: ['A09'],
  what: 'Reports workflows, jobs and actions without `name:`.',
  why: 'Runs and required checks then show a file path or an identifier, which makes it harder to see what ran.',
  fix: 'Add a `name:`.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#name',
    'https://docs.zizmor.sh/audits/#anonymous-definition',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    name: Test\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
    good: [
      workflowExample(
        'name: CI\non: push\njobs:\n  test:\n    name: Test\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onWorkflow: workflow =>
    entryOf(workflow.root, 'name') !== undefined || workflow.on === undefined
      ? []
      : [{ ...workflow.on.keySpan, message: 'The workflow has no name.' }],
  onJob: job =>
    entryOf(job.map, 'name') !== undefined ? [] : [{ ...job.entry.keySpan, message: 'The job has no name.' }],
  onAction(action) {
    const [first] = action.root.entries;
    if (entryOf(action.root, 'name') !== undefined || first === undefined) return [];
    return [{ ...first.keySpan, message: 'The action has no name.' }];
  },
});
