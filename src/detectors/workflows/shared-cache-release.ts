import type { RawFinding, Span } from '../../contracts/detector.ts';
import { actionNameOf } from './model/action-reference.ts';
import { runsModel } from './model/agents.ts';
import { restoresCache } from './model/caching-actions.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job, Step, Workflow } from './model/document.ts';
import { headCheckout } from './model/head-checkout.ts';
import { publishingTriggerOf } from './model/publishing.ts';
import { isGated, strangerEventsOf } from './model/stranger-events.ts';
import type { StepScope } from './model/taint.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';

/** Caches that strangers can fill and that trusted runs restore. */
export const sharedCacheRelease = defineWorkflowRule({
  id: 'shared-cache-release',
  title: 'Cache shared between strangers and releases',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-349', 'CWE-668'],
  owasp: ['A08'],
  what: "Reports jobs that save a cache in the default branch's scope while strangers can influence what they run: they fetch a pull request's code, or run an AI agent, on an event that strangers can cause.",
  why: 'Such runs save into the cache of the default branch, which its builds and releases restore. A stranger who gets one command in there is in the next release.',
  fix: 'Take the cache out of such jobs, or restore only (`actions/cache/restore`); run the pull request’s code on `pull_request`, whose cache is its own.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache',
    'https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: pull_request_target\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n        with:\n          path: node_modules\n          key: modules\n      - run: npm test\n',
      ),
    ],
    good: [
      workflowExample(
        'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n        with:\n          path: node_modules\n          key: modules\n      - run: npm test\n',
      ),
    ],
  },
  onJob: check,
});

function check(job: Job, workflow: Workflow): readonly RawFinding[] {
  if (strangerEventsOf(workflow).length === 0 || isGated(textOf(entryOf(job.map, 'if')?.value))) return [];
  const influence = job.steps.flatMap(step => influenceOf({ step, job, document: workflow }) ?? []);
  if (influence.length === 0) return [];
  const released = publishingTriggerOf(workflow) !== undefined;
  return job.steps
    .filter(step => savesCache(step, workflow.file.text))
    .flatMap(step => (step.uses === undefined ? [] : [spanOfEntry(step.uses.entry)]))
    .map(span => ({
      ...span,
      related: influence,
      severity: released ? 'critical' : 'high',
      message: released
        ? 'Strangers can fill this cache, and releases of this very workflow restore it.'
        : 'Strangers can fill this cache of the default branch, which trusted runs restore.',
    }));
}

function influenceOf(scope: StepScope): Span | undefined {
  const checkout = headCheckout(scope);
  if (checkout !== undefined) return checkout.span;
  const { step } = scope;
  const entry = runsModel(step) ? (step.uses ?? step.run)?.entry : undefined;
  return entry && spanOfEntry(entry);
}

function savesCache(step: Step, source: string): boolean {
  const name = actionNameOf(step.uses?.reference);
  if (name === 'actions/cache/save') return true;
  return name !== 'actions/cache/restore' && restoresCache(step, source, () => undefined);
}
