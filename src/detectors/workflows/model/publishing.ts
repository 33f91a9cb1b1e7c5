import { actionNameOf } from './action-reference.ts';
import type { Step, Workflow } from './document.ts';
import { type Expression, pathOf, ungrouped } from './expression.ts';
import type { Template } from './template.ts';
import { asItems, entryOf, inputOf, textOf, valueAt } from './yaml-access.ts';

/** How a workflow is started when it publishes. */
export type PublishingTrigger = {
  /** Whether every such start is for a tag (a pushed one, or a release's). */
  readonly onlyTags: boolean;
};

/** Branches that people release from. */
const releaseBranch = /release|^v\d|^stable(?:$|[/-])/i;

/** Whether the workflow's events are those of a release; undefined when not. */
export function publishingTriggerOf(workflow: Workflow): PublishingTrigger | undefined {
  const push = workflow.triggers.get('push')?.settings;
  const tagged = asItems(valueAt(push, 'tags')).length > 0;
  const branches = asItems(valueAt(push, 'branches')).flatMap(node => textOf(node) ?? []);
  const branched = branches.some(branch => !branch.startsWith('!') && releaseBranch.test(branch));
  if (!workflow.triggers.has('release') && !tagged && !branched) return undefined;
  return { onlyTags: !branched };
}

/** Actions that publish what the job built, by name in lower case. */
const publishingActions = new Set([
  'actions/create-release',
  'actions/deploy-pages',
  'actions/upload-release-asset',
  'akhileshns/heroku-deploy',
  'apple-actions/upload-testflight-build',
  'aws-actions/amazon-ecs-deploy-task-definition',
  'aws-actions/aws-cloudformation-github-deploy',
  'azure/webapps-deploy',
  'azure/functions-action',
  'changesets/action',
  'cloudflare/pages-action',
  'cloudflare/wrangler-action',
  'crazy-max/ghaction-github-pages',
  'cycjimmy/semantic-release-action',
  'docker/bake-action',
  'docker/build-push-action',
  'firebaseextended/action-hosting-deploy',
  'google-github-actions/deploy-appengine',
  'google-github-actions/deploy-cloud-functions',
  'google-github-actions/deploy-cloudrun',
  'goreleaser/goreleaser-action',
  'helm/chart-releaser-action',
  'jamesives/github-pages-deploy-action',
  'js-devtools/npm-publish',
  'katyo/publish-crates',
  'marvinpinto/action-automatic-releases',
  'ncipollo/release-action',
  'netlify/actions/cli',
  'peaceiris/actions-gh-pages',
  'pypa/gh-action-pypi-publish',
  'r0adkll/upload-google-play',
  'redhat-actions/push-to-registry',
  'release-plz/action',
  'rubygems/release-gem',
  'softprops/action-gh-release',
  'svenstaro/upload-release-action',
  'superfly/flyctl-actions',
  'xresloader/upload-to-github-release',
]);

/** Whether a step publishes. */
export function publishes(step: Step): boolean {
  const name = actionNameOf(step.uses?.reference) ?? '';
  if (!publishingActions.has(name)) return false;
  if (name === 'docker/build-push-action' || name === 'docker/bake-action') {
    return textOf(inputOf(step.inputs, 'push')?.value)?.toLowerCase() !== 'false';
  }
  if (name === 'goreleaser/goreleaser-action') {
    const args = textOf(inputOf(step.inputs, 'args')?.value) ?? '';
    return !/--snapshot|^\s*(?:check|build|healthcheck)\b/.test(args);
  }
  return true;
}

/**
 * What a condition comes to in a run for a tag; undefined when that cannot be told. A comparison with the event
 * counts as true, because both kinds of events that start such a run are for a tag.
 */
export function inTagRun(expression: Expression): boolean | undefined {
  const current = ungrouped(expression);
  switch (current.kind) {
    case 'literal':
      return typeof current.value === 'boolean' ? current.value : undefined;
    case 'not': {
      const value = inTagRun(current.operand);
      return value === undefined ? undefined : !value;
    }
    case 'call':
      return isTagTest(current.name, current.args) ? true : undefined;
    case 'binary':
      return binaryInTagRun(current.operator, current.left, current.right);
    case 'context':
    case 'group':
      return undefined;
  }
}

function binaryInTagRun(operator: string, left: Expression, right: Expression): boolean | undefined {
  if (operator === '==' || operator === '!=') {
    const equal = equalInTagRun(left, right) ?? equalInTagRun(right, left);
    return equal === undefined ? undefined : (operator === '==') === equal;
  }
  const [a, b] = [inTagRun(left), inTagRun(right)];
  if (operator === '&&')
    return a === false || b === false ? false : a === true && b === true ? true : undefined;
  if (operator === '||')
    return a === true || b === true ? true : a === false && b === false ? false : undefined;
  return undefined;
}

function equalInTagRun(subject: Expression, value: Expression): boolean | undefined {
  const context = ungrouped(subject);
  const literal = ungrouped(value);
  if (context.kind !== 'context' || literal.kind !== 'literal') return undefined;
  const text = String(literal.value).toLowerCase();
  switch (pathOf(context)) {
    case 'github.event_name':
      return text === 'push' || text === 'release';
    case 'github.ref_type':
      return text === 'tag';
    case 'github.ref':
      return text.startsWith('refs/heads/') || text.startsWith('refs/pull/') ? false : undefined;
    default:
      return undefined;
  }
}

function isTagTest(name: string, args: readonly Expression[]): boolean {
  const [subject, prefix] = args.map(ungrouped);
  return (
    (name === 'startswith' || name === 'contains') &&
    subject?.kind === 'context' &&
    pathOf(subject) === 'github.ref' &&
    prefix?.kind === 'literal' &&
    /^(?:refs\/)?tags\/?/.test(String(prefix.value))
  );
}

/** Whether a step is left out in a run for a tag. */
export function isSkippedForTags(
  step: Step,
  templatesOf: (scalar: Template['scalar']) => readonly Template[],
): boolean {
  const condition = entryOf(step.map, 'if')?.value;
  if (condition?.kind !== 'scalar') return false;
  const [only, ...others] = templatesOf(condition);
  return only?.expression !== undefined && others.length === 0 && inTagRun(only.expression) === false;
}
