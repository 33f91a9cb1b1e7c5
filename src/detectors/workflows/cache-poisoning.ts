import type { RawFinding } from '../../contracts/detector.ts';
import { type Evaluate, restoresCache } from './model/caching-actions.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job, Workflow } from './model/document.ts';
import { inTagRun, isSkippedForTags, publishes, publishingTriggerOf } from './model/publishing.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Caches restored where something is published. */
export const cachePoisoning = defineWorkflowRule({
  id: 'cache-poisoning',
  title: 'Cache restored before publishing',
  severity: 'high',
  confidence: 'low',
  cwe: ['CWE-349', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports actions that restore a cache in workflows that releases or tags start, and in jobs that publish.',
  why: 'Any job of the repository with access to the cache can fill it, one that strangers have taken over included. What a release restores from it ends up in the release.',
  fix: 'Build releases without a cache: leave the step out, switch its cache off, or skip it with `if:` for tags.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache',
    'https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/',
    'https://docs.zizmor.sh/audits/#cache-poisoning',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: release\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n        with:\n          path: target\n          key: build\n      - run: make publish\n',
      ),
    ],
    good: [
      workflowExample(
        'on: release\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-go@44694675825211faa026b3c33043df3e48a5fa00 # v6.0.0\n        with:\n          cache: false\n      - run: make publish\n',
      ),
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n        with:\n          path: target\n          key: build\n',
      ),
    ],
  },
  onJob: check,
});

function check(job: Job, workflow: Workflow): readonly RawFinding[] {
  const trigger = publishingTriggerOf(workflow);
  const publisher = job.steps.find(publishes);
  if (trigger === undefined && publisher === undefined) return [];
  const onlyTags = trigger?.onlyTags === true;
  const reason = trigger === undefined ? 'in a job that publishes' : 'in a workflow that releases start';
  const related = publisher === undefined ? workflow.on && [spanOfEntry(workflow.on)] : [publisher.map];
  const evaluate: Evaluate = input => {
    if (!onlyTags || input.value.kind !== 'scalar') return undefined;
    const [only, ...others] = workflow.templatesOf(input.value);
    return only?.expression === undefined || others.length > 0 ? undefined : inTagRun(only.expression);
  };
  return job.steps.flatMap(step => {
    if (step.uses === undefined || !restoresCache(step, workflow.file.text, evaluate)) return [];
    if (onlyTags && isSkippedForTags(step, workflow.templatesOf)) return [];
    const message = `A cache is restored ${reason}.`;
    return [{ ...spanOfEntry(step.uses.entry), ...(related && { related }), message }];
  });
}
