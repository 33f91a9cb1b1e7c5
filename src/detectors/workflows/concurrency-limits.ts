import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Workflow } from './model/document.ts';
import { entryOf, spanOfEntry } from './model/yaml-access.ts';
import type { YamlMap } from './model/yaml-tree.ts';

/** Workflows whose outdated runs go on. */
export const concurrencyLimits = defineWorkflowRule({
  id: 'concurrency-limits',
  title: 'Runs without a concurrency limit',
  severity: 'info',
  confidence: 'high',
  cwe: ['CWE-770'],
  owasp: ['A04'],
  what: 'Reports workflows and jobs without `concurrency`, or with one that does not say `cancel-in-progress`.',
  why: 'Runs that newer ones replace go on and cost time and money, which strangers can bring about, and race for artifacts and deployments.',
  fix: 'Set `concurrency` with a `group` and `cancel-in-progress: true` (or `false` where a run must end).',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency',
    'https://docs.zizmor.sh/audits/#concurrency-limits',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\nconcurrency:\n  group: ci\n  cancel-in-progress: true\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onWorkflow: check,
});

function check(workflow: Workflow): readonly RawFinding[] {
  // The caller of a reusable workflow limits its runs.
  if (workflow.triggers.size === 1 && workflow.triggers.has('workflow_call')) return [];
  const limit = stateOf(workflow.root);
  const concurrency = entryOf(workflow.root, 'concurrency');
  if (limit === 'set') return [];
  if (concurrency !== undefined) {
    return [{ ...spanOfEntry(concurrency), message: '`concurrency` does not say `cancel-in-progress`.' }];
  }
  const { on } = workflow;
  if (on === undefined) return [];
  return workflow.jobs.flatMap(job => {
    const state = stateOf(job.map);
    // The runs of a called workflow are limited there.
    if (state === 'set' || job.uses !== undefined) return [];
    const what =
      state === 'absent' ? 'has no `concurrency`' : 'has a `concurrency` without `cancel-in-progress`';
    const related = [job.entry.keySpan];
    return [{ ...on.keySpan, related, message: `Job \`${job.id.slice(0, 60)}\` ${what}.` }];
  });
}

function stateOf(owner: YamlMap): 'set' | 'partial' | 'absent' {
  const concurrency = entryOf(owner, 'concurrency');
  if (concurrency === undefined) return 'absent';
  return entryOf(concurrency.value, 'cancel-in-progress') === undefined ? 'partial' : 'set';
}
